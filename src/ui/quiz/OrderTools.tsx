import { newOrder } from '#app/quiz/address.ts';
import { Button } from '#ui/kit/Button.tsx';
import { useAnnounce } from '#ui/kit/announce.ts';
import { quizWords } from '#ui/words/words.ts';
import type { PlaceInQuiz } from './use-place.ts';
import styles from './OrderTools.module.css';

/** The order of the questions: as written, or shuffled by a number that stands in the address. */
export function OrderTools({ place }: { readonly place: PlaceInQuiz }) {
  const announce = useAnnounce();

  function put(order: string | null): void {
    place.go({ order, question: null });
    announce(order === null ? quizWords.asWrittenNow : quizWords.shuffledNow);
  }

  return (
    <div className={styles.tools}>
      <Button variant="quiet" onClick={() => put(newOrder(place.order))}>
        {place.order === null ? quizWords.shuffle : quizWords.shuffleAgain}
      </Button>
      {place.order !== null && (
        <>
          <Button variant="quiet" onClick={() => put(null)}>
            {quizWords.asWritten}
          </Button>
          <p className={styles.note}>{quizWords.orderNote(place.order)}</p>
        </>
      )}
    </div>
  );
}
