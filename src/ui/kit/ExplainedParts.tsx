import {
  useId,
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { classNames } from './class-names.ts';
import { Disclosure } from './Disclosure.tsx';
import type { HttpText } from './http-parts.ts';
import { HttpLines } from './HttpLines.tsx';
import type { HttpExplainer } from './http-explainer.ts';
import { WireFrame } from './WireFrame.tsx';
import { WithinPart } from './wire-text.ts';
import styles from './ExplainedParts.module.css';

interface ExplainedPartsProps {
  readonly frame: Pick<ComponentProps<typeof WireFrame>, 'title' | 'copy' | 'whole'>;
  readonly text: HttpText;
  readonly whole: boolean;
  readonly explain: HttpExplainer;
  readonly foot: ReactNode;
  readonly none: ReactNode;
}

/**
 * A message whose parts explain themselves: below it stands what is said of the part that is pointed at. One stop
 * for the Tab key; arrows, Home and End move from part to part. The same follows as a list.
 */
export function ExplainedParts({ frame, text, whole, explain, foot, none }: ExplainedPartsProps) {
  const strip = useId();
  const list = useRef<HTMLSpanElement>(null);
  const [stop, setStop] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const { parts } = text;
  const last = parts.length - 1;
  const current = hovered ?? focused;
  const part = current === null ? undefined : parts[current];

  function onKeyDown(event: KeyboardEvent): void {
    const to = neighbour(event.key, focused ?? stop, last);
    if (to === null) return;
    event.preventDefault();
    // Arrows belong to the parts while one has the focus, not to a player around them.
    event.stopPropagation();
    list.current?.querySelector<HTMLElement>(`[data-part="${to}"]`)?.focus();
  }

  return (
    <div className={styles.explained}>
      <WireFrame {...frame}>
        <WithinPart value={true}>
          <span
            className={styles.list}
            ref={list}
            role="listbox"
            aria-label={explain.label}
            tabIndex={-1}
            onKeyDown={onKeyDown}
            onPointerOver={(event) => setHovered(partAt(event))}
            onPointerLeave={() => setHovered(null)}
          >
            <HttpLines
              text={text}
              whole={whole}
              renderPart={(index, content) => (
                <span
                  className={classNames(styles.part, index === current && styles.current)}
                  role="option"
                  data-part={index}
                  tabIndex={index === Math.min(stop, last) ? 0 : -1}
                  aria-selected={index === focused}
                  aria-describedby={index === current ? strip : undefined}
                  onFocus={() => {
                    setStop(index);
                    setFocused(index);
                  }}
                  onBlur={() => setFocused(null)}
                >
                  {content}
                </span>
              )}
            />
          </span>
        </WithinPart>
        {none}
      </WireFrame>
      <div className={styles.strip} id={strip}>
        {part === undefined ? (
          <p className={styles.hint}>{explain.hint}</p>
        ) : (
          <>
            <p className={styles.title}>{explain.title(part)}</p>
            {explain.text(part)}
          </>
        )}
      </div>
      {foot !== undefined && <div className={styles.foot}>{foot}</div>}
      <div className={styles.twin}>
        <Disclosure summary={explain.partByPart}>
          <dl className={styles.all}>
            {parts.map((each, index) => (
              <div key={index} className={styles.one}>
                <dt className={styles.title}>{explain.title(each)}</dt>
                <dd>{explain.text(each)}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      </div>
    </div>
  );
}

function partAt({ target }: PointerEvent): number | null {
  const part = target instanceof Element ? target.closest('[data-part]')?.getAttribute('data-part') : null;
  return part === null || part === undefined ? null : Number(part);
}

function neighbour(key: string, from: number, last: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(from + 1, last);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
