import type { AssignmentRow, StaleReference } from '#app/sandbox/facts.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { Card } from '#ui/kit/Card.tsx';
import { DefinitionList } from '#ui/kit/DefinitionList.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';
import { Ids } from './Ids.tsx';

const words = sandboxWords.details;

/** One role assignment: whose it is, where it acts, and since when. */
export function RoleDetails({ row }: { row: AssignmentRow }) {
  const { now } = useCloud();
  const dispatch = useWorld((store) => store.dispatch);
  const { assignment, role, principalName, scopeName, status } = row;
  return (
    <Card title={<Mark kind={status === 'orphaned' ? 'orphanedRole' : 'role'} name={role} />}>
      <DefinitionList
        items={[
          { term: words.roleTo, detail: principalName ?? words.orphaned },
          { term: words.roleAt, detail: scopeName === '' ? words.subscription : scopeName },
          { term: words.acts, detail: words.actsSince(status, assignment.effectiveAt, now) },
        ]}
      />
      <Ids principalId={assignment.principalId} resourceId={assignment.id} />
      <div className={styles.row}>
        <Button
          variant="danger"
          icon="trash"
          onClick={() => dispatch({ type: 'DeleteRoleAssignment', id: assignment.id })}
        >
          {words.removeRole(role)}
        </Button>
      </div>
    </Card>
  );
}

/** A deleted user-assigned identity: the hosts that still refer to it, and the way to end that. */
export function MissingIdentityDetails({ references }: { references: readonly StaleReference[] }) {
  const dispatch = useWorld((store) => store.dispatch);
  const [first] = references;
  if (first === undefined) return null;
  const name = first.identityId.slice(first.identityId.lastIndexOf('/') + 1);
  return (
    <Card title={<Mark kind="userAssignedIdentity" name={name} />}>
      <p className={styles.soft}>{words.staleReference}</p>
      <ul className={styles.list}>
        {references.map(({ host, identityId }) => (
          <li key={host.id} className={styles.item}>
            <Mark kind={host.kind} name={host.name} />
            <Button
              icon="unlink"
              onClick={() => dispatch({ type: 'DetachUserAssignedIdentity', resourceId: host.id, identityId })}
            >
              {words.detach(name)}
            </Button>
          </li>
        ))}
      </ul>
      <Ids principalId={first.principalId} resourceId={first.identityId} />
    </Card>
  );
}
