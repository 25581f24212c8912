import { describe, expect, it } from 'vitest';
import { loadContent } from '#content/build/load.ts';

const { points, lessons, scenarios, quizzes } = await loadContent(process.cwd());

/** Where a point can be met. The actions are those of the sandbox's forms. */
const places: Readonly<Record<string, ReadonlySet<string>>> = {
  lesson: new Set(lessons.flatMap((lesson) => lesson.points)),
  scenario: new Set(scenarios.flatMap((scenario) => scenario.points)),
  question: new Set(quizzes.flatMap(({ questions }) => questions.flatMap((question) => question.points))),
  action: new Set(points.filter(({ actions }) => actions.length > 0).map(({ id }) => id)),
};

describe('the points of the notes', () => {
  it('are all there', () => expect(points.length).toBeGreaterThanOrEqual(12));

  it.each(points)('$id is taught, drawn, done and asked', ({ id }) => {
    const missing = Object.keys(places).filter((place) => places[place]?.has(id) !== true);
    expect(missing).toEqual([]);
  });

  it('are the only ones that anything is tagged with', () => {
    const known = new Set(points.map(({ id }) => id));
    const tags = [places['lesson'], places['scenario'], places['question']].flatMap((ids) => [...(ids ?? [])]);
    expect(tags.filter((tag) => !known.has(tag))).toEqual([]);
  });
});
