import { describe, expect, it } from 'vitest';
import { playScene } from '#app/flow/play-scene.ts';
import { loadScenario, scenarioGroups, scenarios } from '#content/collections.ts';
import { captionOf } from '#ui/flow/caption.ts';

describe('the scenarios of the course', () => {
  it('stand in groups, each in one', () => {
    expect(scenarioGroups.flatMap(({ of }) => of)).toEqual(scenarios.map(({ id }) => id));
    expect(scenarioGroups.map(({ of }) => of.length).every((count) => count >= 3)).toBe(true);
  });

  it.each(scenarios)('$id has words for every step, and names in the place of ids', async ({ id }) => {
    const scene = playScene(await loadScenario(id));
    expect(scene.steps.length).toBeGreaterThan(0);
    const captions = Array.from({ length: scene.steps.length + 1 }, (_, step) => captionOf(scene, step));
    for (const { title, text } of captions) {
      expect(title.trim()).not.toBe('');
      expect(text.trim()).not.toBe('');
      expect(`${title} ${text}`).not.toMatch(/undefined|\bnull\b|\bfor \.|[0-9a-f]{8}-[0-9a-f]{4}-/);
    }
  });

  it('wait as the client of the SDK does, on the world’s clock', async () => {
    const scene = playScene(await loadScenario('metadata-service-updating'));
    const waits = scene.steps.flatMap(({ story }) => (story.tells === 'time-passed' ? [story.to - story.from] : []));
    expect(waits).toEqual([3, 6, 12]);
    expect(scene.steps.at(-1)?.story.tells).toBe('token-handed');
  });
});
