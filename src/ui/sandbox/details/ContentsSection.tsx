import { contentsOf } from '#app/sandbox/facts.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Target } from '#domain/arm/resource.ts';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';
import { Section } from '../Section.tsx';
import { BlobForm } from './BlobForm.tsx';
import { SecretForm } from './SecretForm.tsx';

const words = sandboxWords.details;

/** What a target holds, and the forms that put something into it. */
export function ContentsSection({ target }: { target: Target }) {
  const stored = contentsOf(useCloud(), target);
  return (
    <Section title={words.stored[target.kind]}>
      {stored.length === 0 ? (
        <p className={styles.soft}>{words.nothingStored[target.kind]}</p>
      ) : (
        <ul className={styles.list}>
          {stored.map(({ path }) => (
            <li key={path}>
              <code>{path}</code>
            </li>
          ))}
        </ul>
      )}
      {target.kind === 'keyVault' ? (
        <Disclosure summary={words.setSecret}>
          <SecretForm vaultId={target.id} />
        </Disclosure>
      ) : (
        <Disclosure summary={words.uploadBlob}>
          <BlobForm account={target} />
        </Disclosure>
      )}
    </Section>
  );
}
