import { useMemo, useState } from 'react';
import { lastRequest } from '#app/sandbox/answer.ts';
import type { LastRequest } from '#app/sandbox/answer.ts';
import { refusedRequest } from '#app/sandbox/why.ts';
import { paths } from '#app/paths.ts';
import { useWorld } from '#app/world/WorldProvider.tsx';
import { planFlow } from '#ui/diagram/plan-flow.ts';
import { StepList } from '#ui/diagram/StepList.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { Card } from '#ui/kit/Card.tsx';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { Caption } from '#ui/flow/Caption.tsx';
import { StepPanel } from '#ui/flow/StepPanel.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { sandboxFlowWords } from '#words/flow/sandbox-flow.ts';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';
import { FixList } from '../why/FixList.tsx';

const words = sandboxWords.answer;

interface AnswerPanelProps {
  /** Before something is done from here: the panel is to stay in front. */
  readonly onAct: () => void;
}

/** What came of the last request: the answer, why, and what is behind it. */
export function AnswerPanel({ onAct }: AnswerPanelProps) {
  const world = useWorld((store) => store.world);
  const last = useMemo(() => lastRequest(world), [world]);
  return (
    <Card title={words.title}>
      {last === null ? (
        <p className={styles.soft}>{words.none}</p>
      ) : (
        <Answer key={last.cursor} last={last} onAct={onAct} />
      )}
    </Card>
  );
}

function Answer({ last, onAct }: { last: LastRequest; onAct: () => void }) {
  const { scene, outcome } = last;
  const { rows } = useMemo(() => planFlow(scene).picture, [scene]);
  const [step, setStep] = useState(rows.length);
  const refused = useMemo(() => refusedRequest(last), [last]);
  return (
    <div className={styles.stack}>
      <Caption scene={scene} step={step} />
      {outcome.decision?.pending && <PendingRole last={last} at={outcome.decision.pending.effectiveAt} />}
      {refused !== null && <FixList refused={refused} onAct={onAct} />}
      <StepPanel scene={scene} step={step} />
      {rows.length > 2 && (
        <Disclosure summary={words.messages(rows.length)}>
          <StepList rows={rows} step={step} onSelect={setStep} />
        </Disclosure>
      )}
      <AppLink to={paths.flow.href({ from: 'sandbox', entry: last.cursor })}>{sandboxFlowWords.open}</AppLink>
    </div>
  );
}

/** A grant is on its way: when it acts, and the way to go there and call again. */
export function PendingRole({ last, at }: { last: LastRequest; at: number }) {
  const now = useWorld((store) => store.world.state.now);
  const dispatch = useWorld((store) => store.dispatch);
  if (at <= now) return null;
  return (
    <Notice
      title={words.pending(at, now)}
      actions={
        <Button
          variant="primary"
          icon="clock"
          onClick={() => {
            dispatch({ type: 'AdvanceClock', seconds: at - now });
            dispatch(last.command);
          }}
        >
          {words.goThere(at, now)}
        </Button>
      }
    />
  );
}
