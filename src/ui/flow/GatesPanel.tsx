import { statusOnWire } from '#app/flow/wire.ts';
import type { SceneStep } from '#app/flow/scene.ts';
import type { AccessDecision, Gate, GateName } from '#domain/rbac/access.ts';
import { classNames } from '#ui/kit/class-names.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { IdText } from '#ui/lens/Id.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { flowWords } from '#ui/words/words.ts';
import styles from './GatesPanel.module.css';
import panel from './StepPanel.module.css';

interface GatesPanelProps {
  readonly step: SceneStep | undefined;
}

const ofToken: readonly GateName[] = ['token', 'signature', 'issuer', 'audience', 'lifetime'];
/** Each target decides by one of these, or by nothing but the token. */
const last: readonly GateName[] = ['role', 'policy', 'databaseUser', 'cosmosRole', 'appRole', 'application'];

/** Behind a refusal: the gates that a call with a token would have come to. */
function unaskedOf({ allowed, gates }: AccessDecision): readonly GateName[] {
  const asked = gates.map(({ gate }) => gate);
  if (allowed || asked.includes('sharedKey')) return [];
  const left = ofToken.filter((gate) => !asked.includes(gate));
  return [...left, ...(asked.some((gate) => last.includes(gate)) ? [] : (['role'] as const))];
}

/** How the target decided: every gate in its order, with what was compared. */
export function GatesPanel({ step }: GatesPanelProps) {
  const message = step?.kind === 'message' ? step : null;
  const decision = message?.decision ?? null;
  if (message === null || decision === null) {
    return (
      <div className={panel.nothing}>
        <p>
          <strong>{flowWords.noGatesTitle}</strong>
        </p>
        <p>{flowWords.noGatesText}</p>
      </div>
    );
  }
  const { request, response } = message;
  const status = response === null ? null : statusOnWire(request, response);
  return (
    <div className={panel.stack}>
      <p className={panel.summary}>
        <Mark kind={decision.allowed ? 'allowed' : 'refused'} {...(status === null ? {} : { name: status })} />
        <span>{decision.allowed ? flowWords.allowed : flowWords.refused}</span>
      </p>
      <ol className={styles.gates}>
        {decision.gates.map((gate, index) => (
          <GateView key={index} name={gate.gate} gate={gate} />
        ))}
        {unaskedOf(decision).map((name) => (
          <GateView key={name} name={name} gate={undefined} />
        ))}
      </ol>
      {decision.pending !== null && <p>{flowWords.pending(decision.pending.effectiveAt)}</p>}
    </div>
  );
}

function GateView({ name, gate }: { readonly name: GateName; readonly gate: Gate | undefined }) {
  if (gate === undefined) {
    return (
      <li className={classNames(styles.gate, styles.unasked)}>
        <span className={styles.ring} />
        <p className={styles.name}>
          {flowWords.gates[name]} <span className={styles.state}>{flowWords.gateUnasked}</span>
        </p>
      </li>
    );
  }
  const { passed, expected, found } = gate;
  return (
    <li className={classNames(styles.gate, passed ? styles.passed : styles.refused)}>
      <Icon name={passed ? 'allowed' : 'refused'} />
      <p className={styles.name}>
        {flowWords.gates[name]}{' '}
        <span className={styles.state}>{passed ? flowWords.gatePassed : flowWords.gateRefused}</span>
      </p>
      <dl className={styles.compared}>
        {expected !== found && (
          <>
            <dt>{flowWords.expected}</dt>
            <dd>
              <IdText text={expected} />
            </dd>
          </>
        )}
        <dt>{flowWords.found}</dt>
        <dd>{found === '' ? flowWords.foundNothing : <IdText text={found} />}</dd>
      </dl>
    </li>
  );
}
