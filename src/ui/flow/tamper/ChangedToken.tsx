import { Fragment } from 'react';
import { segments } from '#app/flow/tamper.ts';
import { WireFrame } from '#ui/kit/WireFrame.tsx';
import { tamperWords as words } from '#words/flow/tamper.ts';
import styles from './Tamper.module.css';

interface ChangedTokenProps {
  readonly genuine: string;
  readonly jwt: string;
}

/** The token on the wire, with what differs from the genuine one marked. */
export function ChangedToken({ genuine, jwt }: ChangedTokenProps) {
  if (jwt === genuine) return <p className={styles.soft}>{words.genuine}</p>;
  const before = genuine.split('.');
  return (
    <WireFrame title={words.changedJwt} copy={jwt}>
      {jwt.split('.').map((part, index) => {
        const { start, changed, end } = difference(before[index] ?? '', part);
        return (
          <Fragment key={segments[index]}>
            {index > 0 && '.'}
            <span>{start}</span>
            {changed !== '' && (
              <mark className={styles.changed} title={words.mark}>
                {changed}
              </mark>
            )}
            <span>{end}</span>
          </Fragment>
        );
      })}
    </WireFrame>
  );
}

/** What two texts share at their ends, and what the second has in between. */
function difference(a: string, b: string) {
  const shorter = Math.min(a.length, b.length);
  let from = 0;
  while (from < shorter && a[from] === b[from]) from += 1;
  let back = 0;
  while (back < shorter - from && a.at(-1 - back) === b.at(-1 - back)) back += 1;
  const to = b.length - back;
  return { start: b.slice(0, from), changed: b.slice(from, to), end: b.slice(to) };
}
