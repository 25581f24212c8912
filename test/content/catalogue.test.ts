import { describe, expect, it, vi } from 'vitest';
import type { ContentChange } from '#content/catalogue.ts';

// What the catalogue needs of a page: somewhere to hear of edited files.
const page = new EventTarget();
vi.stubGlobal('window', page);
const catalogue = await import('#content/catalogue.ts');
vi.unstubAllGlobals();

describe('the catalogue', () => {
  it('loads each lesson that it lists', async () => {
    expect(catalogue.lessons.length).toBeGreaterThan(0);
    for (const summary of catalogue.lessons) {
      const lesson = await catalogue.loadLesson(summary.id);
      expect(lesson).toMatchObject(summary);
      expect(lesson.blocks.length).toBeGreaterThan(0);
    }
  });

  it('loads each scenario that it lists, in order', async () => {
    const scenarios = await catalogue.loadScenarios();
    expect(scenarios.length).toBeGreaterThan(0);
    expect(scenarios.map(({ id, title, summary }) => ({ id, title, summary }))).toStrictEqual(catalogue.scenarios);
  });

  it('loads each world and quiz that it lists', async () => {
    expect(catalogue.worlds.length).toBeGreaterThan(0);
    for (const summary of catalogue.worlds) expect(await catalogue.loadWorld(summary.id)).toMatchObject(summary);
    expect(catalogue.quizzes.length).toBeGreaterThan(0);
    for (const { id, title, summary, count } of catalogue.quizzes) {
      const quiz = await catalogue.loadQuiz(id);
      expect(quiz).toMatchObject({ id, title, summary });
      expect(quiz.questions).toHaveLength(count);
    }
  });

  it('refuses what is not there', async () => {
    await expect(catalogue.loadLesson('none')).rejects.toThrow('There is no lesson "none"');
    await expect(catalogue.loadScenario('none')).rejects.toThrow('There is no scenario "none"');
    await expect(catalogue.loadWorld('none')).rejects.toThrow('There is no world "none"');
    await expect(catalogue.loadQuiz('../quizzes/none')).rejects.toThrow('There is no quiz');
  });

  it('hears of an edited file, and gives the newest of it from then on', async () => {
    const [first] = await Promise.all(catalogue.worlds.map(({ id }) => catalogue.loadWorld(id)));
    if (first === undefined) throw new Error('There is no world to edit');
    const change: ContentChange = { kind: 'world', id: first.id, value: { ...first, title: 'Edited' } };
    const heard: ContentChange[] = [];
    const stop = catalogue.onContentChange((heardOf) => heard.push(heardOf));
    page.dispatchEvent(new CustomEvent('content:change', { detail: change }));
    stop();
    page.dispatchEvent(new CustomEvent('content:change', { detail: change }));
    expect(heard).toStrictEqual([change]);
    expect(await catalogue.loadWorld(first.id)).toBe(change.value);
  });
});
