import { expect, it } from 'vitest';
import { newOrder, placeIn, quizHref } from '#app/quiz/address.ts';
import { runOf, viewOf, waysFrom } from '#app/quiz/run.ts';
import type { Question } from '#content/types.ts';

const questions: readonly Question[] = ['one', 'two', 'three'].map((id) => ({
  id,
  ask: [],
  choices: [
    { id: 'a', text: [], right: true, why: [] },
    { id: 'b', text: [], right: false, why: [] },
  ],
  lessons: [],
}));

const ids = (order: string | null): string[] => runOf(questions, {}, order).items.map(({ question }) => question.id);

it('stands in the order as written, or in one that its number decides', () => {
  expect(ids(null)).toEqual(['one', 'two', 'three']);
  expect(ids('4711')).toEqual(ids('4711'));
  const orders = Array.from({ length: 60 }, (_, seed) => ids(String(seed)).join(' '));
  expect(new Set(orders).size).toBe(6);
});

it('numbers the questions in their present order and tells how each stands', () => {
  const { items } = runOf(questions, { one: 'a', two: 'b', three: 'z' }, null);
  expect(items.map(({ number, state, chosen }) => [number, state, chosen])).toEqual([
    [1, 'right', 'a'],
    [2, 'wrong', 'b'],
    [3, 'open', null],
  ]);
});

it('leads back in order, and on to what is open', () => {
  const answers = { two: 'a' };
  const run = runOf(questions, answers, null);
  expect(waysFrom(run, answers, 'one')).toEqual({ back: null, on: { to: 'question', id: 'three' } });
  expect(waysFrom(run, answers, 'three')).toEqual({ back: 'two', on: { to: 'question', id: 'one' } });
});

it('leads nowhere from the only open question, and to the result from an answered quiz', () => {
  const most = { one: 'a', two: 'a' };
  expect(waysFrom(runOf(questions, most, null), most, 'three').on).toBeNull();
  const all = { ...most, three: 'b' };
  expect(waysFrom(runOf(questions, all, null), all, 'three').on).toEqual({ to: 'result' });
});

it('shows the question of the address, else the first open one, else the result', () => {
  const run = runOf(questions, { one: 'a' }, null);
  expect(viewOf(run, 'three')).toMatchObject({ show: 'question', item: { number: 3 } });
  expect(viewOf(run, null)).toEqual({ show: 'resume', at: 'two' });
  expect(viewOf(run, 'four')).toEqual({ show: 'unknown', question: 'four' });
  expect(viewOf(runOf(questions, { one: 'a', two: 'b', three: 'b' }, null), null)).toMatchObject({
    show: 'result',
    result: { right: 1, wrong: ['two', 'three'] },
  });
});

it('an address says the same when it is read back', () => {
  for (const place of [
    { question: null, order: null },
    { question: 'who-talks', order: null },
    { question: null, order: '4711' },
    { question: 'a&b=c', order: 'é 1' },
  ]) {
    expect(placeIn(new URL(quizHref('first-steps', place), 'https://lab.test').search)).toEqual(place);
  }
  expect(placeIn('?question=&order=')).toEqual({ question: null, order: null });
});

it('a new order is another than the present one', () => {
  const first = newOrder(null);
  expect(first).toMatch(/^\d{4}$/);
  for (let turn = 0; turn < 50; turn += 1) expect(newOrder(first)).not.toBe(first);
});
