import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter, useLocation, useNavigate } from '#ui/router/navigation.ts';
import { vi } from 'vitest';
import { ContentLibraryProvider, type ContentLibrary } from '#app/content-library.ts';
import { browserVoice, VoiceProvider } from '#app/flow/voice.ts';
import type { Scenario } from '#content/types.ts';
import { Announcer } from '#ui/kit/Announcer.tsx';
import { FlowRoute } from '#ui/routes/FlowRoute.tsx';
import { scenarios } from '#test/app/flow/scenarios.ts';
import { libraryWith } from '#test/support/library.ts';

const absent = () => Promise.reject(new Error('not part of these tests'));

/** The content of these tests; `load` may fail. */
export function libraryOf(load: (id: string) => Promise<Scenario> = loadScenario): ContentLibrary {
  return libraryWith({ scenarios, loadScenario: load });
}

function loadScenario(id: string): Promise<Scenario> {
  const found = scenarios.find((scenario) => scenario.id === id);
  return found === undefined ? absent() : Promise.resolve(found);
}

/** What the window's address bar shows, and its button Back. */
function AddressBar() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <output aria-label="address">{`${pathname}${search}`}</output>
      <button type="button" onClick={() => navigate(-1)}>
        Browser back
      </button>
    </>
  );
}

/** Somebody in front of the theatre: does what a learner does, by visible names. */
export async function openTheatre(path: string, library = libraryOf(), voice = browserVoice) {
  const user = userEvent.setup();
  render(
    <ContentLibraryProvider value={library}>
      <MemoryRouter initialEntries={[path]}>
        <Announcer>
          <AddressBar />
          <VoiceProvider value={voice}>
            <FlowRoute />
          </VoiceProvider>
        </Announcer>
      </MemoryRouter>
    </ContentLibraryProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
  return {
    user,
    press: (name: string) => user.click(screen.getByRole('button', { name })),
    /** The name of the step that the list marks, without its number. */
    currentStep: () => screen.queryByRole('button', { current: 'step' })?.textContent?.replace(/^\d+/, '') ?? null,
    steps: () => within(screen.getByRole('region', { name: 'Steps' })).getAllByRole('listitem'),
    announced: () => screen.getByRole('status', { name: '' }).textContent,
    address: () => screen.getByRole('status', { name: 'address' }).textContent,
    browserBack: () => user.click(screen.getByRole('button', { name: 'Browser back' })),
    openTab: (name: string) => user.click(screen.getByRole('tab', { name })),
  };
}

/** As a reader who asks for no motion. */
export function withoutMotion(): void {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('reduced-motion'),
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
}
