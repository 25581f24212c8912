import { useEffect, useMemo, useRef, useState } from 'react';
import type { WorldGraph as Graph } from '#app/world/graph/model.ts';
import { deletedRow } from '#app/world/graph/placement.ts';
import { useAnnounce } from '#ui/kit/announce.ts';
import { classNames } from '#ui/kit/class-names.ts';
import { changes } from './changes.ts';
import { ChangeList } from './ChangeList.tsx';
import { GraphOutline } from './GraphOutline.tsx';
import { Legend } from './Legend.tsx';
import { Picture } from './Picture.tsx';
import { Rail } from './Rail.tsx';
import type { Scene } from './scene.ts';
import { useReducedMotion } from '#ui/kit/media-query.ts';
import { useSize, type Measured } from './useSize.ts';
import { useTransition, type Motion } from './useTransition.ts';
import { useView } from './useView.ts';
import styles from './WorldGraph.module.css';

export interface WorldGraphProps {
  readonly graph: Graph;
  readonly selectedId: string | null;
  /** A node's or a role's id, or null where the selection is given up. */
  readonly onSelect: (id: string | null) => void;
  /** `plain` for undo, redo and seek, `none` where another world was opened; a step back in time is seen as such. */
  readonly motion?: Motion;
  /** For a place of about 640 by 360 px: smaller controls, and a drawing that may shrink more. */
  readonly compact?: boolean;
  /** Whether changes are spoken; where the place around it speaks of them already, they are not. */
  readonly announced?: boolean;
}

/** Below this width a drawing is no help: the list takes its place. */
const narrow = 560;
const unmeasured = { width: 800, height: 520, text: 1 };
/** The controls beside the picture, in px at the usual size of text. */
const railWidth = { usual: 50, compact: 42 };

/** The world drawn: who is what, who may do what, and what a change did to it. Beside it the same as a list. */
export function WorldGraph(props: WorldGraphProps) {
  const { graph, selectedId, onSelect, motion = 'story', compact = false, announced = true } = props;
  const frame = useRef<HTMLDivElement>(null);
  const measured = useSize(frame);
  const [wantsList, setWantsList] = useState(false);
  const [hasLegend, setHasLegend] = useState(false);
  const playing = useTransition(graph, motion, useReducedMotion());
  const last = useLastChanges(graph, motion, announced);
  const { window, limits } = useMemo(() => windowOf(measured ?? unmeasured, compact), [measured, compact]);
  const viewing = useView(drawingOf(playing.scene), window, limits);
  const isNarrow = measured !== null && measured.width < narrow;
  const asList = wantsList || isNarrow;

  return (
    <div className={classNames(styles.frame, compact && styles.compact, asList && styles.list)} ref={frame}>
      {asList ? (
        <div className={styles.outline}>
          <ChangeList changes={last} isShown />
          <GraphOutline graph={graph} selectedId={selectedId} onSelect={onSelect} />
        </div>
      ) : (
        <div className={styles.stage}>
          <Picture
            graph={graph}
            playing={playing}
            viewing={viewing}
            window={window}
            selectedId={selectedId}
            onSelect={onSelect}
          />
          <ChangeList changes={last} isShown={false} />
          {hasLegend && <Legend onClose={() => setHasLegend(false)} />}
        </div>
      )}
      {!isNarrow && (
        <Rail viewing={viewing} isList={asList} onList={setWantsList} hasLegend={hasLegend} onLegend={setHasLegend} />
      )}
    </div>
  );
}

function windowOf({ width, height, text }: Measured, compact: boolean) {
  const rail = (compact ? railWidth.compact : railWidth.usual) * text;
  const { least, most, margin } = compact
    ? { least: 0.55, most: 1.1, margin: 8 }
    : { least: 0.62, most: 1.2, margin: 20 };
  return {
    window: { width: width - rail, height },
    limits: { least: least * text, most: most * text, margin },
  };
}

/** The first deletion adds a row: with its room left free from the start nothing else moves then. */
function drawingOf({ width, height, nodes }: Scene) {
  return { width, height, spare: nodes.some(({ kind }) => kind === 'deletedPrincipal') ? 0 : deletedRow };
}

/** What changed last, spoken once. */
function useLastChanges(graph: Graph, motion: Motion, announced: boolean): readonly string[] {
  const announce = useAnnounce();
  const [seen, setSeen] = useState<{ readonly graph: Graph; readonly changes: readonly string[] }>({
    graph,
    changes: [],
  });
  if (seen.graph !== graph) {
    const now = motion === 'none' ? [] : changes(seen.graph, graph);
    setSeen({ graph, changes: now.length === 0 && motion !== 'none' ? seen.changes : now });
  }
  useEffect(() => {
    if (announced && seen.changes.length > 0) announce(seen.changes.join(' '));
  }, [announce, announced, seen.changes]);
  return seen.changes;
}
