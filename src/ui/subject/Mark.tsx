import { classNames } from '#ui/kit/class-names.ts';
import { VisuallyHidden } from '#ui/kit/VisuallyHidden.tsx';
import { subjectWords } from '#ui/words/words.ts';
import { Glyph } from './Glyph.tsx';
import type { MarkKind } from './kinds.ts';
import styles from './Mark.module.css';

export interface MarkProps {
  readonly kind: MarkKind;
  /** The thing's own name; left out, the mark shows its kind. For `allowed` and `refused`: the status code. */
  readonly name?: string | number;
}

const hues: Partial<Record<MarkKind, string | undefined>> = {
  systemAssignedIdentity: styles.system,
  systemPrincipal: styles.system,
  userAssignedIdentity: styles.user,
  userPrincipal: styles.user,
  deletedPrincipal: styles.ghost,
  orphanedRole: styles.ghost,
  token: styles.token,
  allowed: styles.allowed,
  refused: styles.refused,
};

/** A thing of the subject within a line of text: its small shape and its name. */
export function Mark({ kind, name }: MarkProps) {
  const word = subjectWords.kinds[kind];
  return (
    <span className={classNames(styles.mark, hues[kind])} title={name === undefined ? undefined : word}>
      <Glyph kind={kind} />
      {name === undefined ? (
        <span>{word}</span>
      ) : (
        <>
          <span className={styles.name}>{name}</span>
          <VisuallyHidden> ({word})</VisuallyHidden>
        </>
      )}
    </span>
  );
}
