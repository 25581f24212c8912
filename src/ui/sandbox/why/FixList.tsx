import { useEffect, useMemo, useRef, useState } from 'react';
import { identitiesIn } from '#app/sandbox/facts.ts';
import { namesIn } from '#app/sandbox/names.ts';
import type { Names } from '#app/sandbox/names.ts';
import { applyFix, askAgain, fixesFor } from '#app/sandbox/why.ts';
import type { Fix, Refused } from '#app/sandbox/why.ts';
import { useCloud, useWorldStore } from '#app/world/WorldProvider.tsx';
import type { CloudState } from '#domain/cloud/state.ts';
import { Button } from '#ui/kit/Button.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { whyWords as words } from '#words/sandbox/why.ts';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';

/** What would allow a refused request: each change was tried in a copy of this world before it is named. */
export function FixList({ refused, onAct }: { refused: Refused; onAct: () => void }) {
  const state = useCloud();
  const store = useWorldStore();
  const [made, setMade] = useState<Fix | null>(null);
  const fixes = useMemo(() => (made === null ? fixesFor(state, refused) : []), [state, refused, made]);
  const names = namesIn(state);
  const again = (fix: Fix) => askAgain(store, fix, refused.tokenFor);
  if (made !== null) return <Made fix={made} now={state.now} onAgain={() => again(made)} />;
  // Many reasons for which no token comes are no question of this world, such as a header that was left out.
  if (refused.tokenFor !== null && fixes.length === 0) return null;
  return (
    <div className={styles.tight}>
      <h3 className={styles.heading}>{words.allow}</h3>
      {fixes.length === 0 && <p className={styles.soft}>{words.nothing}</p>}
      <ol className={styles.list} aria-label={words.allow}>
        {fixes.map((fix, index) => {
          const what = inWords(fix, state, names);
          return (
            <li key={index} className={styles.item}>
              <span>
                {words.asHeading(what)}
                {fix.effectiveAt > state.now && (
                  <span className={styles.soft}> ({words.acts(fix.effectiveAt, state.now)})</span>
                )}
              </span>
              <Button
                aria-label={words.doThis(what)}
                onClick={() => {
                  onAct();
                  applyFix(store, fix);
                  if (fix.commands.length === 0) again(fix);
                  else setMade(fix);
                }}
              >
                {words.doIt}
              </Button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function inWords({ commands, kinds, question: { who } }: Fix, state: CloudState, names: Names): string {
  if (commands.length > 0) return words.inTurn(commands.map((each) => sandboxWords.commandInWords(each, names)));
  if (kinds.includes('nameIdentity') && who.kind === 'origin') {
    const named = identitiesIn(state).find(({ clientId }) => clientId === who.selector?.value);
    return words.nameIt(named?.name ?? '');
  }
  return kinds.includes('wait') ? words.timeOnly : words.anotherRequest;
}

function Made({ fix, now, onAgain }: { fix: Fix; now: number; onAgain: () => void }) {
  const isLater = fix.effectiveAt > now;
  const again = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone; what comes next has taken its place.
  useEffect(() => again.current?.focus(), []);
  return (
    <Notice
      tone="allowed"
      live
      title={isLater ? words.doneLater(fix.effectiveAt, now) : words.done}
      actions={
        <Button ref={again} variant="primary" icon={isLater ? 'clock' : 'arrowRight'} onClick={onAgain}>
          {isLater ? words.goAndAsk(fix.effectiveAt, now) : words.again}
        </Button>
      }
    />
  );
}
