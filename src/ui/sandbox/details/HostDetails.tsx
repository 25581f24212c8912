import { principalOf, rolesOf } from '#app/sandbox/facts.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Host } from '#domain/arm/resource.ts';
import { Card } from '#ui/kit/Card.tsx';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import { Section } from '../Section.tsx';
import { AssignRoleForm } from './AssignRoleForm.tsx';
import { CallForm } from './CallForm.tsx';
import { DeleteButton } from './DeleteButton.tsx';
import { IdentitySection } from './IdentitySection.tsx';
import { Ids } from './Ids.tsx';
import { RoleList } from './RoleList.tsx';
import { TokenForm } from './TokenForm.tsx';

const words = sandboxWords.details;

/** A host: its identities and their roles, the requests that its code can send, its end. */
export function HostDetails({ host }: { host: Host }) {
  const state = useCloud();
  const principal = principalOf(state, host);
  const origin = { kind: 'host', resourceId: host.id } as const;
  return (
    <Card title={<Mark kind={host.kind} name={host.name} />}>
      <IdentitySection host={host} />
      {principal !== undefined && (
        <Section title={words.roles}>
          <RoleList rows={rolesOf(state, principal.id)} tells="scope" empty={words.noRoles} />
          <Disclosure summary={words.assignRole}>
            <AssignRoleForm principalId={principal.id} />
          </Disclosure>
        </Section>
      )}
      <Section title={words.askToken}>
        <TokenForm origin={origin} isApp={host.kind !== 'virtualMachine'} />
      </Section>
      <Section title={words.call}>
        <CallForm origin={origin} />
      </Section>
      <Disclosure summary={words.resourceId}>
        <Ids resourceId={host.id} principalId={principal?.id} clientId={principal?.appId} tenantId={state.tenantId} />
      </Disclosure>
      <DeleteButton name={host.name} command={{ type: 'DeleteResource', id: host.id }} />
    </Card>
  );
}
