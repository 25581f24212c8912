import { useLayoutEffect, useMemo, useRef } from 'react';
import { useLens, useLensPlace } from '#app/lens/context.ts';
import { meaningOf, readersOf } from '#app/lens/ids.ts';
import type { IdBook, IdMeaning } from '#app/lens/ids.ts';
import { Button } from '#ui/kit/Button.tsx';
import { classNames } from '#ui/kit/class-names.ts';
import { lensWords as words } from '#words/lens.ts';
import { IdGlyph } from './IdGlyph.tsx';
import { placeBeside } from './place-beside.ts';
import type { Pointed } from './watch-ids.ts';
import styles from './LensLabel.module.css';

interface LensLabelProps {
  readonly book: () => IdBook;
  /** The id that was pointed at. */
  readonly pointed: Pointed | null;
}

/** What the id is that is looked at, whose, and who compares it. */
export function LensLabel({ book, pointed }: LensLabelProps) {
  const place = useLensPlace();
  const value = useLens((lens) => lens.value);
  const pinned = useLens((lens) => lens.pinned);
  const label = useRef<HTMLDivElement>(null);
  const anchor = pointed?.at ?? null;
  const meaning = useMemo(() => (value === null ? null : meaningOf(book(), value)), [book, value]);

  useLayoutEffect(() => {
    const element = label.current;
    if (element === null || value === null || anchor === null || pinned) return;
    const put = (): void => placeBeside(element, anchor);
    put();
    document.addEventListener('scroll', put, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', put, { capture: true });
  }, [value, anchor, pinned]);

  if (value === null || place === null) return null;
  return (
    <div className={classNames(styles.label, pinned && styles.pinned)} ref={label} data-lens-label="">
      <Said id={place.labelId} meaning={meaning} />
      <p className={styles.foot}>
        <span>{words.places(pointed?.places ?? 1)}</span>
        {pinned ? (
          <Button variant="quiet" onClick={place.lens.getState().release}>
            {words.letGo}
          </Button>
        ) : (
          <span>{words.pin}</span>
        )}
      </p>
    </div>
  );
}

function Said({ id, meaning }: { readonly id: string; readonly meaning: IdMeaning | null }) {
  return (
    <div id={id} className={styles.text}>
      <p className={styles.kind}>
        <IdGlyph kind={meaning?.kind ?? null} />
        <strong>{meaning === null ? words.unknown : words.kind(meaning.kind)}</strong>
        {meaning !== null && <span>{words.owner(meaning)}</span>}
      </p>
      <p className={styles.compared}>
        {meaning === null ? words.unknownText : words.compared(meaning.kind, readersOf(meaning.kind))}
      </p>
    </div>
  );
}
