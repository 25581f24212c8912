import { classNames } from '#ui/kit/class-names.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { graphWords } from '#ui/words/words.ts';
import type { Direction } from './geometry.ts';
import type { Viewing } from './useView.ts';
import { hidden } from './viewport.ts';
import type { Size } from './viewport.ts';
import styles from './MoveButtons.module.css';

export interface MoveButtonsProps {
  readonly viewing: Viewing;
  readonly drawing: Size;
  readonly window: Size;
}

const icons = { up: 'chevronUp', down: 'chevronDown', left: 'chevronLeft', right: 'chevronRight' } as const;
const order: readonly Direction[] = ['up', 'left', 'right', 'down'];

/** At each edge behind which there is more: a button that moves there, as dragging does. */
export function MoveButtons({ viewing, drawing, window }: MoveButtonsProps) {
  const more = hidden(viewing.view, drawing, window);
  const far = { x: window.width * 0.6, y: window.height * 0.6 };
  const go = {
    up: () => viewing.move(0, far.y),
    down: () => viewing.move(0, -far.y),
    left: () => viewing.move(far.x, 0),
    right: () => viewing.move(-far.x, 0),
  };
  return order
    .filter((direction) => more[direction])
    .map((direction) => (
      <button
        key={direction}
        type="button"
        className={classNames(styles.button, styles[direction])}
        aria-label={graphWords.move[direction]}
        title={graphWords.move[direction]}
        onClick={go[direction]}
      >
        <Icon name={icons[direction]} />
      </button>
    ));
}
