import { flowBetween } from '#app/flow/flow-run.ts';
import { sceneOf } from '#app/flow/scene.ts';
import type { FlowScene } from '#app/flow/scene.ts';
import type { World } from '#domain/timeline/timeline.ts';

/** What passed between two moments of a world, as a scene; null where nothing did, or the later is another world. */
export function sceneBetween(earlier: World, later: World): FlowScene | null {
  const isSame = earlier.timeline.seed === later.timeline.seed && earlier.timeline.cursor < later.timeline.cursor;
  if (!isSame) return null;
  const scene = sceneOf(flowBetween(earlier, later));
  return scene.steps.length === 0 ? null : scene;
}
