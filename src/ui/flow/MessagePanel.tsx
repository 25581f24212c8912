import { useMemo, type ReactNode } from 'react';
import type { FlowScene, MessageStep, SceneStep } from '#app/flow/scene.ts';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { HttpView } from '#ui/kit/HttpView.tsx';
import { requestMessage, responseMessage } from '#ui/subject/http-message.ts';
import { SimulatorText } from '#ui/subject/SimulatorText.tsx';
import { flowWords } from '#ui/words/words.ts';
import { explainParts } from './explain-parts.tsx';
import { Ids } from './Ids.tsx';
import { useTokenText } from './use-token-text.ts';
import { withToken } from './wire-message.ts';
import styles from './StepPanel.module.css';

interface MessagePanelProps {
  readonly scene: FlowScene;
  readonly step: SceneStep | undefined;
}

/** The step on the wire, raw. */
export function MessagePanel({ scene, step }: MessagePanelProps) {
  if (step === undefined) return <Ids cast={scene.cast} />;
  if (step.kind === 'clock') return <p className={styles.nothing}>{flowWords.noMessage}</p>;
  return <Messages step={step} />;
}

function Messages({ step }: { readonly step: MessageStep }) {
  const { request, response, source, about, way, story } = step;
  const jwt = useTokenText(about)?.jwt ?? null;
  const asked = useMemo(() => withToken(requestMessage(request), about, jwt), [request, about, jwt]);
  const answered = useMemo(
    () => (response === null ? null : withToken(responseMessage(response, request), about, jwt)),
    [response, request, about, jwt],
  );
  const [ofRequest, ofResponse] = useMemo(
    () => [explainParts(request, 'request'), explainParts(request, 'response')],
    [request],
  );
  if (way === 'out') {
    const unseen = story.tells === 'entra-asked' ? <Remark>{flowWords.unseenRequest}</Remark> : undefined;
    return <HttpView title={flowWords.request} message={asked} foot={unseen} explain={ofRequest} />;
  }
  if (answered === null) {
    return (
      <div className={styles.stack}>
        <p className={styles.nothing}>{flowWords.noAnswer}</p>
        <HttpView title={flowWords.request} message={asked} explain={ofRequest} />
      </div>
    );
  }
  return (
    <div className={styles.stack}>
      <HttpView
        title={flowWords.response}
        message={answered}
        explain={ofResponse}
        foot={source === 'unconfirmed' ? <Remark>{flowWords.simulated}</Remark> : undefined}
      />
      <Disclosure summary={flowWords.answerTo}>
        <HttpView title={flowWords.request} message={asked} explain={ofRequest} />
      </Disclosure>
    </div>
  );
}

/** Whose words these are. */
function Remark({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {children} <SimulatorText>{flowWords.simulatorText}</SimulatorText>
    </>
  );
}
