import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Block, Exam } from '#content/types.ts';
import { heading, openLesson, question, text } from './open-lesson.tsx';

const remember: Block = { type: 'aside', kind: 'remember', children: [{ type: 'paragraph', children: text('Keep.') }] };
const blocks: readonly Block[] = [
  { type: 'predict', question: question('a-guess', 'What do you expect?') },
  { type: 'paragraph', children: text('The idea.') },
  heading('second'),
  { type: 'paragraph', children: text('The end.') },
  remember,
];

describe('a guess before reading', () => {
  it('is kept at once, by keyboard too, and nothing is answered before it is wanted', async () => {
    const learner = userEvent.setup();
    await openLesson({ blocks });
    const guess = within(screen.getByRole('group', { name: /What do you expect/ }));
    expect(guess.getByText('Choose before you read on. Nothing is counted.')).toBeVisible();
    expect(guess.queryByText('Show the answer now')).not.toBeInTheDocument();
    guess.getByRole('radio', { name: 'Nothing.' }).focus();
    await learner.keyboard(' ');
    expect(guess.getByText('Your guess is kept. The lesson will answer.')).toBeVisible();
    expect(guess.getByText('Something stays.')).not.toBeVisible();
    const kept = JSON.parse(localStorage.getItem('mil:progress') ?? '{}') as { readonly checks: object };
    expect(kept.checks).toEqual({ 'a-guess': 'a' });

    await learner.click(guess.getByText('Show the answer now'));
    expect(guess.getByText('Something stays.')).toBeVisible();
    expect(guess.getByText('Nobody deletes it.')).toBeVisible();
  });

  it('is not asked twice for the eye where it is the question that opens the lesson', async () => {
    await openLesson({
      blocks: [{ type: 'predict', question: question('a-guess', 'What stays?'), isOpening: true }],
    });
    const guess = screen.getByRole('group', { name: 'What stays?' });
    expect(guess).not.toHaveTextContent('What stays?');
  });

  it('is answered at the end, before what is to be remembered', async () => {
    const learner = userEvent.setup();
    await openLesson({ blocks });
    const end = await screen.findByRole('complementary', { name: 'Your guess' });
    expect(end).toHaveTextContent('You made no guess.');
    expect(end.compareDocumentPosition(screen.getByText('Keep.'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(end.compareDocumentPosition(screen.getByText('The end.'))).toBe(Node.DOCUMENT_POSITION_PRECEDING);

    await learner.click(screen.getByRole('radio', { name: 'Nothing.' }));
    expect(end).toHaveTextContent('You guessed: Nothing.Something stays.Right: The role.Nobody deletes it.');
    await learner.click(screen.getByRole('radio', { name: 'The role.' }));
    expect(end).toHaveTextContent('You guessed right: The role.Nobody deletes it.');
    expect(end).not.toHaveTextContent('Nothing.');
  });

  it('does not count as a check: without one, only the end finishes the lesson', async () => {
    await openLesson({ blocks });
    await userEvent.setup().click(screen.getByRole('radio', { name: 'The role.' }));
    expect(screen.queryByText('Read')).not.toBeInTheDocument();
  });
});

describe('where a lesson stands', () => {
  it('is said in its head: module and number', async () => {
    await openLesson({});
    expect(screen.getByText('Living with it · lesson 3 of 20')).toBeVisible();
  });

  const exam = (title: string, status: Exam['status'], ...ids: readonly string[]): Exam => ({
    title,
    status,
    href: `https://learn.microsoft.com/${title}`,
    objectives: ids.map((id) => ({ id, text: `do ${id}` })),
  });

  it('its foot names the objectives that it serves, and says when an exam has ended', async () => {
    const exams = [
      exam('SC-300', 'current', 'one', 'two'),
      exam('AZ-500', 'retired', 'three'),
      exam('Other', 'current', 'x'),
    ];
    await openLesson({ objectives: ['two', 'three'] }, exams);
    const serves = within(await screen.findByRole('region', { name: 'Objectives of exams that it serves' }));
    expect(serves.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
      'SC-300: do two',
      'AZ-500 (this exam is retired): do three',
    ]);
  });

  it('a lesson in another language than the page says so, and is marked', async () => {
    await openLesson({ language: 'fr', blocks: [heading('partie')] });
    expect(screen.getByRole('article')).toHaveAttribute('lang', 'fr');
    const notice = screen.getByText(/not translated yet/);
    expect(notice).toHaveAttribute('lang', 'en');
  });
});
