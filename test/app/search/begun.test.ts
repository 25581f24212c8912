import { expect, it } from 'vitest';
import { emptyRecord } from '#app/progress/record.ts';
import { begunPlaces } from '#app/search/begun.ts';
import type { SearchEntry } from '#content/search.ts';

function entry(id: string, section: string | null): SearchEntry {
  const title = section === null ? `Lesson ${id}` : `Section ${section}`;
  return {
    kind: 'lesson',
    title,
    within: section === null ? '' : `Lesson ${id}`,
    text: '',
    target: { to: 'lesson', id, section },
  };
}

const entries = ['a', 'b', 'c', 'd', 'e'].flatMap((id) => [entry(id, null), entry(id, 'first')]);

it('offers the lesson that was read last, at its section, then others that were begun', () => {
  const record = {
    ...emptyRecord,
    lastLesson: 'b',
    lessons: {
      a: { done: false, section: null },
      b: { done: true, section: 'first' },
      c: { done: true, section: null },
      d: { done: false, section: 'gone' },
    },
  };
  expect(begunPlaces(entries, record)).toStrictEqual([
    { href: '/lessons/b#first', title: 'Section first', within: 'Lesson b' },
    { href: '/lessons/d', title: 'Lesson d', within: '' },
    { href: '/lessons/a', title: 'Lesson a', within: '' },
  ]);
});

it('offers nothing to a newcomer, and no lesson that is no longer there', () => {
  expect(begunPlaces(entries, emptyRecord)).toStrictEqual([]);
  expect(begunPlaces(entries, { ...emptyRecord, lastLesson: 'gone' })).toStrictEqual([]);
});
