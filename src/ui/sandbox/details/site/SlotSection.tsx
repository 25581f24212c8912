import type { Host } from '#domain/arm/resource.ts';
import { siteWords as words } from '#words/sandbox/site.ts';
import styles from '../../Stack.module.css';
import { CommandButtons } from '../../give/CommandButtons.tsx';
import { Section } from '../../Section.tsx';

/** Swaps a slot with production. */
export function SlotSection({ host }: { host: Host }) {
  return (
    <Section title={words.slot}>
      <p className={styles.soft}>{words.swapHint}</p>
      <CommandButtons
        choices={[{ action: words.swap, icon: 'restart', command: { type: 'SwapSlots', id: host.id } }]}
      />
    </Section>
  );
}
