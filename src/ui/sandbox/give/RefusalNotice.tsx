import { useRef } from 'react';
import { locksLeft, obstacleIn, you } from '#app/sandbox/refusal.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { refusalWords as words } from '#words/sandbox/refusal.ts';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';
import { useGive } from './use-give.ts';
import type { GivenRefusal } from './use-give.ts';

/** What Azure said to a command that it refused, and what to do next. */
export function RefusalNotice({ refusal }: { refusal: GivenRefusal | null }) {
  if (refusal === null) return null;
  return (
    <Notice tone="refused" title={sandboxWords.refused(refusal.code, refusal.message)} live>
      <WayOut refusal={refusal} />
    </Notice>
  );
}

interface WayOutProps {
  readonly refusal: GivenRefusal;
  /** Only says what is missing, and offers nothing: of what was refused long ago. */
  readonly isPast?: boolean;
}

/** Which permission or which lock it is about, and the way past it. */
export function WayOut({ refusal: { code, message, who }, isPast = false }: WayOutProps) {
  const state = useCloud();
  const obstacle = obstacleIn(state, code, message);
  if (obstacle === null) return null;
  if (obstacle.kind === 'lock') return <PastLocks scopes={obstacle.scopes} isPast={isPast} />;
  if (who === null) return null;
  return (
    <>
      {obstacle.missing.length === 0 && <p className={styles.soft}>{words.missingSome(who)}</p>}
      {obstacle.missing.map((permission) => (
        <p key={permission.at} className={styles.soft}>
          {words.missing(who, permission)} <code>{permission.action}</code>.
        </p>
      ))}
      {!isPast && <AsYou />}
    </>
  );
}

function AsYou() {
  const isYou = useWorld(({ actor }) => actor.principalId === undefined);
  const actAs = useWorld((store) => store.actAs);
  const box = useRef<HTMLDivElement>(null);
  return (
    <div ref={box} tabIndex={-1}>
      {isYou ? (
        <p>{words.nowYou}</p>
      ) : (
        <Button
          onClick={() => {
            actAs(you);
            // The button goes with what it did.
            box.current?.focus();
          }}
        >
          {words.actAsYou}
        </Button>
      )}
    </div>
  );
}

function PastLocks({ scopes, isPast }: { scopes: readonly string[]; isPast: boolean }) {
  const locks = locksLeft(useCloud(), scopes);
  const { give, refusal } = useGive();
  const box = useRef<HTMLDivElement>(null);
  if (isPast) return <p className={styles.soft}>{words.locked}</p>;
  return (
    <div ref={box} tabIndex={-1} className={styles.tight}>
      <p className={styles.soft}>{locks.length === 0 ? words.unlocked : words.locked}</p>
      <div className={styles.row}>
        {locks.map(({ id, scope, name }) => (
          <Button
            key={id}
            icon="trash"
            onClick={() => {
              if (give({ type: 'DeleteLock', scope, name })) box.current?.focus();
            }}
          >
            {words.unlock(name)}
          </Button>
        ))}
      </div>
      <RefusalNotice refusal={refusal} />
    </div>
  );
}
