import type { Host } from '#domain/arm/resource.ts';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { machineWords as words } from '#words/sandbox/machine.ts';
import { Section } from '../../Section.tsx';
import { ImdsFaultForm } from './ImdsFaultForm.tsx';
import { InstancesSection } from './InstancesSection.tsx';
import { PowerSection } from './PowerSection.tsx';
import { RunCommandForm } from './RunCommandForm.tsx';

/** What virtual machines and scale sets have and apps do not. */
export function MachineSections({ host }: { host: Host }) {
  return (
    <>
      {host.kind === 'virtualMachine' && <PowerSection host={host} />}
      {host.kind === 'vmScaleSet' && <InstancesSection host={host} />}
      <Section title={words.fault}>
        <Disclosure summary={words.fail}>
          <ImdsFaultForm host={host} />
        </Disclosure>
      </Section>
      {host.kind === 'virtualMachine' && (
        <Section title={words.runCommand}>
          <RunCommandForm host={host} />
        </Section>
      )}
    </>
  );
}
