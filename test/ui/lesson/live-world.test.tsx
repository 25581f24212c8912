import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { openPage } from './open-page.tsx';

async function openWorld(lesson: string) {
  await openPage(`/lessons/${lesson}`);
  // The still form has the same region, but no list that follows: it goes when the live one comes.
  const goal = within(await screen.findByRole('list', { name: 'What is to be true' }));
  const world = within(screen.getByRole('region', { name: 'Try it' }));
  return {
    world,
    goal,
    states: () => goal.getAllByRole('listitem').map((line) => /: (done|open)/.exec(line.textContent)?.[1]),
  };
}

it('offers only what the task needs, and the checklist follows what is done', async () => {
  const learner = userEvent.setup();
  const { world, states, goal } = await openWorld('creating-one');
  expect(
    world
      .getAllByRole('tab', { name: /^(Create|Identity|Role|Time|Token|Call|Delete)$/ })
      .map((tab) => tab.textContent),
  ).toEqual(['Identity', 'Role', 'Time', 'Token', 'Call']);
  expect(states()).toEqual(['open', 'open']);
  expect(goal.getByText(/now no identity/)).toBeInTheDocument();
  await learner.click(world.getByRole('switch', { name: /System-assigned/ }));
  expect(states()).toEqual(['done', 'open']);
  await learner.click(world.getByRole('button', { name: 'Undo' }));
  expect(states()).toEqual(['open', 'open']);
});

it('a refusal is explained, and the goal is reached by what helps', async () => {
  const learner = userEvent.setup();
  const { world, states } = await openWorld('roles-and-scopes');
  await learner.click(world.getByRole('tab', { name: 'Call' }));
  await learner.click(world.getByRole('button', { name: 'Read' }));
  expect(world.getByText(/it is 403/)).toBeInTheDocument();

  await learner.click(world.getByRole('tab', { name: 'Role' }));
  await learner.selectOptions(world.getByRole('combobox', { name: 'Role' }), 'Storage Blob Data Reader');
  await learner.click(world.getByRole('button', { name: 'Assign a role' }));
  await learner.click(world.getByRole('tab', { name: 'Call' }));
  await learner.click(world.getByRole('button', { name: 'Read' }));
  expect(states()).toEqual(['done']);
  expect(world.getByText(/The token was never the problem/)).toBeInTheDocument();
});

it('the solution is played step by step, and can be left', async () => {
  const learner = userEvent.setup();
  const { world, states } = await openWorld('what-deletion-leaves');
  await learner.click(world.getByRole('button', { name: 'Show the solution' }));
  expect(world.getByRole('heading', { name: 'Solution, 4 steps' })).toBeInTheDocument();
  await learner.click(world.getByRole('button', { name: 'Next step' }));
  expect(world.getByRole('heading', { name: 'What went, what stayed' })).toBeInTheDocument();
  for (let step = 2; step <= 4; step += 1) await learner.click(world.getByRole('button', { name: 'Next step' }));
  expect(states()).toEqual(['done', 'done', 'done', 'done', 'done']);
  expect(world.getByText(/One principal went, one stayed/)).toBeInTheDocument();

  await learner.click(world.getByRole('button', { name: 'Try it yourself' }));
  expect(states()[0]).toBe('open');
  expect(world.getByRole('tab', { name: 'Delete' })).toBeInTheDocument();
});
