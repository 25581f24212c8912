import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextOpen, score, stateOf, type Answers, type ScoredQuestion } from '#domain/quiz/score.ts';
import { seed } from '#test/support/seed.ts';

function question(id: string, lessons: readonly string[] = []): ScoredQuestion {
  return {
    id,
    choices: [
      { id: 'a', right: false },
      { id: 'b', right: true },
      { id: 'c', right: false },
    ],
    lessons,
  };
}

const three = [question('one', ['tokens']), question('two', ['tokens', 'roles']), question('three', ['roles'])];

it('a question is open until it has one of its choices', () => {
  expect(stateOf(question('one'), {})).toBe('open');
  expect(stateOf(question('one'), { one: 'b' })).toBe('right');
  expect(stateOf(question('one'), { one: 'a' })).toBe('wrong');
  expect(stateOf(question('one'), { one: 'z' })).toBe('open');
});

it('a question may be named like a property of every object', () => {
  expect(stateOf(question('constructor'), {})).toBe('open');
  expect(stateOf(question('constructor'), { constructor: 'b' })).toBe('right');
});

it('is incomplete while a question is open, and names the first of them', () => {
  expect(score(three, {})).toEqual({ kind: 'incomplete', answered: 0, total: 3, next: 'one' });
  expect(score(three, { one: 'b', three: 'a' })).toEqual({ kind: 'incomplete', answered: 2, total: 3, next: 'two' });
});

it('is complete once every question is answered', () => {
  expect(score(three, { one: 'b', two: 'b', three: 'b' })).toEqual({
    kind: 'complete',
    right: 3,
    total: 3,
    wrong: [],
    readAgain: [],
  });
});

it('ranks the lessons by how many wrong answers point to them', () => {
  expect(score(three, { one: 'b', two: 'a', three: 'c' })).toEqual({
    kind: 'complete',
    right: 1,
    total: 3,
    wrong: ['two', 'three'],
    readAgain: [
      { lesson: 'roles', wrong: 2 },
      { lesson: 'tokens', wrong: 1 },
    ],
  });
});

it('lessons with as many wrong answers stay in the order they came up, and count once a question', () => {
  const questions = [question('one', ['z', 'z']), question('two', ['a'])];
  expect(score(questions, { one: 'a', two: 'a' })).toMatchObject({
    readAgain: [
      { lesson: 'z', wrong: 1 },
      { lesson: 'a', wrong: 1 },
    ],
  });
});

it('a quiz without questions is complete', () => {
  expect(score([], {})).toMatchObject({ kind: 'complete', right: 0, total: 0 });
});

it('goes on to the next open question, past the last to the first', () => {
  expect(nextOpen(three, {}, 'one')).toBe('two');
  expect(nextOpen(three, { two: 'a' }, 'one')).toBe('three');
  expect(nextOpen(three, { two: 'a' }, 'three')).toBe('one');
  expect(nextOpen(three, { one: 'b', two: 'a' }, 'three')).toBeNull();
  expect(nextOpen(three, {}, 'elsewhere')).toBe('one');
});

const lessonIds = fc.constantFrom('tokens', 'roles', 'imds', 'deletion');
const quizAndAnswers = fc
  .uniqueArray(fc.string(), { maxLength: 8 })
  .chain((ids) =>
    fc.tuple(
      fc.tuple(...ids.map((id) => fc.array(lessonIds, { maxLength: 3 }).map((lessons) => question(id, lessons)))),
      fc.tuple(...ids.map(() => fc.option(fc.constantFrom('a', 'b', 'c', 'gone'), { nil: undefined }))),
    ),
  )
  .map(([questions, chosen]) => {
    const pairs = questions.flatMap(({ id }, index) => (chosen[index] === undefined ? [] : [[id, chosen[index]]]));
    return { questions, answers: Object.fromEntries(pairs) as Answers };
  });

it('right, wrong and open make the whole, and the lessons come in falling order', () => {
  fc.assert(
    fc.property(quizAndAnswers, ({ questions, answers }) => {
      const states = questions.map((each) => stateOf(each, answers));
      const count = (wanted: string): number => states.filter((state) => state === wanted).length;
      const result = score(questions, answers);
      expect(result.total).toBe(questions.length);
      if (result.kind === 'incomplete') {
        expect(result.answered).toBe(count('right') + count('wrong'));
        expect(result.next).toBe(questions[states.indexOf('open')]?.id);
        return;
      }
      expect(count('open')).toBe(0);
      expect([result.right, result.wrong.length]).toEqual([count('right'), count('wrong')]);
      const counts = result.readAgain.map(({ wrong }) => wrong);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      for (const { lesson, wrong } of result.readAgain) {
        const pointing = questions.filter(({ id, lessons }) => result.wrong.includes(id) && lessons.includes(lesson));
        expect(pointing).toHaveLength(wrong);
      }
    }),
    { seed },
  );
});

it('the order of the questions changes neither how many are right nor which are wrong', () => {
  fc.assert(
    fc.property(quizAndAnswers, ({ questions, answers }) => {
      const [forwards, backwards] = [score(questions, answers), score(questions.toReversed(), answers)];
      if (forwards.kind === 'incomplete' || backwards.kind === 'incomplete') {
        expect(forwards).toMatchObject({ kind: 'incomplete' });
        expect(backwards).toMatchObject({ kind: 'incomplete' });
        return;
      }
      expect(forwards.right).toBe(backwards.right);
      expect(forwards.wrong).toEqual(backwards.wrong.toReversed());
    }),
    { seed },
  );
});

it('going on meets every open question once before it comes back', () => {
  fc.assert(
    fc.property(quizAndAnswers, ({ questions, answers }) => {
      const open = questions.filter((each) => stateOf(each, answers) === 'open').map(({ id }) => id);
      const met: string[] = [];
      let here = open[0];
      while (here !== undefined && !met.includes(here)) {
        met.push(here);
        here = nextOpen(questions, answers, here) ?? undefined;
      }
      expect(met).toEqual(open);
    }),
    { seed },
  );
});
