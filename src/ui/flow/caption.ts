import type { FlowScene } from '#app/flow/scene.ts';
import { flowWords } from '#ui/words/words.ts';

export interface CaptionWords {
  readonly title: string;
  readonly text: string;
  /** The world's clock, in Unix seconds. */
  readonly at: number;
}

/** A step in words; step 0 is the moment before the first. */
export function captionOf(scene: FlowScene, step: number): CaptionWords {
  const shown = scene.steps[step - 1];
  if (shown === undefined) {
    return { title: flowWords.openingTitle, text: flowWords.opening(scene), at: scene.startsAt };
  }
  const { title, text } = flowWords.tell(shown.story);
  return { title, text, at: shown.at };
}
