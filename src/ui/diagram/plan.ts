import type { Lane, MessageRow, Picture, Row, TokenMark } from './picture.ts';

/** Who has a token in hand, or keeps one. */
export interface Holder {
  readonly lane: string;
  readonly token: TokenMark;
}

/** What crosses the picture on the way into a frame. */
export interface Flight {
  readonly row: number;
  readonly from: string;
  readonly to: string;
  readonly carries: 'request' | 'response' | 'token';
}

/** The picture after so many steps. */
export interface Frame {
  /** So many rows stand, from the top. */
  readonly visible: number;
  /** The newest of them; null before the first. */
  readonly current: number | null;
  /** What flew to make it so; null where nothing did. */
  readonly flies: Flight | null;
  readonly holders: readonly Holder[];
  /** Lanes that the flow ended without. */
  readonly bystanders: readonly string[];
}

/** A picture with its frames: one more than it has rows, for the moment before the first. */
export interface Plan {
  readonly picture: Picture;
  readonly frames: readonly Frame[];
}

interface Beginning {
  readonly holders: readonly Holder[];
  /** A token as it is when that row comes: its ring shrinks as the clock moves. */
  readonly aged: (token: TokenMark, row: number) => TokenMark;
}

/** Computes what is to be seen at each step and what flies in between. Pure: forwards and backwards are the same. */
export function framesOf(picture: Picture, { holders, aged }: Beginning): readonly Frame[] {
  const frames: Frame[] = [{ visible: 0, current: null, flies: null, holders, bystanders: [] }];
  let held = holders;
  for (const [index, row] of picture.rows.entries()) {
    held =
      row.kind === 'pause' ? held.map((holder) => ({ ...holder, token: aged(holder.token, index) })) : after(row, held);
    const isLast = index === picture.rows.length - 1;
    frames.push({
      visible: index + 1,
      current: index,
      flies: row.kind === 'message' ? flightOf(row, index) : null,
      holders: held,
      bystanders: isLast ? picture.lanes.filter(isBystander).map(({ id }) => id) : [],
    });
  }
  return frames;
}

function flightOf(row: MessageRow, index: number): Flight {
  const { from, to, token, line } = row;
  const plain = line === 'solid' ? 'request' : 'response';
  return { row: index, from, to, carries: token === null ? plain : 'token' };
}

/** Whoever is given a token keeps it; showing it to a target gives nothing away. */
function after(row: Row, held: readonly Holder[]): readonly Holder[] {
  if (row.kind !== 'message' || row.line === 'solid' || row.token === null) return held;
  const { to, token } = row;
  return [...held.filter(({ lane }) => lane !== to), { lane: to, token }];
}

function isBystander({ reached }: Lane): boolean {
  return !reached;
}
