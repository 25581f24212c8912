import { useLocation, useNavigate } from '#ui/router/navigation.ts';
import { placeIn, quizHref, type QuizPlace } from '#app/quiz/address.ts';
import { inMode, useDisplayMode } from '#ui/router/display-mode.ts';

export interface PlaceInQuiz extends QuizPlace {
  /** The address of a question in the present order; null for where the learner was, or the result. */
  readonly hrefOf: (question: string | null) => string;
  readonly go: (place: Partial<QuizPlace>) => void;
}

/** The question and the order that the address names, and how to move. */
export function usePlace(quizId: string): PlaceInQuiz {
  const { search } = useLocation();
  const navigate = useNavigate();
  const mode = useDisplayMode();
  const place = placeIn(search);
  return {
    ...place,
    hrefOf: (question) => quizHref(quizId, { ...place, question }),
    go: (change) => navigate(inMode(quizHref(quizId, { ...place, ...change }), mode)),
  };
}
