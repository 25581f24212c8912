import { useMemo } from 'react';
import { signInsIn } from '#app/sandbox/sign-ins.ts';
import type { SignInRow } from '#app/sandbox/sign-ins.ts';
import { useWorld } from '#app/world/WorldProvider.tsx';
import { Chip } from '#ui/kit/Chip.tsx';
import { signInWords as words } from '#words/sandbox/sign-ins.ts';
import { when } from '#words/time.ts';
import { Section } from '../Section.tsx';
import styles from '../Stack.module.css';

/** Who asked Microsoft Entra ID for a token, and what it said. */
export function SignInSection() {
  const world = useWorld((store) => store.world);
  const rows = useMemo(() => signInsIn(world), [world]);
  return (
    <Section title={words.title}>
      <p className={styles.soft}>{words.hint}</p>
      {rows.length === 0 ? (
        <p className={styles.soft}>{words.none}</p>
      ) : (
        <ol className={styles.list} aria-label={words.list}>
          {rows.map((row, index) => (
            <Row key={rows.length - index} row={row} now={world.state.now} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Row({ row, now }: { readonly row: SignInRow; readonly now: number }) {
  const { at, category, who, resource, host, errorCode } = row;
  const isSuccess = errorCode === 0;
  return (
    <li className={styles.tight}>
      <span className={styles.row}>
        <span className={styles.soft}>{when(at, now)}</span>
        <strong>{who}</strong>
        <Chip tone={isSuccess ? 'allowed' : 'refused'} icon={isSuccess ? 'check' : 'refused'}>
          {isSuccess ? words.success : words.failure(errorCode)}
        </Chip>
      </span>
      <span className={styles.soft}>{words.detail(words.categories[category], resource, host)}</span>
    </li>
  );
}
