import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Block } from '#content/types.ts';
import { openLesson, question, text } from './open-lesson.tsx';

/** A window that sees nothing until it is told to. */
function farAway(): { readonly comeNear: () => void } {
  const watching: { see: (entries: readonly object[]) => void }[] = [];
  class Observer {
    constructor(see: (entries: readonly object[]) => void) {
      watching.push({ see });
    }
    observe(): void {}
    disconnect(): void {}
  }
  vi.stubGlobal('IntersectionObserver', Observer);
  return {
    comeNear: () =>
      act(() => {
        for (const { see } of watching.splice(0)) see([{ isIntersecting: true }]);
      }),
  };
}

afterEach(() => vi.unstubAllGlobals());

const diagram: Block = {
  type: 'sequence',
  diagram: {
    title: 'A token is asked for',
    description: 'The application asks and gets a token.',
    participants: [
      { id: 'app', label: 'Application' },
      { id: 'imds', label: 'IMDS' },
    ],
    messages: [
      { from: 'app', to: 'imds', text: 'Ask for a token', line: 'solid' },
      { from: 'imds', to: 'app', text: 'Token', line: 'dashed' },
    ],
  },
};

const told = { title: 'A flow', steps: [{ title: 'vm-web asks', text: 'It shows nothing.' }] };
const flow: Block = { type: 'flow', scenario: 'a-flow', told };
const figure: Block = { type: 'figure', name: 'three-ids', told: { ...told, title: 'A figure' } };
const world: Block = {
  type: 'world',
  world: {
    id: 'a-world',
    task: text('Turn it on.'),
    start: [
      { do: 'create-group', name: 'rg-shop', location: 'westeurope' },
      { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop' },
    ],
    offer: ['system-assigned'],
    goal: [{ identity: 'vm-web', is: 'SystemAssigned' }],
    solution: [{ do: 'enable-system-assigned', on: 'vm-web' }],
    done: text('It is on.'),
    told: {
      offer: 'You can turn identities on.',
      way: [{ text: 'Turn on the identity of vm-web', line: 'az vm identity assign' }],
    },
  },
};
const check: Block = { type: 'check', question: question('a-check', 'What is left?') };

describe('until it is near, a block is its still form', () => {
  it('a diagram: its steps', async () => {
    farAway();
    await openLesson({ blocks: [diagram] });
    const still = within(screen.getByRole('figure', { name: 'A token is asked for' }));
    expect(still.getByText('The application asks and gets a token.')).toBeVisible();
    expect(still.getAllByRole('listitem').map((step) => step.textContent)).toEqual([
      'Application → IMDSAsk for a token',
      'IMDS → ApplicationToken',
    ]);
    expect(screen.queryByRole('button', { name: 'Play' })).not.toBeInTheDocument();
  });

  it.each([flow, figure])('a $type: what was told of it at build', async (block) => {
    farAway();
    await openLesson({ blocks: [block] });
    const still = screen.getByRole('figure', { name: block === flow ? 'A flow' : 'A figure' });
    expect(within(still).getByRole('listitem')).toHaveTextContent('vm-web asksIt shows nothing.');
  });

  it('a live world: its task, what can be done, and a way to do it behind a click', async () => {
    farAway();
    await openLesson({ blocks: [world] });
    const still = within(screen.getByRole('region', { name: 'Try it' }));
    expect(still.getByText('Turn it on.')).toBeVisible();
    expect(still.getByText('You can turn identities on.')).toBeVisible();
    expect(still.getByText('Turn on the identity of vm-web')).not.toBeVisible();
    await userEvent.setup().click(still.getByText('A way to do it'));
    expect(still.getByText('Turn on the identity of vm-web')).toBeVisible();
    expect(still.getByText('az vm identity assign')).toBeVisible();
  });

  it('a question: its choices, without the answer', async () => {
    farAway();
    await openLesson({ blocks: [check] });
    const ask = screen.getAllByText('What is left?', { exact: false })[0]?.parentElement as HTMLElement;
    expect(
      within(ask)
        .getAllByRole('listitem')
        .map((choice) => choice.textContent),
    ).toEqual(['Nothing.', 'The role.']);
    expect(ask).not.toHaveTextContent('Nobody deletes it.');
  });
});

it('gives its place to the live block, and stays for paper', async () => {
  const { comeNear } = farAway();
  await openLesson({ blocks: [diagram] });
  comeNear();
  expect(await screen.findByRole('button', { name: 'Play' })).toBeVisible();
  const [still] = screen.getAllByText('The application asks and gets a token.');
  expect(still).not.toBeVisible();
  expect(still?.closest('[data-still]')).toHaveAttribute('hidden');
});

it('comes back when the live block breaks', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { comeNear } = farAway();
  if (world.type !== 'world') throw new Error('no world');
  const start = [{ do: 'delete', name: 'nothing-of-this-name' }] as const;
  await openLesson({ blocks: [{ ...world, world: { ...world.world, start } }] });
  comeNear();
  expect(await screen.findByRole('button', { name: 'Reload the page' })).toBeVisible();
  expect(screen.getByText(/stopped working/)).toBeVisible();
  expect(screen.getByText('You can turn identities on.')).toBeVisible();
  vi.restoreAllMocks();
});

it('a plain diagram is stepped through, and says each step', async () => {
  const learner = userEvent.setup();
  await openLesson({ blocks: [diagram] });
  const figure = within(await screen.findByRole('figure', { name: 'A token is asked for' }));
  expect(figure.getByText('The application asks and gets a token.')).toBeVisible();
  await learner.click(figure.getByRole('button', { name: 'Step back' }));
  expect(await figure.findByText('Step 1 of 2')).toBeVisible();
  await learner.click(figure.getByRole('button', { name: 'Back to the beginning' }));
  expect(figure.getByText('Before step 1 of 2')).toBeVisible();
  await learner.click(figure.getByRole('button', { name: 'Next step' }));
  expect(figure.getByText('Step 1 of 2')).toBeVisible();
  expect(await screen.findByText(/Step 1 of 2\. Application → IMDS: Ask for a token/)).toBeInTheDocument();
});

it('the answers stand on a sheet of their own, in the order of the lesson', async () => {
  await openLesson({
    blocks: [{ type: 'predict', question: question('a-guess', 'What do you expect?') }, world, check],
  });
  const sheet = within(screen.getByRole('region', { name: 'Answers' }));
  const [guess, task, answer] = within(sheet.getAllByRole('list')[0] as HTMLElement)
    .getAllByRole('listitem')
    .filter((item) => item.parentElement === sheet.getAllByRole('list')[0]);
  expect(guess).toHaveTextContent('What do you expect?B. The role.Nobody deletes it.');
  expect(task).toHaveTextContent('Turn it on.Turn on the identity of vm-webaz vm identity assign');
  expect(answer).toHaveTextContent('What is left?B. The role.Nobody deletes it.');
});
