import type { FlowScene, SceneToken } from '#app/flow/scene.ts';
import type { Gate } from '#domain/rbac/access.ts';
import { CodeBlock } from '#ui/kit/CodeBlock.tsx';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { flowWords } from '#ui/words/words.ts';
import { claimsOf, type Claim } from './claims.ts';
import { ClaimList } from './ClaimList.tsx';
import { useTokenText } from './use-token-text.ts';
import styles from './StepPanel.module.css';

interface TokenPanelProps {
  readonly token: SceneToken | null;
  readonly scene: FlowScene;
  /** The gate that refused the token, where one did. */
  readonly refusing: Gate | null;
}

/** The token of the step, decoded claim by claim. */
export function TokenPanel({ token, scene, refusing }: TokenPanelProps) {
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
