import { useRef, useState, type Ref, type SubmitEvent } from 'react';
import type { Question } from '#content/types.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { plainText } from '#ui/content/plain-text.ts';
import { useAnnounce } from '#ui/kit/announce.ts';
import { quizWords } from '#ui/words/words.ts';
import { ChoiceForm } from './ChoiceForm.tsx';
import { Feedback } from './Feedback.tsx';
import { isFreeEnter, useKeysWithin } from './use-keys-within.ts';
import styles from './CheckQuestion.module.css';

export interface CheckQuestionProps {
  readonly question: Question;
  /** The choice that was made; null while the question is open. */
  readonly answered: string | null;
  readonly onAnswer: (choiceId: string) => void;
  /** Makes the question a heading of the page that can be focused. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
  /** Stands above the question. */
  readonly label?: string;
}

/**
 * A question with its choices; once answered, why each of them is right or wrong. The keys work while the
 * focus is inside. Give it the question's id as `key`.
 */
export function CheckQuestion({
  question,
  answered,
  onAnswer,
  headingRef,
  label = quizWords.check,
}: CheckQuestionProps) {
  const [picked, setPicked] = useState<string | null>(null);
  const [reminded, setReminded] = useState(false);
  // Where the focus goes when the form and the feedback change places; on arrival it stays where it is.
  const [turn, setTurn] = useState<'arrived' | 'answered' | 'again'>('arrived');
  const announce = useAnnounce();
  const form = useRef<HTMLFormElement>(null);
  const kept = question.choices.find(({ id }) => id === answered);
  const isOpen = kept === undefined || turn === 'again';

  function submit(): void {
    if (!isOpen) return;
    if (picked === null) {
      setReminded(true);
      announce(quizWords.chooseFirst);
      return;
    }
    setTurn('answered');
    onAnswer(picked);
    announce(resultOf(question, picked));
  }

  function pick(choiceId: string): void {
    setPicked(choiceId);
    setReminded(false);
  }

  function again(): void {
    setPicked(null);
    setTurn('again');
  }

  useKeysWithin(form, (event) => {
    if (!isOpen) return false;
    const index = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
    const choice = question.choices[index];
    if (choice === undefined) {
      if (isFreeEnter(event)) submit();
      return isFreeEnter(event);
    }
    pick(choice.id);
    form.current?.querySelectorAll<HTMLInputElement>('input[type=radio]')[index]?.focus();
    return true;
  });

  const ask = (
    <>
      <span className={styles.label}>{label}</span> <InlineContent content={question.ask} />
    </>
  );
  return (
    <form
      className={styles.question}
      ref={form}
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset>
        <legend className={styles.legend}>
          {headingRef === undefined ? (
            <span className={styles.ask}>{ask}</span>
          ) : (
            <h2 className={styles.ask} ref={headingRef} tabIndex={-1}>
              {ask}
            </h2>
          )}
        </legend>
        {isOpen ? (
          <ChoiceForm
            choices={question.choices}
            picked={picked}
            onPick={pick}
            reminded={reminded}
            takesFocus={turn === 'again'}
          />
        ) : (
          <Feedback question={question} chosen={kept.id} onAgain={again} takesFocus={turn === 'answered'} />
        )}
      </fieldset>
    </form>
  );
}

function resultOf({ choices }: Question, chosen: string): string {
  const index = choices.findIndex(({ right }) => right);
  const right = choices[index];
  if (right === undefined || right.id === chosen) return quizWords.announceRight;
  return quizWords.announceWrong(index + 1, plainText(right.text));
}
