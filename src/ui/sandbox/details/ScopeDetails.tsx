import { rolesAt } from '#app/sandbox/facts.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { Card } from '#ui/kit/Card.tsx';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { manageWords } from '#words/sandbox/manage.ts';
import { sandboxWords } from '#ui/words/words.ts';
import { Rest } from '../More.tsx';
import { Section } from '../Section.tsx';
import styles from '../Stack.module.css';
import { AssignRoleForm } from './AssignRoleForm.tsx';
import { DenySection } from './manage/DenySection.tsx';
import { LocksSection } from './manage/LocksSection.tsx';
import { RoleList } from './RoleList.tsx';
import { DeletedVaults } from './vault/DeletedVaults.tsx';

const words = sandboxWords.details;

/** The subscription as a scope: roles given here reach everything in it. */
export function ScopeDetails({ scope }: { scope: string }) {
  return (
    <Card title={<Mark kind="subscription" />}>
      <RolesAtSection scope={scope} />
      <ScopeManagement scope={scope as ResourceId} />
      <DeletedVaults />
    </Card>
  );
}

/** Locks and deny assignments of a scope that holds others. */
export function ScopeManagement({ scope }: { scope: ResourceId }) {
  return (
    <Rest>
      {() => (
        <div className={styles.tight}>
          <Disclosure summary={manageWords.locks}>
            <LocksSection scope={scope} />
          </Disclosure>
          <Disclosure summary={manageWords.deny}>
            <DenySection scope={scope} />
          </Disclosure>
        </div>
      )}
    </Rest>
  );
}

/** *Access control (IAM)* of a scope: whose role acts here, inherited ones and orphans included. */
export function RolesAtSection({ scope, role, wide = true }: { scope: string; role?: string; wide?: boolean }) {
  const state = useCloud();
  return (
    <Section title={words.rolesHere}>
      <RoleList rows={rolesAt(state, scope)} tells="principal" scope={scope} empty={words.noRolesHere} />
      <Disclosure summary={words.assignRole}>
        <AssignRoleForm scope={scope} wide={wide} {...(role === undefined ? {} : { role })} />
      </Disclosure>
    </Section>
  );
}
