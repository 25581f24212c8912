import { useLayoutEffect, type RefObject } from 'react';

/**
 * Listens to keys while the focus is inside an element. Not an `onKeyDown`: the element only groups the
 * controls, it is none itself.
 */
export function useKeysWithin(scope: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => boolean): void {
  // With the paint: whoever sees the element may press a key.
  useLayoutEffect(() => {
    const element = scope.current;
    function onKeyDown(event: KeyboardEvent): void {
      const isPlain = !(event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented);
      if (isPlain && onKey(event)) event.preventDefault();
    }
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  });
}

/** Whether Enter was pressed where it does nothing by itself, such as on a heading. */
export function isFreeEnter({ key, target }: KeyboardEvent): boolean {
  return key === 'Enter' && target instanceof Element && target.closest('input, button, a[href], summary') === null;
}
