import { useMemo, useState } from 'react';
import type { FlowScene, MessageStep, SceneToken } from '#app/flow/scene.ts';
import { present, presentationOf, tampered } from '#app/flow/tamper.ts';
import type { Tampering } from '#app/flow/tamper.ts';
import { Button } from '#ui/kit/Button.tsx';
import { tamperWords as words } from '#words/flow/tamper.ts';
import { useTokenText } from '../use-token-text.ts';
import { ChangedToken } from './ChangedToken.tsx';
import { TamperedAnswer } from './TamperedAnswer.tsx';
import { objectIdOf, TamperForm } from './TamperForm.tsx';
import styles from './Tamper.module.css';

interface TamperPanelProps {
  readonly scene: FlowScene;
  readonly step: number;
  readonly token: SceneToken;
  /** Back to the token as it is. */
  readonly onClose: () => void;
}

type Shown =
  | { readonly state: 'none' }
  | { readonly state: 'asking' }
  | { readonly state: 'failed' }
  | { readonly state: 'answered'; readonly jwt: string; readonly answer: MessageStep };

/** Changes a token and shows it to the target that it is for: the engine answers. */
export function TamperPanel({ scene, step, token, onClose }: TamperPanelProps) {
  const text = useTokenText(token);
  const call = useMemo(() => presentationOf(scene, token, step), [scene, token, step]);
  const [change, setChange] = useState<Tampering>(() => objectIdOf(token.token));
  const [outcome, setOutcome] = useState<Shown>({ state: 'none' });
  const genuine = text?.jwt ?? '';
  const jwt = genuine === '' ? '' : tampered(genuine, change);
  // An answer belongs to the token that was shown.
  const shown = outcome.state === 'answered' && outcome.jwt !== jwt ? ({ state: 'none' } as const) : outcome;

  async function show(): Promise<void> {
    if (call === null) return;
    setOutcome({ state: 'asking' });
    try {
      const { answer } = await present(scene, call, jwt);
      setOutcome({ state: 'answered', jwt, answer });
    } catch {
      setOutcome({ state: 'failed' });
    }
  }

  return (
    <section className={styles.panel} aria-label={words.title}>
      <h3 className={styles.title}>{words.title}</h3>
      {text?.signed === false ? (
        <p>{words.unsigned}</p>
      ) : (
        <>
          <p className={styles.soft}>{words.intro}</p>
          <TamperForm token={token.token} jwt={genuine} change={change} onChange={setChange} />
          <ChangedToken genuine={genuine} jwt={jwt} />
          {call === null ? (
            <p className={styles.soft}>{words.nobody}</p>
          ) : (
            <>
              <div>
                <Button variant="primary" disabled={jwt === genuine} onClick={() => void show()}>
                  {words.present(call.target)}
                </Button>
              </div>
              <Outcome outcome={shown} target={call.target} />
            </>
          )}
        </>
      )}
      <div>
        <Button icon="undo" onClick={onClose}>
          {words.back}
        </Button>
      </div>
    </section>
  );
}

function Outcome({ outcome, target }: { readonly outcome: Shown; readonly target: string }) {
  switch (outcome.state) {
    case 'none':
      return null;
    case 'asking':
      return <p className={styles.soft}>{words.presenting}</p>;
    case 'failed':
      return <p className={styles.soft}>{words.failed}</p>;
    case 'answered':
      return <TamperedAnswer answer={outcome.answer} target={target} />;
  }
}
