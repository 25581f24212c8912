import { lazy, Suspense, useState } from 'react';
import { hostsOf } from '#app/lesson/live-world.ts';
import { offerGroups, type OfferGroup } from '#app/lesson/offers.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { OfferedAction } from '#content/types.ts';
import type { Host } from '#domain/arm/resource.ts';
import { Tabs } from '#ui/kit/Tabs.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { AssignRoleForm } from '#ui/sandbox/details/AssignRoleForm.tsx';
import { CallForm } from '#ui/sandbox/details/CallForm.tsx';
import { IdentitySection } from '#ui/sandbox/details/IdentitySection.tsx';
import { TokenForm } from '#ui/sandbox/details/TokenForm.tsx';
import { liveWords as words } from '#words/lesson/live.ts';
import { terminalWords } from '#words/sandbox/terminal.ts';
import { ChainForm } from './ChainForm.tsx';
import { ClockForm } from './ClockForm.tsx';
import { CreateForms } from './CreateForms.tsx';
import { DeleteForm } from './DeleteForm.tsx';
import { WorkflowForm } from './WorkflowForm.tsx';
import styles from './LiveActions.module.css';

/** Few worlds offer it, and it brings a language of its own. */
const Terminal = lazy(async () => ({ default: (await import('#ui/sandbox/terminal/Terminal.tsx')).Terminal }));
const SdkPanel = lazy(async () => ({ default: (await import('#ui/sdk/SdkPanel.tsx')).SdkPanel }));

/** What may be done in this world, one kind of action at a time; everything else is not there. */
export function LiveActions({ offer }: { readonly offer: readonly OfferedAction[] }) {
  const hosts = hostsOf(useCloud());
  const [chosen, setChosen] = useState('');
  const host = hosts.find(({ id }) => id === chosen) ?? hosts[0];
  return (
    <Tabs
      label={words.actions}
      tabs={offerGroups(offer).map((group) => ({
        id: group,
        label: words.tabs[group],
        panel: (
          <div className={styles.panel}>
            {actsOnHost(group) && hosts.length > 1 && (
              <SelectField
                label={words.host}
                value={host?.id ?? ''}
                onChange={setChosen}
                options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            {actsOnHost(group) && host === undefined ? (
              <p className={styles.soft}>{words.noHost}</p>
            ) : (
              <Form key={host?.id} group={group} offer={offer} host={host} />
            )}
          </div>
        ),
      }))}
    />
  );
}

function actsOnHost(group: OfferGroup): boolean {
  return group === 'identity' || group === 'token' || group === 'call';
}

interface FormProps {
  readonly group: OfferGroup;
  readonly offer: readonly OfferedAction[];
  readonly host: Host | undefined;
}

function Form({ group, offer, host }: FormProps) {
  switch (group) {
    case 'create':
      return <CreateForms offer={offer} />;
    case 'role':
      return <AssignRoleForm />;
    case 'delete':
      return <DeleteForm />;
    case 'time':
      return <ClockForm />;
    case 'chain':
      return <ChainForm />;
    case 'workflow':
      return <WorkflowForm />;
    case 'sdk':
      return (
        <Suspense fallback={<p className={styles.soft}>{words.sdkOpening}</p>}>
          <SdkPanel />
        </Suspense>
      );
    case 'terminal':
      return (
        <Suspense fallback={<p className={styles.soft}>{terminalWords.loading}</p>}>
          <Terminal />
        </Suspense>
      );
    default:
      return host === undefined ? null : <HostForm group={group} offer={offer} host={host} />;
  }
}

interface HostFormProps {
  readonly group: 'identity' | 'token' | 'call';
  readonly offer: readonly OfferedAction[];
  readonly host: Host;
}

function HostForm({ group, offer, host }: HostFormProps) {
  const origin = { kind: 'host', resourceId: host.id } as const;
  switch (group) {
    case 'identity': {
      const offers = { systemAssigned: offer.includes('system-assigned'), userAssigned: offer.includes('attach') };
      return <IdentitySection host={host} offers={offers} />;
    }
    case 'token':
      return <TokenForm origin={origin} isApp={host.kind !== 'virtualMachine'} />;
    case 'call':
      return <CallForm origin={origin} />;
  }
}
