import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation } from '#ui/router/navigation.ts';
import { useSearch } from '#app/search/use-search.ts';
import { Kbd } from '#ui/kit/Kbd.tsx';
import { nextPlace } from '#ui/kit/next-place.ts';
import { TextField } from '#ui/kit/TextField.tsx';
import { searchWords as words } from '#words/search.ts';
import { NothingFound } from './NothingFound.tsx';
import { optionId, ResultList } from './ResultList.tsx';
import { useOptions } from './use-options.ts';
import styles from './Search.module.css';

/** The field and what it finds: typing searches, arrows choose, Enter opens. */
export function SearchPanel({ onClose }: { readonly onClose: () => void }) {
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const { pathname } = useLocation();
  const index = useSearch();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const wanted = useDeferredValue(query.trim());
  const { groups, message } = useOptions(index, wanted);
  const options = useMemo(() => groups.flatMap((group) => group.options), [groups]);
  const hasOptions = options.length > 0;

  useEffect(() => {
    document.getElementById(optionId(list, active))?.scrollIntoView?.({ block: 'nearest' });
  }, [list, active]);

  function type(text: string): void {
    setQuery(text);
    setActive(0);
  }

  function tryInstead(text: string): void {
    type(text);
    field.current?.focus();
  }

  function choose(href: string): void {
    onClose();
    const [page, anchor] = href.split('#');
    // Another page arrives by itself; on this one nothing would move.
    if (page === pathname && anchor !== undefined) requestAnimationFrame(() => show(anchor));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || !hasOptions) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      // The link itself knows how to be followed, in another tab too.
      document.getElementById(optionId(list, active))?.dispatchEvent(clickLike(event));
      return;
    }
    const next = nextPlace('column', event.key, active, options.length);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
  }

  return (
    <div className={styles.search}>
      <TextField
        ref={field}
        label={words.field}
        hint={words.hint}
        value={query}
        onChange={type}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={hasOptions}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={hasOptions ? optionId(list, active) : undefined}
        enterKeyHint="go"
      />
      <p className={styles.status} role="status">
        {message}
      </p>
      {hasOptions ? (
        <ResultList id={list} groups={groups} active={active} onChoose={choose} onPoint={setActive} />
      ) : (
        index.state === 'ready' && <NothingFound onTry={tryInstead} />
      )}
      <dl className={styles.keys} aria-hidden="true">
        {words.keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function show(anchor: string): void {
  const element = document.getElementById(anchor);
  if (element === null) return;
  element.scrollIntoView?.();
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

function clickLike({ ctrlKey, metaKey, shiftKey }: KeyboardEvent): MouseEvent {
  return new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey });
}
