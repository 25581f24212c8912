import { rolesAt } from '#app/sandbox/facts.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import { Card } from '#ui/kit/Card.tsx';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import { Section } from '../Section.tsx';
import { AssignRoleForm } from './AssignRoleForm.tsx';
import { RoleList } from './RoleList.tsx';

const words = sandboxWords.details;

/** The subscription as a scope: roles given here reach everything in it. */
export function ScopeDetails({ scope }: { scope: string }) {
  return (
    <Card title={<Mark kind="subscription" />}>
      <RolesAtSection scope={scope} />
    </Card>
  );
}

/** *Access control (IAM)* of a scope: whose role acts here, inherited ones and orphans included. */
export function RolesAtSection({ scope, role }: { scope: string; role?: string }) {
  const state = useCloud();
  return (
    <Section title={words.rolesHere}>
      <RoleList rows={rolesAt(state, scope)} tells="principal" scope={scope} empty={words.noRolesHere} />
      <Disclosure summary={words.assignRole}>
        <AssignRoleForm scope={scope} {...(role === undefined ? {} : { role })} />
      </Disclosure>
    </Section>
  );
}
