import {
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from 'react';
import { useLessonLibrary } from '#app/content-library.ts';
import { readNote, type Note, type ReadNote } from './note.ts';

const openAfter = 250;
const closeAfter = 200;

interface Shown extends ReadNote {
  readonly anchor: HTMLElement;
}

/**
 * When a note is shown: a while after the mouse came to its link, while the keyboard is on it, and after a touch, which
 * follows the link only when the note is shown already.
 */
export function useNote(note: Note) {
  const library = useLessonLibrary();
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** The link whose note is to be shown, also while its text is fetched. */
  const wanted = useRef<HTMLElement | null>(null);
  /** By what the link was pressed last, until it is followed. */
  const pressed = useRef<string | null>(null);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      wanted.current = null;
    },
    [],
  );

  function open(anchor: HTMLElement): void {
    wanted.current = anchor;
    // Where the text cannot be fetched the link is a link.
    readNote(library, note).then(
      (read) => {
        if (wanted.current === anchor && read !== null) setShown({ ...read, anchor });
      },
      () => {},
    );
  }

  function close(): void {
    clearTimeout(timer.current);
    wanted.current = null;
    setShown(null);
  }

  function later(wait: number, act: () => void): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, wait);
  }

  const linkProps = {
    onPointerEnter: ({ pointerType, currentTarget }: PointerEvent<HTMLElement>) => {
      if (pointerType !== 'touch') later(openAfter, () => open(currentTarget));
    },
    onPointerLeave: ({ pointerType }: PointerEvent) => {
      if (pointerType !== 'touch') later(closeAfter, close);
    },
    onPointerDown: ({ pointerType }: PointerEvent) => {
      pressed.current = pointerType;
    },
    onPointerCancel: () => {
      pressed.current = null;
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      const byTouch = pressed.current === 'touch';
      pressed.current = null;
      if (!byTouch || shown !== null) return;
      event.preventDefault();
      open(event.currentTarget);
    },
    onFocus: ({ currentTarget }: FocusEvent<HTMLElement>) => {
      if (pressed.current === null) open(currentTarget);
    },
    onBlur: ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) => {
      pressed.current = null;
      if (!holds(currentTarget.nextElementSibling, relatedTarget)) close();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || shown === null) return;
      event.stopPropagation();
      close();
    },
  };
  const popoverProps = {
    onEnter: () => clearTimeout(timer.current),
    onLeave: () => later(closeAfter, close),
    onClose: close,
  };
  return { shown, linkProps, popoverProps };
}

function holds(element: Element | null, target: EventTarget | null): boolean {
  return target instanceof Node && element?.contains(target) === true;
}
