import { useEffect, useState } from 'react';
import { nextStop, stopAt } from './stops.ts';

/** Controls that use these keys themselves. */
const taken = 'input, textarea, select, [contenteditable], [role=tab], [role=slider], dialog *';
const pressed = 'button, summary, a[href]';

const ways: Readonly<Record<string, 1 | -1>> = {
  ' ': 1,
  PageDown: 1,
  ArrowDown: 1,
  ArrowRight: 1,
  PageUp: -1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

interface Sections {
  readonly index: number;
  readonly count: number;
  readonly turn: (way: 1 | -1) => void;
}

/** Moves through the page's `data-stop` elements with Space, Page Up and Down and the arrows. */
export function useSections(): Sections {
  const [place, setPlace] = useState({ index: 0, count: 1 });

  useEffect(() => {
    const onScroll = (): void => {
      const stops = stopsOf();
      const index = atEnd() ? stops.length - 1 : stopAt(stops, window.scrollY);
      setPlace((known) =>
        known.index === index && known.count === stops.length ? known : { index, count: stops.length },
      );
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const way = wayOf(event);
      if (way === null) return;
      event.preventDefault();
      turn(way);
    };
    onScroll();
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);

  return { ...place, turn };
}

function wayOf(event: KeyboardEvent): 1 | -1 | null {
  const { key, target } = event;
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return null;
  if (isWithin(target, taken) || (key === ' ' && isWithin(target, pressed))) return null;
  const way = ways[key] ?? null;
  return key === ' ' && event.shiftKey ? -1 : way;
}

function isWithin(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

function stopsOf(): readonly number[] {
  const margin = window.innerHeight * 0.02;
  const tops = [...document.querySelectorAll('[data-stop]')].map((stop) =>
    Math.round(stop.getBoundingClientRect().top + window.scrollY - margin),
  );
  // The first one is the page's beginning, with what little stands above it.
  return [0, ...tops.slice(1)];
}

function atEnd(): boolean {
  return window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 4;
}

function turn(way: 1 | -1): void {
  const view = { top: window.scrollY, height: window.innerHeight };
  window.scrollTo({ top: nextStop(stopsOf(), view, way) });
}
