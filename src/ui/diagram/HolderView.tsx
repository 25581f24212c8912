import { TokenPill } from '#ui/subject/TokenPill.tsx';
import { diagramWords } from '#ui/words/words.ts';
import { compactScale, type Layout } from './layout.ts';
import type { Picture, TokenMark } from './picture.ts';

interface HolderViewProps {
  readonly lane: string;
  readonly token: TokenMark;
  readonly layout: Layout;
  readonly picture: Picture;
}

/** A token that somebody has in hand or keeps, at rest below the head. */
export function HolderView({ lane, token, layout, picture }: HolderViewProps) {
  const x = layout.lanes.get(lane)?.x;
  const head = picture.lanes.find(({ id }) => id === lane)?.head;
  if (x === undefined) return null;
  const keeps = head?.kind === 'station' && head.icon !== 'application';
  const label = keeps ? diagramWords.cached : diagramWords.held;
  return layout.compact ? (
    <g transform={`translate(${x} ${layout.slot}) scale(${compactScale})`}>
      <TokenPill x={0} y={0} life={token.life} label="" width={46} />
    </g>
  ) : (
    <TokenPill x={x} y={layout.slot} life={token.life} label={label} />
  );
}
