import { useLayoutEffect, useRef } from 'react';
import { paths } from '#app/paths.ts';
import type { RuleText, Term } from '#content/types.ts';
import { AppLink } from '#ui/router/AppLink.tsx';
import { popoverWords as words } from '#words/reference/popover.ts';
import { NoteText } from './NoteText.tsx';
import { placeBeside } from './place-beside.ts';
import styles from './NotePopover.module.css';

export interface NotePopoverProps {
  readonly id: string;
  /** Where the link of the note leads. */
  readonly to: string;
  readonly told: { readonly term: Term } | { readonly rules: readonly RuleText[] };
  readonly anchor: HTMLElement;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

/** What a note tells, beside its link: the browser keeps it above everything, and closes it on Escape or a touch elsewhere. */
export function NotePopover({ id, to, told, anchor, onEnter, onLeave, onClose }: NotePopoverProps) {
  const box = useRef<HTMLSpanElement>(null);

  useLayoutEffect(() => {
    const popover = box.current;
    if (popover === null) return;
    // Where there are no popovers it is a part of the text, which is still readable.
    popover.showPopover?.();
    const place = () => placeBeside(popover, anchor);
    place();
    window.addEventListener('scroll', place, { passive: true, capture: true });
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  }, [anchor]);

  return (
    <span
      ref={box}
      id={id}
      className={styles.box}
      popover="auto"
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
      onToggle={({ newState }) => {
        if (newState === 'closed') onClose();
      }}
    >
      {'term' in told ? <TermNote term={told.term} to={to} /> : <RuleNotes rules={told.rules} />}
    </span>
  );
}

function TermNote({ term: { term, means }, to }: { readonly term: Term; readonly to: string }) {
  return (
    <>
      <strong className={styles.name}>{term}</strong>
      <span className={styles.text}>
        <NoteText content={means} />
      </span>
      <AppLink className={styles.more} to={to} tabIndex={-1}>
        {words.inGlossary}
      </AppLink>
    </>
  );
}

function RuleNotes({ rules }: { readonly rules: readonly RuleText[] }) {
  return rules.map(({ id, text, source }) => (
    <span key={id} className={styles.rule}>
      <AppLink className={styles.number} to={`${paths.referencePage.href('rules')}#${id}`} tabIndex={-1}>
        {id}
      </AppLink>
      <span className={styles.text}>
        <NoteText content={text} />
      </span>
      <span className={styles.source}>{words.source(source)}</span>
    </span>
  ));
}
