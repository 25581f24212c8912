import type { Row } from '#ui/diagram/picture.ts';
import type { Player } from '#ui/diagram/use-player.ts';
import { useSpokenSteps } from '#ui/diagram/use-spoken-steps.ts';
import { playerWords } from '#words/flow/player.ts';

/** Speaks each step of a plain diagram when it is reached. */
export function useSpokenStep(player: Player, rows: readonly Row[]): void {
  useSpokenSteps(
    player,
    (step) => `${playerWords.stepOf(step, player.count)}. ${rows[step - 1]?.title ?? playerWords.openingTitle}`,
  );
}
