import { buttonClass } from '#ui/kit/button-class.ts';
import { Notice } from '#ui/kit/Notice.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { quizWords } from '#ui/words/words.ts';
import type { PlaceInQuiz } from './use-place.ts';

interface UnknownQuestionProps {
  readonly id: string;
  readonly place: PlaceInQuiz;
}

/** An address that names a question which this quiz does not have. */
export function UnknownQuestion({ id, place }: UnknownQuestionProps) {
  return (
    <Notice
      tone="warning"
      title={quizWords.unknownQuestionTitle}
      actions={
        <AppLink className={buttonClass('primary')} to={place.hrefOf(null)}>
          {quizWords.unknownQuestionGo}
        </AppLink>
      }
    >
      <p>{quizWords.unknownQuestionText(id)}</p>
    </Notice>
  );
}
