import { deletedVaultsOf } from '#app/sandbox/services.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { vaultWords as words } from '#words/sandbox/vault.ts';
import styles from '../../Stack.module.css';
import { CommandRow } from '../../give/CommandButtons.tsx';
import { Section } from '../../Section.tsx';

/** Vaults that are deleted and hold their names until they are purged. */
export function DeletedVaults() {
  const deleted = deletedVaultsOf(useCloud());
  if (deleted.length === 0) return null;
  return (
    <Section title={words.deletedVaults}>
      <ul className={styles.list} aria-label={words.deletedVaults}>
        {deleted.map(({ name, purgeAt }) => (
          <CommandRow
            key={name}
            acts={[
              { name: words.recoverVault(name), icon: 'undo', command: { type: 'RecoverDeletedVault', name } },
              { name: words.purgeVault(name), icon: 'trash', command: { type: 'PurgeDeletedVault', name } },
            ]}
          >
            <Mark kind="keyVault" name={name} />
            <span className={styles.soft}>{words.until(purgeAt)}</span>
          </CommandRow>
        ))}
      </ul>
    </Section>
  );
}
