import type { Origin } from '#domain/protocol/actor.ts';
import { Button } from '#ui/kit/Button.tsx';
import { Section } from '#ui/sandbox/Section.tsx';
import styles from '#ui/sandbox/Stack.module.css';
import { sandboxWords } from '#ui/words/words.ts';
import { useOpenSdk } from './opening.ts';

const words = sandboxWords.details;

/** The way from a host or a pod to a program that runs on it. */
export function SdkSection({ origin }: { readonly origin: Origin }) {
  const open = useOpenSdk();
  if (open === null) return null;
  return (
    <Section title={words.ownCode}>
      <p className={styles.soft}>{words.ownCodeHint}</p>
      <div className={styles.row}>
        <Button icon="play" onClick={() => open(origin)}>
          {words.runSdk}
        </Button>
      </div>
    </Section>
  );
}
