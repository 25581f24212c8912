import { describe, expect, it } from 'vitest';
import { loadContent } from '#content/build/load.ts';
import { describeProblem } from '#content/build/problem.ts';
import { soundContent, withProject } from './authoring.ts';

const { misconceptions, classQuestions } = await loadContent(process.cwd());

const problemsWith = (files: Readonly<Record<string, string>>) =>
  withProject({ ...soundContent, ...files }, async (root) => (await loadContent(root)).problems.map(describeProblem));

describe('what people get wrong, and what classes ask', () => {
  it('every one of the sixteen misconceptions is cured in a lesson', () => {
    expect(misconceptions.map(({ id }) => id)).toEqual(Array.from({ length: 16 }, (_, index) => `M${index + 1}`));
  });

  it('every one of the thirteen questions of classes is answered, each once', () => {
    expect(new Set(classQuestions.map(({ id }) => id)).size).toBe(13);
    expect(classQuestions).toHaveLength(13);
  });

  it('names headings and questions that there are', async () => {
    expect(
      await problemsWith({
        'content/misconceptions.yaml':
          'misconceptions:\n  - { id: M1, belief: This., truth: That., lesson: a-lesson, heading: lost, question: gone }\n',
      }),
    ).toEqual([
      'content/misconceptions.yaml:2 misconceptions[0].heading: the link "/lessons/a-lesson#lost" leads nowhere: the lesson has no heading "lost"',
      'content/misconceptions.yaml:2 misconceptions[0].question: there is no question "gone"',
    ]);
  });
});
