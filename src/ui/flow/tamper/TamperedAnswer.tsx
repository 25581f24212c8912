import { useMemo } from 'react';
import type { MessageStep } from '#app/flow/scene.ts';
import { HttpView } from '#ui/kit/HttpView.tsx';
import { responseMessage } from '#ui/subject/http-message.ts';
import { tamperWords as words } from '#words/flow/tamper.ts';
import { explainParts } from '../explain-parts.tsx';
import { GatesPanel } from '../GatesPanel.tsx';
import styles from './Tamper.module.css';

interface TamperedAnswerProps {
  readonly answer: MessageStep;
  readonly target: string;
}

/** What the engine answered, and the gate that refused. */
export function TamperedAnswer({ answer, target }: TamperedAnswerProps) {
  const { request, response } = answer;
  const explain = useMemo(() => explainParts(request, 'response'), [request]);
  return (
    <div className={styles.answer} role="group" aria-label={words.answer(target)}>
      <p role="status">{verdict(answer)}</p>
      <GatesPanel step={answer} />
      {response !== null && (
        <HttpView title={words.answer(target)} message={responseMessage(response, request)} explain={explain} />
      )}
    </div>
  );
}

function verdict({ decision }: MessageStep): string {
  const refusing = decision?.gates.find(({ passed }) => !passed);
  if (refusing === undefined) return words.accepted;
  if (refusing.gate === 'token') return words.malformed;
  if (refusing.gate !== 'signature') return words.otherGate;
  return refusing.found === 'unknown' ? words.signatureUnknown : words.signatureBroke;
}
