import type { Target, TargetKind } from '#domain/arm/resource.ts';
import { Card } from '#ui/kit/Card.tsx';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { networkWords } from '#words/sandbox/network.ts';
import { storeWords } from '#words/sandbox/stores.ts';
import { vaultWords } from '#words/sandbox/vault.ts';
import { More, Rest } from '../More.tsx';
import styles from '../Stack.module.css';
import { ContentsSection } from './ContentsSection.tsx';
import { DeleteButton } from './DeleteButton.tsx';
import { FirewallForm } from './FirewallForm.tsx';
import { ManageSection } from './manage/ManageSection.tsx';
import { RolesAtSection } from './ScopeDetails.tsx';
import { CosmosRoles } from './stores/CosmosRoles.tsx';
import { DatabaseSection } from './stores/DatabaseSection.tsx';
import { SqlAdministratorForm } from './stores/SqlAdministratorForm.tsx';
import { StorageKeys } from './stores/StorageKeys.tsx';
import { AccessPolicies } from './vault/AccessPolicies.tsx';
import { DeletedSecrets } from './vault/DeletedSecrets.tsx';
import { PermissionModelForm } from './vault/PermissionModelForm.tsx';

/** The role that is offered first at each kind; null where Azure roles have no say about the data. */
const dataRole: Readonly<Record<TargetKind, string | null>> = {
  keyVault: 'Key Vault Secrets User',
  storageAccount: 'Storage Blob Data Reader',
  sqlServer: null,
  sqlDatabase: null,
  cosmosAccount: null,
  serviceBusNamespace: 'Azure Service Bus Data Sender',
  eventHubsNamespace: 'Azure Event Hubs Data Sender',
};

/** Kinds that have network rules. */
const fenced: readonly TargetKind[] = ['keyVault', 'storageAccount', 'sqlServer'];

/** A target: what it holds, and who may reach it. */
export function TargetDetails({ target }: { target: Target }) {
  const role = dataRole[target.kind];
  return (
    <Card title={<Mark kind={target.kind} name={target.name} />}>
      <OwnSections target={target} />
      <RolesAtSection scope={target.id} {...(role === null ? {} : { role })} wide />
      <Rest>
        {() => (
          <>
            <div className={styles.tight}>
              <RareSections target={target} />
              {fenced.includes(target.kind) && (
                <Disclosure summary={networkWords.firewall}>
                  <FirewallForm resourceId={target.id} />
                </Disclosure>
              )}
            </div>
            <ManageSection resource={target} />
          </>
        )}
      </Rest>
      <DeleteButton name={target.name} command={{ type: 'DeleteResource', id: target.id }} />
    </Card>
  );
}

/** What only its kind has, and is seldom needed. */
function RareSections({ target: { id, kind } }: { target: Target }) {
  if (kind === 'storageAccount') return <More summary={storeWords.keys}>{() => <StorageKeys accountId={id} />}</More>;
  if (kind !== 'keyVault') return null;
  return (
    <>
      <More summary={vaultWords.deleted}>{() => <DeletedSecrets vaultId={id} />}</More>
      <More summary={vaultWords.model}>{() => <PermissionModelForm vaultId={id} />}</More>
      <More summary={vaultWords.policies}>{() => <AccessPolicies vaultId={id} />}</More>
    </>
  );
}

/** What only its kind has. */
function OwnSections({ target }: { target: Target }) {
  switch (target.kind) {
    case 'keyVault':
    case 'storageAccount':
      return <ContentsSection target={target} kind={target.kind} />;
    case 'sqlServer':
      return <SqlAdministratorForm serverId={target.id} />;
    case 'sqlDatabase':
      return <DatabaseSection database={target} />;
    case 'cosmosAccount':
      return <CosmosRoles accountId={target.id} />;
    case 'serviceBusNamespace':
    case 'eventHubsNamespace':
      return null;
  }
}
