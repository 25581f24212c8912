import { useMemo } from 'react';
import { rolesOf } from '#app/sandbox/facts.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { DeletedServicePrincipal, ServicePrincipal } from '#domain/entra/state.ts';
import { Card } from '#ui/kit/Card.tsx';
import { DefinitionList } from '#ui/kit/DefinitionList.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';
import { Section } from '../Section.tsx';
import { Ids } from './Ids.tsx';
import { RoleList } from './RoleList.tsx';
import { ReachSection } from '../why/ReachSection.tsx';
import { WhoActsSection } from '../why/WhoActsSection.tsx';

const words = sandboxWords.details;

/** A service principal as the directory shows it. */
export function PrincipalDetails({ principal }: { principal: ServicePrincipal }) {
  const state = useCloud();
  const foothold = useMemo(() => ({ kind: 'principal', principalId: principal.id }) as const, [principal.id]);
  const kind = principal.identityKind === 'SystemAssigned' ? 'systemPrincipal' : 'userPrincipal';
  return (
    <Card title={<Mark kind={kind} name={principal.displayName} />}>
      <Facts principal={principal} />
      <p className={styles.soft}>{words.noApplication}</p>
      <Section title={words.roles}>
        <RoleList rows={rolesOf(state, principal.id)} tells="scope" empty={words.noRoles} />
      </Section>
      <ReachSection from={foothold} />
      <WhoActsSection principalId={principal.id} />
      <Ids principalId={principal.id} clientId={principal.appId} tenantId={state.tenantId} />
    </Card>
  );
}

/** A principal on the deleted list, with the assignments that still name it. */
export function DeletedPrincipalDetails({ deleted }: { deleted: DeletedServicePrincipal }) {
  const state = useCloud();
  const { principal, deletedAt, purgeAt } = deleted;
  return (
    <Card title={<Mark kind="deletedPrincipal" name={principal.displayName} />}>
      <DefinitionList
        items={[
          { term: words.deletedAt, detail: words.day(deletedAt) },
          { term: words.purgeAt, detail: words.day(purgeAt) },
        ]}
      />
      <Section title={sandboxWords.deletion.stayed}>
        <RoleList rows={rolesOf(state, principal.id)} tells="scope" empty={sandboxWords.deletion.nothingElse} />
      </Section>
      <Ids principalId={principal.id} clientId={principal.appId} />
    </Card>
  );
}

function Facts({ principal }: { principal: ServicePrincipal }) {
  return (
    <DefinitionList
      items={[
        { term: words.displayName, detail: principal.displayName },
        { term: words.type, detail: words.managedIdentity },
        {
          term: words.owner,
          detail: principal.ownerId.slice(principal.ownerId.lastIndexOf('/') + 1),
        },
      ]}
    />
  );
}
