import { render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { MemoryRouter } from '#ui/router/navigation.ts';
import { expect, it } from 'vitest';
import { ContentLibraryProvider } from '#app/content-library.ts';
import type { Question } from '#content/types.ts';
import { Announcer } from '#ui/kit/Announcer.tsx';
import { CheckQuestion } from '#ui/quiz/CheckQuestion.tsx';
import { question, shopLibrary } from './quiz-world.tsx';

const answers: string[] = [];

function Check({ asked }: { readonly asked: Question }) {
  const [answered, setAnswered] = useState<string | null>(null);
  return (
    <CheckQuestion
      question={asked}
      answered={answered}
      onAnswer={(choice) => {
        answers.push(choice);
        setAnswered(choice);
      }}
    />
  );
}

function ask(asked = question('vm-web', 2, ['tokens'])): UserEvent {
  answers.length = 0;
  render(
    <ContentLibraryProvider value={shopLibrary}>
      <Announcer>
        <MemoryRouter>
          <button type="button">Elsewhere</button>
          <Check asked={asked} />
        </MemoryRouter>
      </Announcer>
    </ContentLibraryProvider>,
  );
  return userEvent.setup();
}

const group = (): HTMLElement => screen.getByRole('group', { name: /What about vm-web\?/ });
const feedback = (): HTMLElement => screen.getByRole('group', { name: 'Feedback' });
const choices = (): string[] =>
  within(within(feedback()).getAllByRole('list')[0] ?? feedback())
    .getAllByRole('listitem')
    .map((item) => item.textContent);

it('a wrong answer shows every choice with its verdict and its reason, and marks the one that was chosen', async () => {
  const learner = ask();
  await learner.click(within(group()).getByRole('radio', { name: 'vm-web wrong 3' }));
  await learner.click(screen.getByRole('button', { name: 'Answer' }));

  expect(within(feedback()).getByText('Not quite: the right answer is 2')).toBeVisible();
  expect(choices()).toEqual([
    expect.stringMatching(/^vm-web wrong 1.*Wrong: Because of vm-web 1\./),
    expect.stringMatching(/^vm-web right.*Right: Because of vm-web 2\./),
    expect.stringMatching(/^vm-web wrong 3.*Your answer.*Wrong: Because of vm-web 3\./),
    expect.stringMatching(/^vm-web wrong 4.*Wrong: Because of vm-web 4\./),
  ]);
  expect(screen.getAllByText('Your answer')).toHaveLength(1);
  expect(screen.getByRole('status')).toHaveTextContent('Not quite. The right answer is 2: vm-web right');
  expect(feedback()).toHaveFocus();
  expect(answers).toEqual(['c']);
});

it('says what to read again, and nothing where no lesson teaches it', async () => {
  const learner = ask();
  await learner.click(screen.getByRole('radio', { name: 'vm-web right' }));
  await learner.click(screen.getByRole('button', { name: 'Answer' }));
  expect(screen.getByText('That is right')).toBeVisible();
  expect(screen.getByRole('link', { name: 'The token flow' })).toHaveAttribute('href', '/lessons/tokens');
});

it('leaves reading out where no lesson teaches it', async () => {
  const learner = ask(question('vm-web', 2));
  await learner.click(screen.getByRole('radio', { name: 'vm-web right' }));
  await learner.click(screen.getByRole('button', { name: 'Answer' }));
  expect(screen.queryByText('Read again:')).not.toBeInTheDocument();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});

it('is locked once answered, until it is tried again', async () => {
  const learner = ask();
  await learner.click(screen.getByRole('radio', { name: 'vm-web wrong 1' }));
  await learner.click(screen.getByRole('button', { name: 'Answer' }));
  expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  await learner.keyboard('2{Enter}');
  expect(answers).toEqual(['a']);

  await learner.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByRole('radio', { name: 'vm-web wrong 1' })).toHaveFocus();
  expect(screen.queryByRole('radio', { checked: true })).not.toBeInTheDocument();
  await learner.keyboard('2{Enter}');
  expect(answers).toEqual(['a', 'b']);
  expect(screen.getByText('That is right')).toBeVisible();
});

it('is answered by digits and Enter, and by arrows, while the focus is inside', async () => {
  const learner = ask();
  await learner.click(screen.getByRole('button', { name: 'Elsewhere' }));
  await learner.keyboard('2');
  expect(screen.queryByRole('radio', { checked: true })).not.toBeInTheDocument();

  await learner.tab();
  await learner.keyboard('4');
  expect(screen.getByRole('radio', { name: 'vm-web wrong 4' })).toBeChecked();
  expect(screen.getByRole('radio', { name: 'vm-web wrong 4' })).toHaveFocus();
  await learner.keyboard('{ArrowUp}');
  expect(screen.getByRole('radio', { name: 'vm-web wrong 3' })).toBeChecked();
  await learner.keyboard('9{Control>}1{/Control}');
  expect(screen.getByRole('radio', { name: 'vm-web wrong 3' })).toBeChecked();
  await learner.keyboard('{Enter}');
  expect(answers).toEqual(['c']);
});

it('asks for a choice when there is none yet', async () => {
  const learner = ask();
  await learner.click(screen.getByRole('button', { name: 'Answer' }));
  expect(screen.getByRole('button', { name: 'Answer' })).toHaveAccessibleDescription('Choose an answer first.');
  expect(screen.getByRole('status')).toHaveTextContent('Choose an answer first.');
  expect(answers).toEqual([]);
});

it('shows marks and links of the content', () => {
  const asked = question('vm-web', 2);
  ask({
    ...asked,
    ask: [
      { type: 'text', value: 'What about vm-web? ' },
      { type: 'strong', children: [{ type: 'text', value: 'Exactly' }] },
      { type: 'emphasis', children: [{ type: 'text', value: 'one' }] },
      { type: 'link', href: '/flow', children: [{ type: 'text', value: 'the flow' }] },
      { type: 'link', href: 'https://learn.microsoft.com/', children: [{ type: 'code', value: 'docs' }] },
    ],
  });
  expect(screen.getByText('Exactly').tagName).toBe('STRONG');
  expect(screen.getByText('one').tagName).toBe('EM');
  expect(screen.getByRole('link', { name: 'the flow' })).toHaveAttribute('href', '/flow');
  expect(screen.getByRole('link', { name: 'docs' })).toHaveAttribute('href', 'https://learn.microsoft.com/');
});
