import { describe, expect, it, vi } from 'vitest';
import type { ContentChange } from '#content/catalogue.ts';

// What the catalogue needs of a page: somewhere to hear of edited files.
const page = new EventTarget();
vi.stubGlobal('window', page);
const catalogue = await import('#content/catalogue.ts');
const course = await catalogue.loadCourse();
const collections = await catalogue.loadCollections();
vi.unstubAllGlobals();

describe('the catalogue', () => {
  it('loads each lesson that it lists', async () => {
    expect(course.lessons.length).toBeGreaterThan(0);
    for (const summary of course.lessons) {
      expect(catalogue.hasLesson(summary.id)).toBe(true);
      const lesson = await catalogue.loadLesson(summary.id);
      expect(lesson).toMatchObject(summary);
      expect(lesson.blocks.length).toBeGreaterThan(0);
    }
  });

  it('fetches each list once', () => {
    expect(catalogue.loadCourse()).toBe(catalogue.loadCourse());
    expect(catalogue.loadCollections()).toBe(catalogue.loadCollections());
  });

  it('loads each scenario, world and quiz that it lists', async () => {
    expect(collections.scenarios.length).toBeGreaterThan(0);
    for (const summary of collections.scenarios) {
      expect(await collections.loadScenario(summary.id)).toMatchObject(summary);
    }
    expect(collections.worlds.length).toBeGreaterThan(0);
    for (const summary of collections.worlds) expect(await collections.loadWorld(summary.id)).toMatchObject(summary);
    expect(collections.quizzes.length).toBeGreaterThan(0);
    for (const { id, title, summary, count } of collections.quizzes) {
      const quiz = await collections.loadQuiz(id);
      expect(quiz).toMatchObject({ id, title, summary });
      expect(quiz.questions).toHaveLength(count);
    }
  });

  it('refuses what is not there', async () => {
    expect(catalogue.hasLesson('none')).toBe(false);
    await expect(catalogue.loadLesson('none')).rejects.toThrow('There is no lesson "none"');
    await expect(collections.loadScenario('none')).rejects.toThrow('There is no scenario "none"');
    await expect(collections.loadWorld('none')).rejects.toThrow('There is no world "none"');
    await expect(collections.loadQuiz('../quizzes/none')).rejects.toThrow('There is no quiz');
  });

  it('hears of an edited file, and gives the newest of it from then on', async () => {
    const [first] = await Promise.all(collections.worlds.map(({ id }) => collections.loadWorld(id)));
    if (first === undefined) throw new Error('There is no world to edit');
    const change: ContentChange = { kind: 'world', id: first.id, value: { ...first, title: 'Edited' } };
    const heard: ContentChange[] = [];
    const stop = catalogue.onContentChange((heardOf) => heard.push(heardOf));
    page.dispatchEvent(new CustomEvent('content:change', { detail: change }));
    stop();
    page.dispatchEvent(new CustomEvent('content:change', { detail: change }));
    expect(heard).toStrictEqual([change]);
    expect(await collections.loadWorld(first.id)).toBe(change.value);
  });
});
