import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter } from '#ui/router/navigation.ts';
import { ContentLibraryProvider } from '#app/content-library.ts';
import { openSandbox } from '#app/sandbox/session.ts';
import { memoryStorage } from '#app/world/keeping/world-storage.ts';
import type { WorldStorage } from '#app/world/keeping/world-storage.ts';
import { WorldProvider } from '#app/world/WorldProvider.tsx';
import type { StarterWorld } from '#content/types.ts';
import type { Step } from '#domain/script/script.ts';
import { libraryWith } from '#test/support/library.ts';
import { Announcer } from '#ui/kit/Announcer.tsx';
import { SandboxScreen } from '#ui/sandbox/SandboxScreen.tsx';

/** The web shop as a learner meets it: a machine, a vault, a role that acts. */
export const shop: readonly Step[] = [
  { do: 'create-group', name: 'rg-shop' },
  { do: 'set-role-delay', minutes: 0 },
  { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop', systemAssigned: true },
  { do: 'create', kind: 'keyVault', name: 'kv-shop', in: 'rg-shop' },
  { do: 'set-secret', vault: 'kv-shop', name: 'db-password', value: 'pears-and-plums' },
  { do: 'assign-role', role: 'Key Vault Secrets User', to: 'vm-web', at: 'kv-shop' },
];

const starter: StarterWorld = {
  id: 'first-shop',
  title: 'The first shop',
  summary: 'A machine that reads a vault.',
  steps: shop,
};

const library = libraryWith({ worlds: [starter], loadWorld: () => Promise.resolve(starter) });

/** Somebody in front of the sandbox: does what a learner does, by visible names. */
export async function openAsLearner(storage: WorldStorage = memoryStorage()) {
  const session = await openSandbox(storage);
  const user = userEvent.setup();
  render(
    <MemoryRouter initialEntries={['/sandbox']}>
      <ContentLibraryProvider value={library}>
        <Announcer>
          <WorldProvider store={session.store}>
            <SandboxScreen session={session} />
          </WorldProvider>
        </Announcer>
      </ContentLibraryProvider>
    </MemoryRouter>,
  );
  return {
    user,
    session,
    turnsTo: (panel: 'Details' | 'Answer' | 'Directory' | 'Time' | 'Log') =>
      user.click(screen.getByRole('tab', { name: panel })),
    press: (name: string | RegExp) => user.click(screen.getByRole('button', { name })),
    async opensTheShop() {
      await user.click(screen.getByRole('button', { name: 'Open The first shop' }));
      await screen.findByRole('button', { name: /^vm-web, virtual machine/ });
    },
    /** Opens a part of a panel by its heading. */
    async unfolds(heading: string) {
      await user.click(screen.getByText(heading, { selector: 'summary *' }));
    },
    /** What Azure said to a form. */
    refusal: () => screen.findByText(/^Azure refuses/),
    /** What came of a request, as the answer begins. */
    async hears(title: string) {
      const panel = within(screen.getByRole('tabpanel', { name: 'Answer' }));
      await panel.findAllByText(title);
    },
    /** Selects a thing in the picture by the beginning of its name. */
    async selects(name: RegExp) {
      await user.click(screen.getByRole('button', { name }));
    },
    async chooses(label: string, option: string) {
      await user.selectOptions(screen.getByLabelText(label), option);
    },
    async types(label: string, text: string) {
      const field = screen.getByLabelText(label);
      await user.clear(field);
      if (text !== '') await user.type(field, text);
    },
    async creates(kind: string, name: string) {
      const what = within(createCard()).queryByLabelText('What');
      if (what !== null) await user.selectOptions(what, kind);
      const field = within(createCard()).getByLabelText('Name');
      await user.clear(field);
      await user.type(field, `${name}{Enter}`);
    },
    get world() {
      return session.store.getState().world;
    },
  };
}

function createCard(): HTMLElement {
  return screen.getByRole('region', { name: 'Create' });
}
