import { useContext } from 'react';
import { useLens, useLensPlace, useLit } from '#app/lens/context.ts';
import { splitIds } from '#app/lens/ids.ts';
import { classNames } from '#ui/kit/class-names.ts';
import { WithinPart } from '#ui/kit/wire-text.ts';
import styles from './Id.module.css';

export interface IdProps {
  /** As it is printed; it may be written as in a query. */
  readonly value: string;
  /** Whether the Tab key stops at it; arrows lead to the others of its text. */
  readonly stop?: boolean;
}

/** A GUID or a resource ID. Pointed at, it lights up wherever it stands, and the lens says what it is. */
export function Id({ value, stop = true }: IdProps) {
  const place = useLensPlace();
  const lit = useLit(value);
  const pinned = useLens((lens) => lens.pinned);
  const isWithin = useContext(WithinPart);
  if (place === null) return value;
  const look = classNames(styles.id, lit === 'whole' && styles.lit);
  const text = lit === 'part' ? <PartlyLit value={value} /> : value;
  if (isWithin) {
    return (
      <span className={look} data-id={value}>
        {text}
      </span>
    );
  }
  return (
    // A button of HTML neither wraps within a line nor can be selected to be copied.
    <span
      role="button"
      className={look}
      tabIndex={stop ? 0 : -1}
      data-id={value}
      aria-pressed={pinned && lit === 'whole'}
      aria-describedby={lit === 'whole' ? place.labelId : undefined}
    >
      {text}
    </span>
  );
}

/** A path with the GUID in it that is looked at. */
function PartlyLit({ value }: { readonly value: string }) {
  const wanted = useLens((lens) => lens.value) ?? '';
  const at = value.toLowerCase().indexOf(wanted);
  if (at === -1) return value;
  return (
    <>
      {value.slice(0, at)}
      <span className={styles.lit}>{value.slice(at, at + wanted.length)}</span>
      {value.slice(at + wanted.length)}
    </>
  );
}

/** A text with the ids in it. One stop for the Tab key, whatever their number. */
export function IdText({ text }: { readonly text: string }) {
  const place = useLensPlace();
  const pieces = splitIds(text);
  const first = pieces.findIndex(({ isId }) => isId);
  if (place === null || first === -1) return text;
  return (
    <span data-ids="">
      {pieces.map((piece, index) =>
        piece.isId ? <Id key={index} value={piece.text} stop={index === first} /> : piece.text,
      )}
    </span>
  );
}
