import { useMemo, useState } from 'react';
import type { FlowScene } from '#app/flow/scene.ts';
import { planFlow } from '#ui/diagram/plan-flow.ts';
import { StepList } from '#ui/diagram/StepList.tsx';
import { Caption } from '#ui/flow/Caption.tsx';
import { StepPanel } from '#ui/flow/StepPanel.tsx';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { sdkWords as words } from '#words/sdk.ts';
import styles from './SdkPanel.module.css';

/** Every message of a run, and what is behind the one that is chosen. */
export function Messages({ scene }: { readonly scene: FlowScene }) {
  const { rows } = useMemo(() => planFlow(scene).picture, [scene]);
  const [step, setStep] = useState(rows.length);
  return (
    <Disclosure summary={words.messages(rows.length)}>
      <div className={styles.messages}>
        <StepList rows={rows} step={step} onSelect={setStep} />
        <div className={styles.message}>
          <Caption scene={scene} step={step} counted={false} />
          <StepPanel scene={scene} step={step} />
        </div>
      </div>
    </Disclosure>
  );
}
