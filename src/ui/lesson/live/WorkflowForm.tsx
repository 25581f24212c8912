import { workflow } from '#app/sandbox/services.ts';
import { CallForm } from '#ui/sandbox/details/CallForm.tsx';
import { WorkloadForm } from '#ui/sandbox/details/federation/WorkloadForm.tsx';
import { federationWords } from '#words/sandbox/federation.ts';
import styles from './LiveActions.module.css';

/** A workflow outside Azure, which signs in by what its own platform gave it. */
export function WorkflowForm() {
  return (
    <div className={styles.panel}>
      <p className={styles.soft}>{federationWords.externalHint}</p>
      <code className={styles.soft}>{workflow.subject}</code>
      <WorkloadForm origin={workflow} action={federationWords.signIn} />
      <CallForm origin={workflow} wide />
    </div>
  );
}
