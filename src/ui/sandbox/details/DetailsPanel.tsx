import { findSelected } from '#app/sandbox/selection.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import { Card } from '#ui/kit/Card.tsx';
import { assertNever } from '#app/assert-never.ts';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';
import { useSelection } from '../selection.ts';
import { ClusterDetails } from './ClusterDetails.tsx';
import { ExternalDetails } from './ExternalDetails.tsx';
import { GroupDetails } from './GroupDetails.tsx';
import { HostDetails } from './HostDetails.tsx';
import { IdentityDetails } from './IdentityDetails.tsx';
import { LaptopDetails } from './LaptopDetails.tsx';
import { MemberDetails } from './MemberDetails.tsx';
import { DeletedPrincipalDetails, PrincipalDetails } from './PrincipalDetails.tsx';
import { MissingIdentityDetails, RoleDetails } from './RoleDetails.tsx';
import { ScopeDetails } from './ScopeDetails.tsx';
import { TargetDetails } from './TargetDetails.tsx';
import { DeletedVaults } from './vault/DeletedVaults.tsx';

/** Everything about the selected thing, and what can be done with it. */
export function DetailsPanel() {
  const state = useCloud();
  const { selectedId } = useSelection();
  const selected = findSelected(state, selectedId);
  if (selected === null) {
    return (
      <Card title={sandboxWords.details.title}>
        <p className={styles.soft}>{sandboxWords.details.nothing}</p>
        <LaptopDetails />
        <ExternalDetails />
        <DeletedVaults />
      </Card>
    );
  }
  switch (selected.kind) {
    case 'subscription':
      return <ScopeDetails scope={`/subscriptions/${state.subscriptionId}`} />;
    case 'group':
      return <GroupDetails group={selected.group} />;
    case 'host':
      return <HostDetails key={selected.host.id} host={selected.host} />;
    case 'cluster':
      return <ClusterDetails key={selected.cluster.id} cluster={selected.cluster} />;
    case 'target':
      return <TargetDetails key={selected.target.id} target={selected.target} />;
    case 'identity':
      return <IdentityDetails key={selected.identity.id} identity={selected.identity} />;
    case 'principal':
      return <PrincipalDetails principal={selected.principal} />;
    case 'member':
      return <MemberDetails key={selected.member.id} member={selected.member} />;
    case 'deletedPrincipal':
      return <DeletedPrincipalDetails deleted={selected.deleted} />;
    case 'role':
      return <RoleDetails row={selected.row} />;
    case 'missingIdentity':
      return <MissingIdentityDetails references={selected.references} />;
    default:
      return assertNever(selected);
  }
}
