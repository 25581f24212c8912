import { workflow } from '#app/sandbox/services.ts';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { federationWords as words } from '#words/sandbox/federation.ts';
import styles from '../Stack.module.css';
import { CallForm } from './CallForm.tsx';
import { WorkloadForm } from './federation/WorkloadForm.tsx';

/** A workflow outside Azure that signs in by federation. */
export function ExternalDetails() {
  return (
    <Disclosure summary={words.external}>
      <div className={styles.stack}>
        <p className={styles.soft}>{words.externalHint}</p>
        <code className={styles.wire}>{workflow.subject}</code>
        <WorkloadForm origin={workflow} action={words.signIn} />
        <CallForm origin={workflow} wide />
      </div>
    </Disclosure>
  );
}
