/** Heights of the shapes in units of the drawing, for whoever lays them out. */
export const hostHeight = 56;
export const systemTabHeight = 24;
export const systemTabWidth = 146;
export const identityHeight = 48;
export const sealHeight = 52;
export const tokenHeight = 26;

/** Mean width of a bold letter in the widest usual system font, as a share of the font size. */
const letter = 0.66;

/**
 * Cuts a name in its middle to what fits; both ends tell similar names apart. SVG cannot ask the browser
 * before drawing, so widths are estimated.
 */
export function fit(text: string, width: number, fontSize: number): string {
  const room = Math.floor(width / (fontSize * letter));
  if (text.length <= room) return text;
  const kept = Math.max(room - 1, 2);
  return `${text.slice(0, Math.ceil(kept / 2))}…${text.slice(text.length - Math.floor(kept / 2))}`;
}

/** Width of a text of that size, estimated. */
export function widthOf(text: string, fontSize: number): number {
  return text.length * fontSize * letter;
}

/** The name where it fits, else its short form, cut if need be. */
export function fitOrShort(
  { label, short }: { label: string; short: string },
  width: number,
  fontSize: number,
): string {
  return widthOf(label, fontSize) <= width ? label : fit(short, width, fontSize);
}
