import type { ComponentType } from 'react';
import type { LessonLibrary } from '#app/content-library.ts';
import type { NotePopoverProps } from '#ui/glossary/NotePopover.tsx';

/** What a note tells: a term of the glossary, or rules of the engine. */
export type Note = { readonly term: string } | { readonly rules: readonly string[] };

/** A note that can be shown. */
export interface ReadNote {
  readonly Popover: ComponentType<NotePopoverProps>;
  readonly told: NotePopoverProps['told'];
}

/** Fetches the text of a note, and what shows it. Null where the text has no such term or rule. */
export async function readNote(library: LessonLibrary, note: Note): Promise<ReadNote | null> {
  const [{ NotePopover: Popover }, told] = await Promise.all([
    import('#ui/glossary/NotePopover.tsx'),
    textOf(library, note),
  ]);
  return told === null ? null : { Popover, told };
}

async function textOf(library: LessonLibrary, note: Note): Promise<ReadNote['told'] | null> {
  if ('term' in note) {
    const term = (await library.loadTerms()).find(({ id }) => id === note.term);
    return term === undefined ? null : { term };
  }
  const rules = (await library.loadRules()).filter(({ id }) => note.rules.includes(id));
  return rules.length === 0 ? null : { rules };
}
