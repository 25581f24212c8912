import { lazy, Suspense, useState } from 'react';
import type { FlowScene, SceneToken } from '#app/flow/scene.ts';
import type { Gate } from '#domain/rbac/access.ts';
import { Button } from '#ui/kit/Button.tsx';
import { CodeBlock } from '#ui/kit/CodeBlock.tsx';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { tamperWords } from '#words/flow/tamper.ts';
import { flowWords } from '#ui/words/words.ts';
import { claimsOf, type Claim } from './claims.ts';
import { ClaimList } from './ClaimList.tsx';
import { useTokenText } from './use-token-text.ts';
import styles from './StepPanel.module.css';

const TamperPanel = lazy(async () => ({ default: (await import('./tamper/TamperPanel.tsx')).TamperPanel }));

interface TokenPanelProps {
  readonly token: SceneToken | null;
  readonly scene: FlowScene;
  readonly step: number;
  /** The gate that refused the token, where one did. */
  readonly refusing: Gate | null;
}

/** The token of the step, decoded claim by claim. */
export function TokenPanel({ token, scene, step, refusing }: TokenPanelProps) {
  if (token === null) {
    return (
      <div className={styles.nothing}>
        <p>
          <strong>{flowWords.noTokenTitle}</strong>
        </p>
        <p>{flowWords.noTokenText}</p>
      </div>
    );
  }
  const { compared, others, header } = claimsOf(token, scene.cast, refusing);
  return (
    <div className={styles.stack}>
      <Summary token={token} claims={compared} />
      <ClaimList claims={compared} />
      <Disclosure summary={flowWords.otherClaims(others.length)}>
        <ClaimList claims={others} />
      </Disclosure>
      <Disclosure summary={flowWords.header}>
        <ClaimList claims={header} />
      </Disclosure>
      <Wire token={token} />
      <Tampering key={token.id} token={token} scene={scene} step={step} />
    </div>
  );
}

function Summary({ token, claims }: { readonly token: SceneToken; readonly claims: readonly Claim[] }) {
  const speaker = claims.find(({ name }) => name === 'oid')?.note ?? '';
  return (
    <p className={styles.summary}>
      <Mark kind="token" name={flowWords.audience(token.token.claims.aud)} />
      <span>{flowWords.tokenLife(token.secondsLeft)}</span>
      {speaker !== '' && <span>{flowWords.speaksFor(speaker)}</span>}
    </p>
  );
}

function Wire({ token }: { readonly token: SceneToken }) {
  const text = useTokenText(token);
  return (
    <Disclosure summary={flowWords.tokenWhole}>
      {text === null ? (
        <p className={styles.nothing}>{flowWords.signing}</p>
      ) : (
        <div className={styles.stack}>
          <CodeBlock title="JWT" text={text.jwt} />
          <p className={styles.note}>{text.signed ? flowWords.signed : flowWords.unsigned}</p>
        </div>
      )}
    </Disclosure>
  );
}

/** The way to the tool that changes it, which is loaded when it is opened. */
function Tampering({
  token,
  scene,
  step,
}: {
  readonly token: SceneToken;
  readonly scene: FlowScene;
  readonly step: number;
}) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{tamperWords.open}</Button>
      </div>
    );
  }
  return (
    <Suspense fallback={<p className={styles.nothing}>{tamperWords.loading}</p>}>
      <TamperPanel scene={scene} step={step} token={token} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
