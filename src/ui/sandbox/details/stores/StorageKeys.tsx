import { keysListedOf, takesSharedKeys } from '#app/sandbox/services.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { SwitchField } from '#ui/kit/CheckField.tsx';
import { CopyButton } from '#ui/kit/CopyButton.tsx';
import { storeWords as words } from '#words/sandbox/stores.ts';
import styles from '../../Stack.module.css';
import { CommandButtons } from '../../give/CommandButtons.tsx';
import { RefusalNotice } from '../../give/RefusalNotice.tsx';
import { useGive } from '../../give/use-give.ts';

/** The keys of a storage account: listed, made anew, or not taken at all. */
export function StorageKeys({ accountId }: { accountId: ResourceId }) {
  const state = useCloud();
  const timeline = useWorld((store) => store.world.timeline);
  const { give, refusal } = useGive();
  const keys = keysListedOf(timeline, accountId);
  return (
    <div className={styles.stack}>
      <p className={styles.soft}>{words.keysHint}</p>
      <SwitchField
        label={words.sharedKey}
        checked={takesSharedKeys(state, accountId)}
        onChange={(allowed) => give({ type: 'SetSharedKeyAccess', accountId, allowed })}
      />
      <RefusalNotice refusal={refusal} />
      <CommandButtons
        choices={[
          { action: words.listKeys, command: { type: 'ListAccountKeys', accountId }, icon: 'key' },
          ...([1, 2] as const).map((key) => ({
            action: words.renew(key),
            command: { type: 'RegenerateAccountKey', accountId, key } as const,
          })),
        ]}
      />
      {keys.length > 0 && (
        <ul className={styles.list} aria-label={words.keys}>
          {keys.map((key, index) => (
            <li key={key} className={styles.item}>
              <span>
                {words.key(index + 1)} <code>{key}</code>
              </span>
              <CopyButton text={key} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
