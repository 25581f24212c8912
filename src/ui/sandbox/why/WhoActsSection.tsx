import { useMemo } from 'react';
import { namesIn } from '#app/sandbox/names.ts';
import { whoActsAs } from '#app/sandbox/why.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { whyWords as words } from '#words/sandbox/why.ts';
import { More } from '../More.tsx';
import styles from '../Stack.module.css';
import { last, wayInWords } from './way-words.ts';

/** Everybody who could act as an identity, and by which way. */
export function WhoActsSection({ principalId }: { readonly principalId: PrincipalId }) {
  return <More summary={words.whoActs}>{() => <WhoActs principalId={principalId} />}</More>;
}

function WhoActs({ principalId }: { readonly principalId: PrincipalId }) {
  const state = useCloud();
  const all = useMemo(() => whoActsAs(state, principalId), [state, principalId]);
  const { member } = namesIn(state);
  return (
    <div className={styles.tight}>
      <p className={styles.soft}>{words.whoActsHint}</p>
      {all.length === 0 ? (
        <p>{words.nobodyActs}</p>
      ) : (
        <ul className={styles.list} aria-label={words.whoActs}>
          {all.map(({ from, path }) => (
            <li key={from.kind === 'code' ? from.hostId : from.principalId}>
              <strong>{from.kind === 'code' ? words.codeOn(last(from.hostId)) : member(from.principalId)}</strong>{' '}
              <span className={styles.soft}>{wayInWords(path)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
