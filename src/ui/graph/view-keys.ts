import { directions } from './focusables.ts';
import type { Viewing } from './useView.ts';

const stride = 80;
const ways = { up: [0, 1], down: [0, -1], left: [1, 0], right: [-1, 0] } as const;

/** Acts on a key that changes the view, and says whether it was one. */
export function moveBy(key: string, isShifted: boolean, viewing: Viewing): boolean {
  const direction = directions[key];
  if (direction !== undefined && isShifted) {
    const [x, y] = ways[direction];
    viewing.move(x * stride, y * stride);
    return true;
  }
  switch (key) {
    case '+':
    case '=':
      viewing.zoom(1);
      return true;
    case '-':
    case '−':
      viewing.zoom(-1);
      return true;
    case '0':
      viewing.fitAll();
      return true;
    default:
      return false;
  }
}
