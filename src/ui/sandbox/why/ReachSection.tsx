import { useMemo } from 'react';
import { namesIn } from '#app/sandbox/names.ts';
import { reachFrom } from '#app/sandbox/why.ts';
import type { Foothold } from '#app/sandbox/why.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import { whyWords as words } from '#words/sandbox/why.ts';
import { More } from '../More.tsx';
import { last, wayInWords } from './way-words.ts';
import styles from '../Stack.module.css';

/** Whom somebody could act as from here, by which way, and what that opens. */
export function ReachSection({ from }: { from: Foothold }) {
  return <More summary={words.reach}>{() => <Reached from={from} />}</More>;
}

function Reached({ from }: { from: Foothold }) {
  const state = useCloud();
  const { identities, data } = useMemo(() => reachFrom(state, from), [state, from]);
  const { member } = namesIn(state);
  const others = identities.filter(({ path }) => path.length > 0);
  return (
    <div className={styles.tight}>
      <p className={styles.soft}>{words.reachHint}</p>
      {others.length + data.length === 0 && <p>{words.reachNobody}</p>}
      {others.length > 0 && (
        <>
          <h4 className={styles.heading}>{words.speakAs}</h4>
          <ul className={styles.list} aria-label={words.speakAs}>
            {others.map(({ principalId, path }) => (
              <li key={principalId}>
                <strong>{member(principalId)}</strong> <span className={styles.soft}>{wayInWords(path)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {data.length > 0 && (
        <>
          <h4 className={styles.heading}>{words.open}</h4>
          <ul className={styles.list} aria-label={words.open}>
            {data.map(({ targetId, part, by, operations, as }) => (
              <li key={`${targetId} ${part ?? ''} ${by} ${as}`}>
                {words.opened(
                  part === undefined ? last(targetId) : `${last(targetId)}/${part}`,
                  by,
                  operations.join(', '),
                )}{' '}
                <span className={styles.soft}>{words.as(member(as))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
