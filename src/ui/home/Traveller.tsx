import type { CSSProperties } from 'react';
import { TokenPill } from '#ui/subject/TokenPill.tsx';
import { homeWords } from '#ui/words/words.ts';
import { ends, rest, type Layout } from './miniature-layout.ts';
import type { MiniatureStep } from './miniature-steps.ts';
import styles from './MiniatureScene.module.css';

interface TravellerProps {
  readonly step: MiniatureStep;
  readonly layout: Layout;
}

const halfSize = { nothing: [8, 8], token: [46, 16], secret: [32, 14] } as const;

/** What moves along the line of a message and comes to rest at its end. Keyed by the step, so each begins anew. */
export function Traveller({ step, layout }: TravellerProps) {
  const way = ends(layout, step.from, step.to, step.kind);
  const [from] = way;
  const [halfWidth, halfHeight] = halfSize[step.carries];
  const to = rest(way, halfWidth, halfHeight);
  const path = {
    '--from-x': `${from.x}px`,
    '--from-y': `${from.y}px`,
    '--to-x': `${to.x}px`,
    '--to-y': `${to.y}px`,
  } as CSSProperties;
  return (
    <g className={styles.traveller} style={path}>
      <Load carries={step.carries} />
    </g>
  );
}

function Load({ carries }: { readonly carries: MiniatureStep['carries'] }) {
  if (carries === 'token') return <TokenPill x={0} y={0} />;
  if (carries === 'nothing') return <circle className={styles.pulse} r="6" />;
  return (
    <g className={styles.secret}>
      <rect x="-30" y="-12" width="60" height="24" rx="4" />
      <text y="4">{homeWords.miniature.secret}</text>
    </g>
  );
}
