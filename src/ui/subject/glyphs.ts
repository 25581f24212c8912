/** Outline of a hexagon with points at its left and right, in a box of that size. */
export function hexagon(width: number, height: number, point = height * 0.29): string {
  const right = width - point;
  return `M${point} 0H${right}L${width} ${height / 2}L${right} ${height}H${point}L0 ${height / 2}Z`;
}

/** The glyph inside a seal tells whose principal it is without colour: a square, a hexagon, heads, or a window. */
export const sealGlyph = {
  system: 'M-6 -6H6V6H-6Z',
  user: 'M-4 -6.9H4L8 0L4 6.9H-4L-8 0Z',
  person: 'M0 -8.4a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0 -7.6ZM-7.6 8.4a7.6 7.2 0 0 1 15.2 0Z',
  group:
    'M-4.4 -6.6a3 3 0 1 0 0 6 3 3 0 0 0 0 -6ZM-10 6.6a5.6 5.4 0 0 1 11.2 0ZM5.4 -6a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0 -5.2ZM3 6.6a7 7 0 0 0 -1 -4.6a5 5 0 0 1 8.4 4.6Z',
  application: 'M-8 -6.4H8V-3.4H-8ZM-8 -1.6H8V6.4H-8Z',
} as const;

export type SealHue = keyof typeof sealGlyph;
