import type { FlowScene } from '#app/flow/scene.ts';
import type { Player } from '#ui/diagram/use-player.ts';
import { useSpokenSteps } from '#ui/diagram/use-spoken-steps.ts';
import { flowWords } from '#ui/words/words.ts';
import { captionOf } from './caption.ts';

/** Speaks each step of a flow when it is reached. */
export function useAnnouncedStep(player: Player, scene: FlowScene): void {
  useSpokenSteps(player, (step) => {
    const { title, text } = captionOf(scene, step);
    return flowWords.announce(step, player.count, title, text);
  });
}
