import { hostsCarrying, rolesOf } from '#app/sandbox/facts.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { UserAssignedIdentity } from '#domain/arm/resource.ts';
import { Card } from '#ui/kit/Card.tsx';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';
import { Rest } from '../More.tsx';
import { Section } from '../Section.tsx';
import { AssignRoleForm } from './AssignRoleForm.tsx';
import { DeleteButton } from './DeleteButton.tsx';
import { CredentialsSection } from './federation/CredentialsSection.tsx';
import { Ids } from './Ids.tsx';
import { ManageSection } from './manage/ManageSection.tsx';
import { RoleList } from './RoleList.tsx';

const words = sandboxWords.details;

/** A user-assigned identity: who carries it, what it may reach, its ids. */
export function IdentityDetails({ identity }: { identity: UserAssignedIdentity }) {
  const state = useCloud();
  const hosts = hostsCarrying(state, identity);
  return (
    <Card title={<Mark kind="userAssignedIdentity" name={identity.name} />}>
      <Section title={words.carriedBy}>
        {hosts.length === 0 ? (
          <p className={styles.soft}>{words.carriedByNone}</p>
        ) : (
          <ul className={styles.list}>
            {hosts.map((host) => (
              <li key={host.id}>
                <Mark kind={host.kind} name={host.name} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={words.roles}>
        <RoleList rows={rolesOf(state, identity.principalId)} tells="scope" empty={words.noRoles} />
        <Disclosure summary={words.assignRole}>
          <AssignRoleForm principalId={identity.principalId} wide />
        </Disclosure>
      </Section>
      <CredentialsSection identity={identity} />
      <Ids
        resourceId={identity.id}
        principalId={identity.principalId}
        clientId={identity.clientId}
        tenantId={state.tenantId}
      />
      <Rest>{() => <ManageSection resource={identity} />}</Rest>
      <DeleteButton name={identity.name} command={{ type: 'DeleteResource', id: identity.id }} />
    </Card>
  );
}
