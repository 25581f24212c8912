import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from '#ui/router/navigation.ts';
import { expect, it } from 'vitest';
import { ContentLibraryProvider } from '#app/content-library.ts';
import { playScene } from '#app/flow/play-scene.ts';
import type { Scenario } from '#content/types.ts';
import { libraryWith } from '#test/support/library.ts';
import { FlowMiniature } from '#ui/home/FlowMiniature.tsx';
import { Home } from '#ui/home/Home.tsx';
import { miniatureOf } from '#ui/home/miniature-steps.ts';
import { ends, tall, wide } from '#ui/home/miniature-layout.ts';

/** The scenario that the page plays, in short. */
const scenario: Scenario = {
  id: 'system-assigned-key-vault',
  title: 'System-assigned identity to Key Vault',
  summary: 'A token travels.',
  world: [
    { do: 'create-group', name: 'rg-shop' },
    { do: 'set-role-delay', minutes: 0 },
    { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop', systemAssigned: true },
    { do: 'create', kind: 'keyVault', name: 'kv-shop', in: 'rg-shop' },
    { do: 'set-secret', vault: 'kv-shop', name: 'db-password', value: 'pears-and-plums' },
    { do: 'assign-role', role: 'Key Vault Secrets User', to: 'vm-web', at: 'kv-shop' },
  ],
  script: [
    { do: 'request-token', from: 'vm-web', resource: 'https://vault.azure.net' },
    { do: 'call', from: 'vm-web', get: 'kv-shop/secrets/db-password' },
  ],
};

const library = libraryWith({ scenarios: [scenario], loadScenario: () => Promise.resolve(scenario) });
const { cast: shopCast, steps: shopSteps } = miniatureOf(playScene(scenario));

it('draws the way of a token that the engine went', () => {
  expect(shopCast).toEqual({ host: 'vm-web', target: 'kv-shop', role: 'Key Vault Secrets User' });
  expect(shopSteps.map(({ from, to, carries }) => `${from} to ${to}: ${carries}`)).toEqual([
    'application to imds: nothing',
    'imds to entra: nothing',
    'entra to imds: token',
    'imds to application: token',
    'application to target: token',
    'target to application: secret',
  ]);
  expect(shopSteps.at(-1)?.status).toBe(200);
});

it('offers one thing to do first, and seven other ways in', () => {
  render(
    <MemoryRouter>
      <ContentLibraryProvider value={library}>
        <Home start="/lessons/no-credentials" lastTitle={null} />
      </ContentLibraryProvider>
    </MemoryRouter>,
  );
  expect(screen.getByRole('link', { name: 'Start the first lesson' })).toHaveAttribute(
    'href',
    '/lessons/no-credentials',
  );
  const others = within(screen.getByRole('region', { name: 'Or go straight to' })).getAllByRole('link');
  expect(others.map((link) => link.getAttribute('href'))).toEqual([
    '/lessons',
    '/flow',
    '/flow/lanes',
    '/sandbox',
    '/quiz',
    '/reference',
    '/own-code',
  ]);
});

it('the miniature steps forwards and back, and is there as a list', async () => {
  const learner = userEvent.setup();
  render(<FlowMiniature cast={shopCast} steps={shopSteps} />);
  const caption = (): string =>
    screen.getByText(/^(6 messages|The application|On a miss)/, { selector: 'p' }).textContent;
  expect(caption()).toContain('6 messages');
  await learner.click(screen.getByRole('button', { name: 'Next' }));
  expect(caption()).toContain('The application asks IMDS');
  await learner.click(screen.getByRole('button', { name: 'Next' }));
  expect(caption()).toContain('On a miss');
  await learner.click(screen.getByRole('button', { name: 'Back' }));
  expect(caption()).toContain('The application asks IMDS');

  await learner.click(screen.getByText('Read it as steps'));
  expect(
    within(screen.getByRole('list'))
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(shopSteps.map(({ caption: text }) => text));
});

it('every message has a way between the two places, in both layouts', () => {
  for (const layout of [wide, tall]) {
    for (const { from, to, kind } of shopSteps) {
      const [start, end] = ends(layout, from, to, kind);
      expect(start.x === end.x || start.y === end.y).toBe(true);
      expect(Math.hypot(end.x - start.x, end.y - start.y)).toBeGreaterThan(60);
    }
  }
});
