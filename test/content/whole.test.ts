import { describe, expect, it } from 'vitest';
import type { KeyedQuestion } from '#content/build/keyed.ts';
import { loadContent } from '#content/build/load.ts';
import { describeProblems } from '#content/build/problem.ts';
import type { Block } from '#content/types.ts';

const content = await loadContent(process.cwd());
const asked = content.quizzes.flatMap(({ questions }) => questions);

/** The points of the notes that tell the two types apart. */
function isSystemOrUser({ points }: KeyedQuestion): boolean {
  return points.some((point) => /^(?:system|user)-|^two-types$/.test(point));
}

function count(blocks: readonly Block[], ...types: readonly Block['type'][]): number {
  return blocks.filter(({ type }) => types.includes(type)).length;
}

describe('the content of this project', () => {
  it('has no problem', () => {
    expect(describeProblems(content.problems)).toBe('');
  });

  it('is all there', () => {
    expect(content.lessons.length).toBeGreaterThanOrEqual(6);
    expect(content.scenarios.length).toBeGreaterThanOrEqual(6);
    expect(content.worlds.length).toBeGreaterThanOrEqual(3);
    expect(asked.length).toBeGreaterThanOrEqual(24);
    expect(content.points.length).toBeGreaterThanOrEqual(10);
  });

  it('asks for system-assigned against user-assigned in half of its questions', () => {
    const telling = asked.filter(isSystemOrUser);
    expect(telling.length).toBeGreaterThanOrEqual(12);
    expect(telling.length * 2).toBeGreaterThanOrEqual(asked.length);
  });

  it.each(content.lessons)('$id has a picture, something to do, two questions and a source', ({ blocks, sources }) => {
    expect(count(blocks, 'sequence', 'flow', 'figure')).toBeGreaterThanOrEqual(1);
    expect(count(blocks, 'world')).toBeGreaterThanOrEqual(1);
    expect(count(blocks, 'check')).toBeGreaterThanOrEqual(2);
    expect(sources.length).toBeGreaterThanOrEqual(1);
  });

  it('puts no right choice first more often than chance would', () => {
    const positions = asked.map(({ choices }) => choices.findIndex(({ right }) => right));
    for (const position of [0, 1, 2, 3]) {
      expect(positions.filter((found) => found === position).length).toBeLessThanOrEqual(asked.length / 2);
    }
  });
});
