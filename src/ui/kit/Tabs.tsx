import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { classNames } from './class-names.ts';
import { nextPlace } from './next-place.ts';
import styles from './Tabs.module.css';

export interface Tab {
  readonly id: string;
  readonly label: ReactNode;
  readonly panel: ReactNode;
}

export interface TabsProps {
  /** Name of the whole set. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The tab in front; left out, the set minds it itself. */
  readonly selected?: string;
  readonly onSelect?: (id: string) => void;
}

/** Tabs with one stop for the Tab key; arrows, Home and End move and select. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState(tabs[0]?.id);
  const current = tabs.find((tab) => tab.id === (selected ?? own)) ?? tabs[0];
  const panel = usePanelFocus(current?.id);
  if (current === undefined) return null;

  function select(id: string): void {
    setOwn(id);
    onSelect?.(id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = nextPlace('row', event.key, tabs.indexOf(current as Tab), tabs.length);
    const tab = next === null ? undefined : tabs[next];
    if (tab === undefined) return;
    event.preventDefault();
    // Arrows belong to the tabs while one has the focus, not to a player around them.
    event.stopPropagation();
    select(tab.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next ?? 0]?.focus();
  }

  return (
    <div className={styles.tabs}>
      <div className={styles.list} role="tablist" aria-label={label} ref={list}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-${tab.id}-tab`}
            className={classNames(styles.tab, tab === current && styles.selected)}
            aria-selected={tab === current}
            aria-controls={tab === current ? `${base}-${tab.id}-panel` : undefined}
            tabIndex={tab === current ? 0 : -1}
            onClick={() => select(tab.id)}
            onKeyDown={onKeyDown}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        key={current.id}
        role="tabpanel"
        id={`${base}-${current.id}-panel`}
        className={styles.panel}
        aria-labelledby={`${base}-${current.id}-tab`}
        tabIndex={0}
        ref={panel}
      >
        {current.panel}
      </div>
    </div>
  );
}

/** Where a panel is replaced while the focus is in it, the focus goes on to the new one. */
function usePanelFocus(id: string | undefined): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null);
  const holder = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const wasWithin = holder.current !== undefined && holder.current !== id;
    if (wasWithin && document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
    const onFocusIn = ({ target }: FocusEvent) => {
      holder.current = target instanceof Node && panel.current?.contains(target) === true ? id : undefined;
    };
    document.addEventListener('focusin', onFocusIn);
    return () => document.removeEventListener('focusin', onFocusIn);
  }, [id]);
  return panel;
}
