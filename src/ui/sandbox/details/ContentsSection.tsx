import { containerNames, contentsOf } from '#app/sandbox/facts.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Target } from '#domain/arm/resource.ts';
import type { CommandOf } from '#domain/cloud/command.ts';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { storeWords } from '#words/sandbox/stores.ts';
import { vaultWords } from '#words/sandbox/vault.ts';
import { sandboxWords } from '#ui/words/words.ts';
import { CommandRow } from '../give/CommandButtons.tsx';
import styles from '../Stack.module.css';
import { Section } from '../Section.tsx';
import { BlobForm } from './BlobForm.tsx';
import { SecretForm } from './SecretForm.tsx';

const words = sandboxWords.details;

interface ContentsSectionProps {
  readonly target: Target;
  readonly kind: 'keyVault' | 'storageAccount';
}

/** What a target holds, and the forms that put something into it. */
export function ContentsSection({ target, kind }: ContentsSectionProps) {
  const stored = contentsOf(useCloud(), target);
  return (
    <Section title={words.stored[kind]}>
      {stored.length === 0 ? (
        <p className={styles.soft}>{words.nothingStored[kind]}</p>
      ) : (
        <ul className={styles.list} aria-label={words.stored[kind]}>
          {stored.map(({ path }) => (
            <CommandRow
              key={path}
              acts={[
                {
                  name: kind === 'keyVault' ? vaultWords.deleteSecret(path) : storeWords.deleteBlob(path),
                  icon: 'trash',
                  command: removal(target, kind, path),
                },
              ]}
            >
              <code>{path}</code>
            </CommandRow>
          ))}
        </ul>
      )}
      {kind === 'keyVault' ? (
        <Disclosure summary={words.setSecret}>
          <SecretForm vaultId={target.id} />
        </Disclosure>
      ) : (
        <>
          <Containers account={target} />
          <Disclosure summary={words.uploadBlob}>
            <BlobForm account={target} />
          </Disclosure>
        </>
      )}
    </Section>
  );
}

function removal(
  target: Target,
  kind: 'keyVault' | 'storageAccount',
  path: string,
): CommandOf<'DeleteSecret'> | CommandOf<'DeleteBlob'> {
  if (kind === 'keyVault') return { type: 'DeleteSecret', vaultId: target.id, name: path };
  const [container = '', ...name] = path.split('/');
  return { type: 'DeleteBlob', accountId: target.id, container, name: name.join('/') };
}

function Containers({ account }: { account: Target }) {
  const containers = containerNames(useCloud(), account);
  if (containers.length === 0) return null;
  return (
    <Disclosure summary={storeWords.containers}>
      <ul className={styles.list} aria-label={storeWords.containers}>
        {containers.map((name) => (
          <CommandRow
            key={name}
            acts={[
              {
                name: storeWords.deleteContainer(name),
                icon: 'trash',
                command: { type: 'DeleteContainer', accountId: account.id, name },
              },
            ]}
          >
            <code>{name}</code>
          </CommandRow>
        ))}
      </ul>
    </Disclosure>
  );
}
