import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useContentLibrary } from '#app/content-library.ts';
import { mermaidOf } from '#ui/diagram/mermaid.ts';
import type { Plan } from '#ui/diagram/plan.ts';
import { useAnnounce } from '#ui/kit/announce.ts';
import { Button } from '#ui/kit/Button.tsx';
import { CopyButton } from '#ui/kit/CopyButton.tsx';
import { nextPlace } from '#ui/kit/next-place.ts';
import { flowWords } from '#ui/words/words.ts';
import { theatreWords as words } from '#words/flow/theatre.ts';
import { download } from '#ui/sandbox/toolbar/download.ts';
import styles from './ExportMenu.module.css';

/** Draws the whole picture out of sight and makes a file of it; loaded when somebody wants one. */
const ExportStage = lazy(async () => ({ default: (await import('./ExportStage.tsx')).ExportStage }));

const kinds = ['svg', 'png', 'mermaid'] as const;
type Kind = (typeof kinds)[number];

const names = { svg: words.exportSvg, png: words.exportPng, mermaid: words.exportMermaid } as const;

interface ExportMenuProps {
  /** Of the scenario: it names the files. */
  readonly id: string;
  readonly plan: Plan;
}

/** The flow to take along: as a picture, or as text that other pages draw. */
export function ExportMenu({ id, plan }: ExportMenuProps) {
  const { scenarios } = useContentLibrary();
  const announce = useAnnounce();
  const [open, setOpen] = useState(false);
  const [making, setMaking] = useState<'svg' | 'png' | null>(null);
  const menu = useRef<HTMLDivElement>(null);
  const title = scenarios.find((scenario) => scenario.id === id)?.title ?? id;

  const save = useCallback(
    (content: Blob | null, extension: string) => {
      setMaking(null);
      const name = `${id}.${extension}`;
      if (content !== null) download(content, name);
      announce(content === null ? words.exportFailed : words.exported(name));
    },
    [id, announce],
  );

  function choose(kind: Kind): void {
    close();
    if (kind === 'mermaid') save(new Blob([mermaidOf(plan.picture, title)], { type: 'text/plain' }), 'mmd');
    else setMaking(kind);
  }

  function close(): void {
    setOpen(false);
    menu.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const to = nextPlace('column', event.key, items.indexOf(document.activeElement as HTMLElement), items.length);
    if (event.key === 'Escape') close();
    else if (to !== null) items[to]?.focus();
    else return;
    event.preventDefault();
    // Arrows belong to the menu while it is open, not to the player.
    event.stopPropagation();
  }

  return (
    <div className={styles.tools}>
      <CopyButton text={mermaidOf(plan.picture, title)} label={flowWords.copyMermaid} />
      <div
        className={styles.place}
        ref={menu}
        onBlur={({ relatedTarget, currentTarget }) => {
          if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setOpen(false);
        }}
      >
        <Button
          variant="quiet"
          icon="download"
          aria-haspopup="menu"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {words.export}
        </Button>
        {open && (
          <div
            className={styles.menu}
            role="menu"
            tabIndex={-1}
            aria-label={words.export}
            ref={focusFirst}
            onKeyDown={onKeyDown}
          >
            {kinds.map((kind) => (
              <button key={kind} type="button" role="menuitem" className={styles.item} onClick={() => choose(kind)}>
                {names[kind]}
              </button>
            ))}
          </div>
        )}
      </div>
      {making !== null && (
        <Suspense>
          <ExportStage plan={plan} title={title} kind={making} onMade={save} />
        </Suspense>
      )}
    </div>
  );
}

function focusFirst(menu: HTMLElement | null): void {
  menu?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
}
