import { describe, expect, it } from 'vitest';
import type { SettingsStorage } from '#app/preferences/storage.ts';
import { createProgress } from '#app/progress/progress.ts';

function storageWith(kept: Record<string, string> = {}): SettingsStorage & { readonly kept: Map<string, string> } {
  const map = new Map(Object.entries(kept));
  return { kept: map, read: (key) => map.get(key) ?? null, write: (key, value) => void map.set(key, value) };
}

const denied: SettingsStorage = { read: () => null, write: () => {} };

describe('progress', () => {
  it('is kept across visits', () => {
    const storage = storageWith();
    const first = createProgress(storage).getState();
    first.readTo('user-assigned', 'name-the-one-you-mean');
    first.finishLesson('system-assigned');
    first.answerCheck('no-credentials-a-year-later', 'a');
    first.answerQuestion('first-steps', 'q-1', 'b');

    const { record, wasSetAside } = createProgress(storage).getState();
    expect(wasSetAside).toBe(false);
    expect(record.lessons).toEqual({
      'user-assigned': { done: false, section: 'name-the-one-you-mean' },
      'system-assigned': { done: true, section: null },
    });
    expect(record.lastLesson).toBe('system-assigned');
    expect(record.checks).toEqual({ 'no-credentials-a-year-later': 'a' });
    expect(record.quizzes).toEqual({ 'first-steps': { answers: { 'q-1': 'b' } } });
  });

  it('a lesson that is read stays read while it is read again', () => {
    const store = createProgress(storageWith());
    store.getState().finishLesson('user-assigned');
    store.getState().readTo('user-assigned', null);
    expect(store.getState().record.lessons['user-assigned']).toEqual({ done: true, section: null });
  });

  it('a quiz that is taken again begins empty, and the others keep their answers', () => {
    const store = createProgress(storageWith());
    const { answerQuestion, restartQuiz } = store.getState();
    answerQuestion('one', 'q', 'a');
    answerQuestion('one', 'q', 'b');
    answerQuestion('two', 'q', 'c');
    expect(store.getState().record.quizzes['one']?.answers).toEqual({ q: 'b' });
    restartQuiz('one');
    expect(store.getState().record.quizzes).toEqual({ one: { answers: {} }, two: { answers: { q: 'c' } } });
  });

  it('two tabs do not undo each other', () => {
    const storage = storageWith();
    const [one, other] = [createProgress(storage), createProgress(storage)];
    one.getState().answerCheck('first', 'a');
    other.getState().answerCheck('second', 'b');
    expect(createProgress(storage).getState().record.checks).toEqual({ first: 'a', second: 'b' });
  });

  it.each([
    ['no JSON', '{'],
    ['another version', '{"version":2,"lessons":{},"lastLesson":null,"checks":{},"quizzes":{}}'],
    [
      'a wrong field',
      '{"version":1,"lessons":{"a":{"done":"yes","section":null}},"lastLesson":null,"checks":{},"quizzes":{}}',
    ],
  ])('what is %s is put aside, not overwritten', (_what, text) => {
    const storage = storageWith({ 'mil:progress': text });
    const store = createProgress(storage);
    expect(store.getState().wasSetAside).toBe(true);
    expect(store.getState().record.lessons).toEqual({});
    store.getState().finishLesson('user-assigned');
    expect(storage.kept.get('mil:progress:unreadable')).toBe(text);
    expect(createProgress(storage).getState().record.lessons).toHaveProperty('user-assigned');
  });

  it('works where storage is denied', () => {
    const store = createProgress(denied);
    store.getState().answerCheck('first', 'a');
    store.getState().finishLesson('user-assigned');
    expect(store.getState().record.checks).toEqual({ first: 'a' });
    expect(store.getState().record.lessons['user-assigned']?.done).toBe(true);
  });
});
