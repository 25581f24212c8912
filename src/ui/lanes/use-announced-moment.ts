import type { LanePlan } from '#app/lanes/lane-plan.ts';
import type { Player } from '#ui/diagram/use-player.ts';
import { useSpokenSteps } from '#ui/diagram/use-spoken-steps.ts';
import { laneWords } from '#words/lanes.ts';

/** Speaks each moment when it is reached. */
export function useAnnouncedMoment(player: Player, plan: LanePlan): void {
  useSpokenSteps(player, (step) => {
    const moment = plan.moments[step];
    if (moment === undefined) return null;
    const { title, text } = laneWords.told(moment);
    return laneWords.announce(step, player.count, title, text);
  });
}
