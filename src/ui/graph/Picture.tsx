import { useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import type { WorldGraph } from '#app/world/graph/model.ts';
import { classNames } from '#ui/kit/class-names.ts';
import { VisuallyHidden } from '#ui/kit/VisuallyHidden.tsx';
import { graphWords } from '#ui/words/words.ts';
import { focusablesOf, stopAfter } from './focusables.ts';
import { MoveButtons } from './MoveButtons.tsx';
import { Readout } from './Readout.tsx';
import { relatedTo } from './related.ts';
import { SceneView } from './SceneView.tsx';
import type { Playing } from './useTransition.ts';
import { usePan } from './usePan.ts';
import { graphIdAt, useRoving } from './useRoving.ts';
import type { Viewing } from './useView.ts';
import { moveBy } from './view-keys.ts';
import type { Size } from './viewport.ts';
import styles from './Picture.module.css';

export interface PictureProps {
  readonly graph: WorldGraph;
  readonly playing: Playing;
  readonly viewing: Viewing;
  readonly window: Size;
  readonly selectedId: string | null;
  readonly onSelect: (id: string | null) => void;
}

/** The drawing in its window: looked at, moved, walked through by keys. */
export function Picture({ graph, playing, viewing, window, selectedId, onSelect }: PictureProps) {
  const canvas = useRef<HTMLDivElement>(null);
  const keysId = useId();
  const [hovered, setHovered] = useState<string | null>(null);
  const { scene } = playing;
  const stops = useMemo(() => focusablesOf(scene), [scene]);
  const roving = useRoving(canvas, stops, selectedId);
  const pan = usePan(canvas, viewing);
  const lookedAt = hovered ?? roving.focusedId ?? selectedId;
  const related = useMemo(() => relatedTo(lookedAt, scene.edges), [lookedAt, scene.edges]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (moveBy(event.key, event.shiftKey, viewing)) return taken(event);
    if (event.key === 'Escape' && selectedId !== null) {
      onSelect(null);
      return taken(event);
    }
    const id = graphIdAt(event.target);
    if (id === null) return;
    if (event.key === 'Enter' || event.key === ' ') {
      toggle(id);
      return taken(event);
    }
    const next = stopAfter(event.key, roving.stop, stops);
    if (next === null) return;
    roving.goTo(next);
    viewing.reveal(next.box);
    taken(event);
  }

  function onClick(event: MouseEvent) {
    if (pan.wasDragged()) return;
    const id = graphIdAt(event.target);
    if (id !== null) toggle(id);
    else if (selectedId !== null) onSelect(null);
  }

  function toggle(id: string) {
    onSelect(id === selectedId ? null : id);
  }

  return (
    <>
      {/* Catches what bubbles up from the things in it; it is none itself. */}
      <div
        ref={canvas}
        role="presentation"
        className={classNames(styles.canvas, !viewing.isFitted && styles.loose)}
        {...pan.handlers}
        {...roving.handlers}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onPointerOver={(event: PointerEvent) => setHovered(graphIdAt(event.target))}
        onPointerLeave={() => setHovered(null)}
      >
        <svg
          className={styles.drawing}
          width={window.width}
          height={window.height}
          role="group"
          aria-label={graphWords.title}
          aria-describedby={keysId}
        >
          <SceneView
            graph={graph}
            playing={playing}
            viewing={viewing}
            window={window}
            related={related}
            lookedAt={lookedAt}
            selectedId={selectedId}
            stopId={roving.stop?.id ?? null}
          />
        </svg>
      </div>
      <VisuallyHidden>
        <span id={keysId}>{graphWords.keys}</span>
      </VisuallyHidden>
      <MoveButtons viewing={viewing} drawing={scene} window={window} />
      <Readout scene={scene} now={graph.now} id={hovered ?? roving.focusedId} />
    </>
  );
}

/** The key is done with: neither the page nor a player around the picture acts on it too. */
function taken(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
