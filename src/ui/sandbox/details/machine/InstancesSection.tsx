import { isManualScaleSet } from '#app/sandbox/services.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Host } from '#domain/arm/resource.ts';
import { machineWords as words } from '#words/sandbox/machine.ts';
import styles from '../../Stack.module.css';
import { CommandButtons } from '../../give/CommandButtons.tsx';
import { Section } from '../../Section.tsx';

/** The instances of a scale set: whether they have the identities that the scale set has. */
export function InstancesSection({ host }: { host: Host }) {
  const isManual = isManualScaleSet(useCloud(), host);
  return (
    <Section title={words.instances}>
      <p className={styles.soft}>{isManual ? words.manual : words.automatic}</p>
      <CommandButtons
        choices={[{ action: words.update, command: { type: 'UpdateScaleSetInstances', id: host.id }, icon: 'restart' }]}
      />
    </Section>
  );
}
