import { useProgress } from '#app/progress/context.ts';
import type { Choice, Question } from '#content/types.ts';

interface Guess {
  /** Null while there is none. */
  readonly guess: Choice | null;
  readonly keep: (choiceId: string) => void;
}

/** What the reader guessed, kept beside the answers of the checks. */
export function useGuess({ id, choices }: Question): Guess {
  const kept = useProgress(({ record }) => record.checks[id]);
  const answer = useProgress((progress) => progress.answerCheck);
  const guess = choices.find((choice) => choice.id === kept) ?? null;
  return { guess, keep: (choiceId) => answer(id, choiceId) };
}
