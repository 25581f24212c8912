/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

interface Word {
  readonly start: number;
  readonly end: number;
}

/** The words as the index has them: what stands between blanks and punctuation. */
const word = /[^\n\r\p{Z}\p{P}]+/gu;

/** How much of a text is shown, in characters, and how much of that before the first match. */
const length = 170;
const lead = 50;

/** The text in pieces, with the words that were found marked. */
export function marked(text: string, terms: ReadonlySet<string>): readonly Piece[] {
  return piecesOf(text, matchesIn(text, terms), { start: 0, end: text.length });
}

/** The stretch of a text in which most of what was looked for stands closest together. */
export function passageOf(text: string, terms: ReadonlySet<string>): readonly Piece[] {
  const matches = matchesIn(text, terms);
  const best = bestStart(text, matches);
  const start = wordStart(text, Math.max(0, Math.min(best - lead, text.length - length)));
  const end = wordEnd(text, start + length);
  const pieces = piecesOf(text, matches, { start, end });
  const before = start > 0 ? [{ text: '… ', isMatch: false }] : [];
  const after = end < text.length ? [{ text: ' …', isMatch: false }] : [];
  return [...before, ...pieces, ...after];
}

function matchesIn(text: string, terms: ReadonlySet<string>): readonly Word[] {
  return [...text.matchAll(word)].flatMap(({ 0: found, index }) =>
    namesIn(found).some((name) => terms.has(name)) ? [{ start: index, end: index + found.length }] : [],
  );
}

/** A word, and the words within a name such as `ForbiddenByRbac`. */
function namesIn(found: string): readonly string[] {
  const parts = found.split(/(?<=[a-z])(?=[A-Z])/);
  return [found, ...parts].map((name) => name.toLowerCase());
}

/** Where the match begins after which, within one length, the most different words were found. */
function bestStart(text: string, matches: readonly Word[]): number {
  let best = { start: 0, count: 0 };
  for (const [at, { start }] of matches.entries()) {
    const near = matches.slice(at).filter(({ end }) => end <= start + length - lead);
    const count = new Set(near.map((match) => text.slice(match.start, match.end).toLowerCase())).size;
    if (count > best.count) best = { start, count };
  }
  return best.start;
}

function wordStart(text: string, from: number): number {
  if (from === 0) return 0;
  const blank = text.lastIndexOf(' ', from);
  return blank === -1 ? 0 : blank + 1;
}

function wordEnd(text: string, to: number): number {
  if (to >= text.length) return text.length;
  const blank = text.lastIndexOf(' ', to);
  return blank === -1 ? to : blank;
}

function piecesOf(text: string, matches: readonly Word[], { start, end }: Word): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const match of matches) {
    if (match.start < at || match.end > end) continue;
    if (match.start > at) pieces.push({ text: text.slice(at, match.start), isMatch: false });
    pieces.push({ text: text.slice(match.start, match.end), isMatch: true });
    at = match.end;
  }
  if (at < end) pieces.push({ text: text.slice(at, end), isMatch: false });
  return pieces;
}
