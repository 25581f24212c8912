import { useEffect, useMemo, useRef } from 'react';
import { layOut } from '#ui/diagram/layout.ts';
import type { Plan } from '#ui/diagram/plan.ts';
import { Drawing } from '#ui/diagram/Sequence.tsx';
import { pngOf } from './png.ts';
import { resolvedColour } from './resolved-colour.ts';
import { standalone } from './standalone.ts';
import styles from './ExportStage.module.css';

interface ExportStageProps {
  readonly plan: Plan;
  readonly title: string;
  readonly kind: 'svg' | 'png';
  readonly onMade: (content: Blob | null, extension: string) => void;
}

/** Wide enough for the words of every scenario. */
const width = 1180;

/** Draws the whole flow out of sight, in the colours of the page as it is now, and makes a file of it. */
export function ExportStage({ plan, title, kind, onMade }: ExportStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layOut(plan.picture, { width, height: null }), [plan]);

  useEffect(() => {
    const svg = stage.current?.querySelector('svg') ?? null;
    if (svg === null || layout === null) return onMade(null, kind);
    const size = { width: layout.width, height: layout.height };
    const text = standalone(svg, { title, picture: plan.picture, ...size }, resolvedColour());
    if (kind === 'svg') return onMade(new Blob([text], { type: 'image/svg+xml' }), kind);
    let wanted = true;
    const made = (content: Blob | null): void => {
      if (wanted) onMade(content, kind);
    };
    pngOf(text, size).then(made, () => made(null));
    return () => {
      wanted = false;
    };
  }, [plan, title, kind, layout, onMade]);

  return (
    <div className={styles.stage} ref={stage} aria-hidden="true">
      {layout !== null && (
        <Drawing plan={plan} layout={layout} position={plan.picture.rows.length} marked={false} fresh={false} />
      )}
    </div>
  );
}
