import { useId, type ReactNode } from 'react';
import { AppLink } from '#ui/router/AppLink.tsx';
import type { Note } from './note.ts';
import { useNote } from './use-note.ts';

interface NoteLinkProps {
  readonly to: string;
  readonly note: Note;
  readonly className: string | undefined;
  /** What it is called where its text alone would be unclear. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A link to a term or a rule that shows on hover, focus or touch what stands there. */
export function NoteLink({ to, note, className, label, children }: NoteLinkProps) {
  const id = useId();
  const { shown, linkProps, popoverProps } = useNote(note);
  return (
    <>
      <AppLink
        to={to}
        className={className}
        aria-label={label}
        aria-describedby={shown === null ? undefined : id}
        {...linkProps}
      >
        {children}
      </AppLink>
      {shown !== null && <shown.Popover id={id} to={to} told={shown.told} anchor={shown.anchor} {...popoverProps} />}
    </>
  );
}
