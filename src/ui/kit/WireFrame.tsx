import { useId, type ReactNode } from 'react';
import { CopyButton } from './CopyButton.tsx';
import { Button } from './Button.tsx';
import { useKitLabels } from './labels.ts';
import styles from './Wire.module.css';

interface WireFrameProps {
  readonly title: ReactNode;
  /** What the copy button copies. */
  readonly copy: string;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  /** Whether long values are shown whole, and the way to change it; left out where nothing is long. */
  readonly whole?: { readonly on: boolean; readonly set: (on: boolean) => void } | undefined;
}

/** The frame around wire text: its title, its tools, and the text, which wraps. */
export function WireFrame({ title, copy, children, foot, whole }: WireFrameProps) {
  const labels = useKitLabels();
  const id = useId();
  return (
    <figure className={styles.frame} aria-labelledby={id}>
      <figcaption className={styles.bar}>
        <span id={id}>{title}</span>
        <span className={styles.tools}>
          {whole !== undefined && (
            <Button variant="quiet" onClick={() => whole.set(!whole.on)}>
              {whole.on ? labels.showShort : labels.showWhole}
            </Button>
          )}
          <CopyButton text={copy} />
        </span>
      </figcaption>
      <pre className={styles.wire}>
        <code>{children}</code>
      </pre>
      {foot !== undefined && <div className={styles.foot}>{foot}</div>}
    </figure>
  );
}
