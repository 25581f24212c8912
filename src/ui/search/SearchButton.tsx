import { useCallback, useEffect, useState, type ComponentType } from 'react';
import { useAnnounce } from '#ui/kit/announce.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { shellWords as words } from '#ui/words/words.ts';
import styles from './SearchButton.module.css';

type SearchDialog = ComponentType<{ readonly open: boolean; readonly onClose: () => void }>;

const loadDialog = async () => (await import('./SearchDialog.tsx')).SearchDialog;

/** Opens the search, as do `/` and Ctrl+K or Cmd+K. What it opens is fetched when it is wanted. */
export function SearchButton() {
  const [open, setOpen] = useState(false);
  const [Dialog, setDialog] = useState<SearchDialog | null>(null);
  const announce = useAnnounce();

  const show = useCallback(() => {
    loadDialog().then(
      (loaded) => {
        setDialog(() => loaded);
        setOpen(true);
      },
      () => announce(words.searchFailed),
    );
  }, [announce]);
  useSearchKeys(show);

  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={words.search}
        aria-keyshortcuts="/ Control+K Meta+K"
        aria-haspopup="dialog"
        title={words.searchKeys}
        onPointerEnter={preload}
        onClick={show}
      >
        <Icon name="search" />
        <span className={styles.label}>{words.search}</span>
        <kbd className={styles.key}>/</kbd>
      </button>
      {Dialog !== null && <Dialog open={open} onClose={() => setOpen(false)} />}
    </>
  );
}

function preload(): void {
  // A failure shows when the button is pressed; here nobody waits for it.
  loadDialog().catch(() => {});
}

function useSearchKeys(onSearch: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || !asksForSearch(event)) return;
      event.preventDefault();
      onSearch();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onSearch]);
}

function asksForSearch({ key, altKey, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  if (altKey || document.querySelector('dialog[open]') !== null) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k';
  return key === '/' && !(target instanceof Element && target.closest(typed) !== null);
}

/** Where a slash is a slash. */
const typed =
  'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable], [data-typing]';
