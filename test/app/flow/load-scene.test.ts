import { expect, it, vi } from 'vitest';
import { forgetScene, loadScene } from '#app/flow/load-scene.ts';
import type { Scenario } from '#content/types.ts';
import { allowed } from './scenarios.ts';

function libraryOf(loadScenario: (id: string) => Promise<Scenario>) {
  return { scenarios: [allowed], loadScenario: vi.fn<(id: string) => Promise<Scenario>>(loadScenario) };
}

it('plays a scenario once for everybody who shows it', async () => {
  const library = libraryOf(() => Promise.resolve(allowed));
  const [first, second] = await Promise.all([loadScene(library, 'allowed'), loadScene(library, 'allowed')]);
  expect(first).toBe(second);
  expect(first.steps).toHaveLength(6);
  expect(library.loadScenario).toHaveBeenCalledTimes(1);
});

it('asks again after a failure, and after the file has changed', async () => {
  let connected = false;
  const library = libraryOf(() => (connected ? Promise.resolve(allowed) : Promise.reject(new Error('offline'))));
  await expect(loadScene(library, 'allowed')).rejects.toThrow('offline');
  connected = true;
  const scene = await loadScene(library, 'allowed');
  forgetScene(library, 'allowed');
  expect(await loadScene(library, 'allowed')).not.toBe(scene);
});
