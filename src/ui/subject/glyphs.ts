/** Outline of a hexagon with points at its left and right, in a box of that size. */
export function hexagon(width: number, height: number, point = height * 0.29): string {
  const right = width - point;
  return `M${point} 0H${right}L${width} ${height / 2}L${right} ${height}H${point}L0 ${height / 2}Z`;
}

/** The glyph inside a seal tells whose principal it is without colour: a square or a hexagon. */
export const sealGlyph = {
  system: 'M-6 -6H6V6H-6Z',
  user: 'M-4 -6.9H4L8 0L4 6.9H-4L-8 0Z',
} as const;

export type IdentityHue = keyof typeof sealGlyph;
