import { deletedSecretsOf } from '#app/sandbox/services.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { vaultWords as words } from '#words/sandbox/vault.ts';
import styles from '../../Stack.module.css';
import { CommandRow } from '../../give/CommandButtons.tsx';

/** Secrets that are deleted and can come back. */
export function DeletedSecrets({ vaultId }: { vaultId: ResourceId }) {
  const deleted = deletedSecretsOf(useCloud(), vaultId);
  if (deleted.length === 0) return <p className={styles.soft}>{words.noneDeleted}</p>;
  return (
    <ul className={styles.list} aria-label={words.deleted}>
      {deleted.map(({ name, purgeAt }) => (
        <CommandRow
          key={name}
          acts={[
            { name: words.recover(name), icon: 'undo', command: { type: 'RecoverDeletedSecret', vaultId, name } },
            { name: words.purge(name), icon: 'trash', command: { type: 'PurgeDeletedSecret', vaultId, name } },
          ]}
        >
          <code>{name}</code>
          <span className={styles.soft}>{words.until(purgeAt)}</span>
        </CommandRow>
      ))}
    </ul>
  );
}
