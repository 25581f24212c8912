import { useId, type ReactNode } from 'react';
import { Disclosure } from './Disclosure.tsx';
import styles from './Plate.module.css';

export interface PlateProps {
  /** What the picture shows, in a few words. */
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Under the picture: a caption that follows it, controls. */
  readonly foot?: ReactNode;
  /** The same in words: an ordered list of steps, a table. */
  readonly twin?: { readonly summary: ReactNode; readonly content: ReactNode };
}

/** A picture on its graticule, with its caption and its twin in words. */
export function Plate({ title, children, foot, twin }: PlateProps) {
  const id = useId();
  return (
    <figure className={styles.plate} aria-labelledby={id}>
      <div className={styles.stage}>{children}</div>
      <figcaption className={styles.caption} id={id}>
        {title}
      </figcaption>
      {foot !== undefined && <div className={styles.foot}>{foot}</div>}
      {twin !== undefined && (
        <div className={styles.twin}>
          <Disclosure summary={twin.summary}>{twin.content}</Disclosure>
        </div>
      )}
    </figure>
  );
}
