import type { Scenario } from '#content/types.ts';
import { playScenario } from './flow-run.ts';
import { sceneOf } from './scene.ts';
import type { FlowScene } from './scene.ts';

/** Plays a scenario in the engine and reads what happened as a scene. */
export function playScene(scenario: Scenario): FlowScene {
  return sceneOf(playScenario(scenario));
}
