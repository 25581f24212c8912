import { useState } from 'react';
import { serviceAccountsIn } from '#app/sandbox/services.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Cluster } from '#domain/arm/resource.ts';
import { Card } from '#ui/kit/Card.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { SdkSection } from '#ui/sdk/SdkSection.tsx';
import { federationWords as words } from '#words/sandbox/federation.ts';
import { Rest } from '../More.tsx';
import { Section } from '../Section.tsx';
import { CallForm } from './CallForm.tsx';
import { DeleteButton } from './DeleteButton.tsx';
import { ServiceAccounts } from './federation/ServiceAccounts.tsx';
import { WorkloadForm } from './federation/WorkloadForm.tsx';
import { ManageSection } from './manage/ManageSection.tsx';
import { RolesAtSection } from './ScopeDetails.tsx';

/** An AKS cluster: the service accounts of its pods, and what a pod can do. */
export function ClusterDetails({ cluster }: { cluster: Cluster }) {
  const accounts = serviceAccountsIn(useCloud(), cluster.id);
  const [chosen, setChosen] = useState(0);
  const account = accounts[chosen] ?? accounts[0];
  return (
    <Card title={<Mark kind="aksCluster" name={cluster.name} />}>
      <ServiceAccounts clusterId={cluster.id} />
      {account !== undefined && (
        <Section title={words.pods}>
          {accounts.length > 1 && (
            <SelectField
              label={words.podOf}
              value={`${accounts.indexOf(account)}`}
              onChange={(value) => setChosen(Number(value))}
              options={accounts.map(({ namespace, name }, index) => ({
                value: `${index}`,
                label: `${namespace}/${name}`,
              }))}
            />
          )}
          <Pod
            key={`${account.namespace}/${account.name}`}
            cluster={cluster}
            namespace={account.namespace}
            serviceAccount={account.name}
          />
        </Section>
      )}
      <RolesAtSection scope={cluster.id} />
      <Rest>{() => <ManageSection resource={cluster} />}</Rest>
      <DeleteButton name={cluster.name} command={{ type: 'DeleteResource', id: cluster.id }} />
    </Card>
  );
}

interface PodProps {
  readonly cluster: Cluster;
  readonly namespace: string;
  readonly serviceAccount: string;
}

function Pod({ cluster, namespace, serviceAccount }: PodProps) {
  const origin = { kind: 'pod', clusterId: cluster.id, namespace, serviceAccount } as const;
  return (
    <>
      <WorkloadForm origin={origin} action={words.ask} />
      <CallForm origin={origin} wide />
      <SdkSection origin={origin} />
    </>
  );
}
