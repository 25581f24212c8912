import type { Collections } from '#app/content-library.ts';
import type { FlowScene } from './scene.ts';

/** Where scenarios come from. */
type Scenarios = Pick<Collections, 'loadScenario'>;

/** Scenes that were played, by library: a lesson's figure and the theatre share one. */
const played = new WeakMap<Scenarios, Map<string, Promise<FlowScene>>>();

/** Plays a scenario as a scene. Brings the engine with it, so that a page without a flow loads neither. */
export function loadScene(library: Scenarios, id: string): Promise<FlowScene> {
  const scenes = played.get(library) ?? new Map<string, Promise<FlowScene>>();
  played.set(library, scenes);
  const scene = scenes.get(id) ?? play(library, id);
  scenes.set(id, scene);
  // A lost connection should not stick: the next visit asks again.
  scene.catch(() => scenes.delete(id));
  return scene;
}

/** The file of a scenario has changed: what was played of it is old. */
export function forgetScene(library: Scenarios, id: string): void {
  played.get(library)?.delete(id);
}

async function play(library: Scenarios, id: string): Promise<FlowScene> {
  const [scenario, { playScene }] = await Promise.all([library.loadScenario(id), import('./play-scene.ts')]);
  return playScene(scenario);
}
