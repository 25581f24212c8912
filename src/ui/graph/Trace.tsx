import type { CSSProperties } from 'react';
import type { Point } from '#app/world/graph/model.ts';
import { classNames } from '#ui/kit/class-names.ts';
import { roundedLine, segments } from './geometry.ts';
import type { Segment } from './geometry.ts';
import styles from './Trace.module.css';

export interface TraceProps {
  readonly path: readonly Point[];
  readonly className: string | undefined;
  /** Drawn from its beginning to its end, or taken back from its beginning. */
  readonly look?: 'drawing' | 'retracting' | undefined;
  /** In milliseconds, from now to the last piece. */
  readonly duration?: number;
}

/** A line around its corners. While it grows or shrinks it is made of straight pieces: those can be scaled. */
export function Trace({ path, className, look, duration = 0 }: TraceProps) {
  if (look === undefined) return <path className={className} d={roundedLine(path)} />;
  return (
    <>
      {segments(path).map((segment, index) => (
        <g key={index} transform={placed(segment, look)}>
          <line
            className={classNames(className, look === 'drawing' ? styles.growing : styles.shrinking)}
            style={timing(segment, duration)}
            x1={look === 'drawing' ? 0 : -segment.length}
            y1="0"
            x2={look === 'drawing' ? segment.length : 0}
            y2="0"
          />
        </g>
      ))}
    </>
  );
}

/** Pieces grow from where they begin and shrink to where they end. */
function placed({ from, to, angle }: Segment, look: 'drawing' | 'retracting'): string {
  const { x, y } = look === 'drawing' ? from : to;
  return `translate(${x} ${y}) rotate(${angle})`;
}

function timing({ before, share }: Segment, duration: number): CSSProperties {
  return { animationDelay: `${before * duration}ms`, animationDuration: `${share * duration}ms` };
}
