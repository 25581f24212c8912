/**
 * Sizes of the picture in units of the drawing. Those of the shapes are what `ui/subject/metrics.ts` draws;
 * a test holds them together.
 */
export const hostHeight = 56;
export const tabHeight = 24;
export const identityHeight = 48;
export const sealHeight = 52;
/** The seal's circle: its centre from the left top corner, and its outer radius. */
export const sealCentre = 26;
export const sealRadius = 24;
/** The tab itself begins here. */
export const tabLeft = 12;

/** One role under its scope: a line for its name and one for what there is to say of it. */
export const roleRow = 36;
export const roleRowTop = 8;
/** The line of a role enters its scope this far below the top of the row. */
export const roleRowMiddle = 13;
/** From the scope's edge to the centre of the key mark, and to the nearest line that turns in there. */
export const markDistance = 28;
export const turnDistance = 48;
const widestSpacing = 9;
/** However many lines run beside one another, they take no more room than this. */
const widestBundle = 110;

/** Between neighbours of so many parallel lines. */
export function lineSpacing(lines: number): number {
  return Math.min(widestSpacing, widestBundle / Math.max(lines - 1, 1));
}

export const lanePad = 14;
export const laneHeader = 34;
export const laneGap = 22;
export const groupPad = 14;
export const groupHeader = 36;
export const groupGap = 12;
export const itemGap = 14;
export const narrowestLane = 560;
const columnWidth = { least: 184, most: 264, step: 16 } as const;

/** Mean width of a letter as a share of its size, on the safe side. */
const boldLetter = 0.66;
const plainLetter = 0.58;

export function nameWidth(name: string): number {
  return name.length * 14 * boldLetter;
}

export function noteWidth(note: string): number {
  return note.length * 12 * plainLetter;
}

/** Steps instead of exact widths: most changes of a name then move nothing. */
export function fitted(widths: readonly number[]): number {
  const { least, most, step } = columnWidth;
  const needed = Math.max(least, ...widths);
  return Math.min(most, least + Math.ceil((needed - least) / step) * step);
}

export function rowsHeight(rows: number): number {
  return rows === 0 ? 0 : roleRowTop + rows * roleRow;
}

/** Roles of what contains others stand beside its title, one below the other. */
export function headerHeight(bare: number, rows: number): number {
  return rows === 0 ? bare : rows * roleRow + 8;
}
