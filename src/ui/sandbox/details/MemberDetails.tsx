import { useMemo } from 'react';
import { rolesOf } from '#app/sandbox/facts.ts';
import type { Member } from '#app/world/members.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import { Card } from '#ui/kit/Card.tsx';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import { Section } from '../Section.tsx';
import { AssignRoleForm } from './AssignRoleForm.tsx';
import { Ids } from './Ids.tsx';
import { RoleList } from './RoleList.tsx';
import { ReachSection } from '../why/ReachSection.tsx';

const words = sandboxWords.details;
const marks = {
  identity: 'systemPrincipal',
  person: 'person',
  group: 'group',
  application: 'appRegistration',
} as const;

/** A person, a group or an application: its roles. */
export function MemberDetails({ member }: { member: Member }) {
  const state = useCloud();
  const foothold = useMemo(() => ({ kind: 'principal', principalId: member.id }) as const, [member.id]);
  return (
    <Card title={<Mark kind={marks[member.kind]} name={member.name} />}>
      <Section title={words.roles}>
        <RoleList rows={rolesOf(state, member.id)} tells="scope" empty={words.noRoles} />
        <Disclosure summary={words.assignRole}>
          <AssignRoleForm principalId={member.id} wide />
        </Disclosure>
      </Section>
      <ReachSection from={foothold} />
      <Ids principalId={member.id} tenantId={state.tenantId} />
    </Card>
  );
}
