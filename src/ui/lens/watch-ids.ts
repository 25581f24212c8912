import { idValue } from '#app/lens/ids.ts';
import type { LensApi } from '#app/lens/lens-store.ts';

/** The id that was pointed at last. */
export interface Pointed {
  readonly at: Element;
  /** How often it stands on the page. */
  readonly places: number;
}

/** How long the pointer may be on its way from an id to the label. */
const grace = 160;

/** Shows the lens whatever is pointed at in an element, by mouse, finger or focus. Returns the way to stop. */
export function watchIds(root: HTMLElement, lens: LensApi, onPoint: (pointed: Pointed) => void): () => void {
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const { point, pin, release } = lens.getState();

  function look(id: Element): void {
    clearTimeout(leaving);
    point(valueOf(id));
    if (!lens.getState().pinned) onPoint(pointedAt(id));
  }

  function leave(): void {
    clearTimeout(leaving);
    leaving = setTimeout(() => point(null), grace);
  }

  function onPointer({ target }: Event): void {
    const id = idAt(target);
    if (id !== null) look(id);
    else if (isLabel(target)) clearTimeout(leaving);
    else leave();
  }

  function onFocus({ target }: Event): void {
    const id = idAt(target) ?? idIn(target);
    if (id !== null) look(id);
    else leave();
  }

  function keep(id: Element): void {
    clearTimeout(leaving);
    pin(valueOf(id));
    onPoint(pointedAt(id));
  }

  function onClick({ target }: Event): void {
    const id = idAt(target);
    // Whoever marks a text to copy it does not mean to keep it.
    if (id !== null && document.getSelection()?.isCollapsed !== false) keep(id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key, target } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || !(target instanceof Element)) return;
    const own = target.closest('[data-id]') ?? (target.matches('[data-part]') ? idIn(target) : null);
    if (own === null) return;
    if (key === 'Enter' || (key === ' ' && target.matches('[data-id]'))) keep(own);
    else if (!move(key, target)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Escape is heard wherever the focus is, and before a page takes it for its own. */
  function onEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || lens.getState().value === null) return;
    release();
    event.preventDefault();
    event.stopPropagation();
  }

  const watch = new AbortController();
  const { signal } = watch;
  root.addEventListener('pointerover', onPointer, { signal });
  root.addEventListener('pointerleave', leave, { signal });
  root.addEventListener('focusin', onFocus, { signal });
  root.addEventListener('focusout', leave, { signal });
  root.addEventListener('click', onClick, { signal });
  root.addEventListener('keydown', onKeyDown, { signal });
  document.addEventListener('keydown', onEscape, { capture: true, signal });
  return () => {
    clearTimeout(leaving);
    watch.abort();
  };
}

function pointedAt(at: Element): Pointed {
  const value = idValue(valueOf(at));
  const all = [...document.querySelectorAll('[data-id]')];
  const seen = all.filter((each) => idValue(valueOf(each)) === value && isSeen(each));
  return { at, places: seen.length };
}

/** What is folded away lights up when it is opened. A DOM without a layout shows everything. */
function isSeen(element: Element): boolean {
  return typeof element.checkVisibility !== 'function' || element.checkVisibility();
}

function valueOf(id: Element): string {
  return id.getAttribute('data-id') ?? '';
}

function idAt(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[data-id]') : null;
}

/** The id inside a part of a message that has the focus. */
function idIn(target: EventTarget | null): Element | null {
  return target instanceof Element && target.matches('[data-part]') ? target.querySelector('[data-id]') : null;
}

function isLabel(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-lens-label]') !== null;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** From one id to the next of the same text; false where the key does nothing of the kind. */
function move(key: string, from: Element): boolean {
  const step = steps[key];
  const all = [...(from.closest('[data-ids]')?.querySelectorAll<HTMLElement>('[data-id]') ?? [])];
  if (step === undefined || all.length < 2) return false;
  const at = all.findIndex((each) => each === from);
  all[Math.min(Math.max(at + step, 0), all.length - 1)]?.focus();
  return true;
}
