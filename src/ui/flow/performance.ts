import type { FlowScene } from '#app/flow/scene.ts';
import type { Plan } from '#ui/diagram/plan.ts';
import type { Player } from '#ui/diagram/use-player.ts';
import type { ReadAloud } from './use-read-aloud.ts';

/** What every shape of the theatre shows. */
export interface Performance {
  /** Of the scenario. */
  readonly id: string;
  readonly scene: FlowScene;
  readonly plan: Plan;
  readonly player: Player;
  /** The step has just been jumped to: what changed is highlighted. */
  readonly fresh: boolean;
  readonly showKeys: () => void;
  readonly readAloud: ReadAloud;
}
