import { expect, it } from 'vitest';
import { continuation } from '#app/lesson/course.ts';
import { emptyRecord } from '#app/progress/record.ts';

const lessons = ['one', 'two', 'three'].map((id) => ({ id, title: id, question: '', summary: '', minutes: 1 }));
const read = { done: true, section: null };

it('begins with the first lesson', () => {
  expect(continuation(lessons, emptyRecord)).toMatchObject({ lesson: { id: 'one' }, kind: 'begin' });
});

it('goes on where it was left', () => {
  const record = { ...emptyRecord, lastLesson: 'two', lessons: { two: { done: false, section: 'middle' } } };
  expect(continuation(lessons, record)).toMatchObject({ lesson: { id: 'two' }, section: 'middle', kind: 'goOn' });
});

it('goes to the next after one that is read, and back to what was left out', () => {
  const second = { ...emptyRecord, lastLesson: 'two', lessons: { two: read } };
  expect(continuation(lessons, second)).toMatchObject({ lesson: { id: 'three' }, kind: 'next' });
  const last = { ...emptyRecord, lastLesson: 'three', lessons: { two: read, three: read } };
  expect(continuation(lessons, last)).toMatchObject({ lesson: { id: 'one' }, kind: 'next' });
});

it('ends when all are read, and passes over a lesson that is no more', () => {
  const all = { ...emptyRecord, lastLesson: 'three', lessons: { one: read, two: read, three: read } };
  expect(continuation(lessons, all)).toBeNull();
  expect(continuation(lessons, { ...emptyRecord, lastLesson: 'gone' })).toMatchObject({ lesson: { id: 'one' } });
});
