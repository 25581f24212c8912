import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ContentLibraryProvider } from '#app/content-library.ts';
import { openCompanionWorld } from '#app/shared-world/companion-world.ts';
import { sharedSessionOf } from '#app/shared-world/shared-session.ts';
import { keepSecret, keptSecret } from '#app/shared-world/address.ts';
import type { StarterWorld } from '#content/types.ts';
import type { Command } from '#domain/cloud/command.ts';
import { runScript } from '#domain/script/run.ts';
import type { Step } from '#domain/script/script.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { machineClock } from '#edge/shared-world/protocol.ts';
import { fakeCompanion } from '#test/app/shared-world/fake-companion.ts';
import { libraryWith } from '#test/support/library.ts';
import { Announcer } from '#ui/kit/Announcer.tsx';
import { MemoryRouter } from '#ui/router/navigation.ts';
import { SharedScreen } from '#ui/sandbox/shared/SharedSandbox.tsx';

const shop: readonly Step[] = [
  { do: 'create-group', name: 'rg-shop' },
  { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop', systemAssigned: true },
];
const shopWorld = runScript(newWorld('shared'), shop);
const starter: StarterWorld = { id: 'first-shop', title: 'The first shop', summary: 'A machine.', steps: shop };
const library = libraryWith({ worlds: [starter], loadWorld: () => Promise.resolve(starter) });

/** What somebody does in another world, as commands for this one. */
function commandsOf(steps: readonly Step[]): readonly Command[] {
  const after = runScript(shopWorld, steps);
  return after.timeline.entries.slice(shopWorld.timeline.cursor).map(({ command }) => command);
}

const tokenAsked = commandsOf([{ do: 'request-token', from: 'vm-web', resource: 'https://vault.azure.net' }]);

/** Somebody in front of a page that shows a companion's world. */
async function openShared(first: World = shopWorld) {
  const companion = fakeCompanion(first);
  const opening = openCompanionWorld(companion.client, {
    schedule: (draw) => draw(),
    wait: () => new Promise(() => {}),
    clock: null,
  });
  companion.tells();
  const opened = await opening;
  if (opened.kind !== 'opened') throw new Error('Not opened.');
  const user = userEvent.setup();
  render(
    <MemoryRouter initialEntries={['/sandbox']}>
      <ContentLibraryProvider value={library}>
        <Announcer>
          <SharedScreen session={sharedSessionOf(opened.companion)} />
        </Announcer>
      </ContentLibraryProvider>
    </MemoryRouter>,
  );
  return {
    user,
    companion,
    press: (name: string | RegExp) => user.click(screen.getByRole('button', { name })),
    /** Everything that is under way arrives. */
    comesToRest: () => act(() => companion.comesToRest()),
    /** Programs do something. */
    sends: (commands: readonly Command[]) =>
      act(async () => {
        for (const command of commands) companion.does(command);
        await companion.comesToRest();
      }),
  };
}

describe("the sandbox over a companion's world", () => {
  it('says whose world it is, and has no tools that go back in it', async () => {
    await openShared();
    expect(screen.getByText(`The companion’s world at ${location.host}`)).toBeVisible();
    expect(screen.getByText('Live')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
    expect(screen.queryByText('Saved')).toBeNull();
    expect(screen.getByRole('button', { name: '+10 min' })).toBeVisible();
  });

  it('draws what a program sends as it comes, and names it in the log', async () => {
    const page = await openShared();
    expect(screen.getByText(/^No request yet/)).toBeVisible();
    await page.sends(tokenAsked);
    expect(screen.getAllByText('IMDS hands the token to the application')).not.toHaveLength(0);
    await page.user.click(screen.getByRole('tab', { name: 'Log' }));
    expect(screen.getByRole('button', { name: /vm-web asks for a token for https:\/\/vault.azure.net/ })).toBeVisible();
  });

  it('leaves the panel that was chosen in front, whatever others send; an own request brings its answer', async () => {
    const page = await openShared();
    await page.press(/^vm-web, virtual machine/);
    expect(screen.getByRole('tab', { name: 'Details' })).toHaveAttribute('aria-selected', 'true');
    await page.sends(tokenAsked);
    expect(screen.getByRole('tab', { name: 'Details' })).toHaveAttribute('aria-selected', 'true');
    await page.press('Ask for a token');
    await page.comesToRest();
    expect(screen.getByRole('tab', { name: 'Answer' })).toHaveAttribute('aria-selected', 'true');
    expect(
      page.companion.world().timeline.entries.filter(({ command }) => command.type === 'RequestToken'),
    ).toHaveLength(2);
  });

  it('shows of an earlier line what was sent, and stays in the present', async () => {
    const page = await openShared();
    await page.sends([...tokenAsked, ...tokenAsked]);
    await page.user.click(screen.getByRole('tab', { name: 'Log' }));
    const [, earlier] = screen.getAllByRole('button', { name: /vm-web asks for a token/ });
    if (earlier === undefined) throw new Error('There is one line only.');
    await page.user.click(earlier);
    expect(earlier.closest('li')).toHaveAttribute('aria-current', 'step');
    expect(screen.queryByText(/You are looking at the past/)).toBeNull();
    expect(
      within(earlier.closest('li') as HTMLElement).getByRole('link', { name: 'Open in the token flow' }),
    ).toBeVisible();
  });

  it('does not list the seconds of the companion’s clock', async () => {
    const page = await openShared();
    await act(async () => {
      page.companion.does({ type: 'AdvanceClock', seconds: 1 }, machineClock);
      await page.companion.comesToRest();
    });
    await page.sends(tokenAsked);
    await page.user.click(screen.getByRole('tab', { name: 'Log' }));
    expect(screen.getByRole('tabpanel').querySelectorAll('li')).toHaveLength(3);
  });

  it('asks before it deletes: there is no way back', async () => {
    const page = await openShared();
    await page.press(/^vm-web, virtual machine/);
    await page.press('Delete vm-web');
    const dialog = within(screen.getByRole('dialog', { name: 'Delete vm-web' }));
    await page.user.click(dialog.getByRole('button', { name: 'Delete vm-web' }));
    await page.comesToRest();
    expect(screen.getByRole('region', { name: 'What went, what stayed' })).toBeVisible();
    // What programs do next does not take the report away.
    await page.sends([{ type: 'CreateResourceGroup', name: 'rg-next', location: 'westeurope' }]);
    expect(screen.getByRole('region', { name: 'What went, what stayed' })).toBeVisible();
    await page.press('Close');
    expect(screen.queryByRole('region', { name: 'What went, what stayed' })).toBeNull();
  });

  it('asks before it replaces what everybody shares, and puts it in the companion’s place then', async () => {
    const page = await openShared();
    await page.press('World');
    await page.press('Open The first shop');
    const dialog = await screen.findByRole('dialog', { name: 'Put another world in the place of this one?' });
    await page.user.click(within(dialog).getByRole('button', { name: 'Keep this one' }));
    expect(page.companion.world()).toBe(shopWorld);
    await page.press('World');
    await page.press('Open The first shop');
    await page.user.click(await screen.findByRole('button', { name: 'Replace it for everybody' }));
    await page.comesToRest();
    expect(page.companion.world().timeline.seed).toBe('first-shop');
  });

  it('opens a world in one that is still empty without asking', async () => {
    const page = await openShared(newWorld('empty'));
    await page.press('Open The first shop');
    await page.comesToRest();
    expect(page.companion.world().timeline.seed).toBe('first-shop');
    expect(await screen.findByRole('button', { name: /^vm-web, virtual machine/ })).toBeVisible();
  });

  it('says that the companion is gone, what waits, and what to do', async () => {
    const page = await openShared(newWorld('empty'));
    await act(() => page.companion.ends({ kind: 'lost' }));
    expect(screen.getByText('The companion does not answer.')).toBeVisible();
    expect(screen.getByText('npm run companion')).toBeVisible();
    expect(screen.getByText('Not connected')).toBeVisible();
    await page.press('Create rg-shop');
    expect(screen.getByText(/^1 step waits here/)).toBeVisible();
    await page.press('Discard the step');
    expect(screen.queryByText(/step waits/)).toBeNull();
    expect(screen.getByText('Nothing here yet')).toBeVisible();
  });

  it('says what became of a step that the companion did not take', async () => {
    const page = await openShared(newWorld('empty'));
    page.companion.answers(() => ({ kind: 'refused', code: 'X', message: 'It cannot be read.' }));
    await page.press('Create rg-shop');
    await page.comesToRest();
    expect(
      screen.getByText(/The companion did not take “Create resource group rg-shop”: It cannot be read/),
    ).toBeVisible();
    await page.press('Close');
    expect(screen.queryByText(/did not take/)).toBeNull();
  });

  it('says that the secret is none any more', async () => {
    const page = await openShared();
    await act(() => page.companion.ends({ kind: 'refused', status: 401, message: '' }));
    expect(screen.getByText('The companion lets this page in no more.')).toBeVisible();
    expect(screen.getByText(/Open the address that it printed/)).toBeVisible();
  });

  it('is left by a button, and its secret forgotten', async () => {
    keepSecret('0af1');
    const page = await openShared();
    await page.press('Leave');
    expect(keptSecret()).toBeNull();
  });
});
