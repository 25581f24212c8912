import type { AssignmentRow } from '#app/sandbox/facts.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import { Chip } from '#ui/kit/Chip.tsx';
import { IconButton } from '#ui/kit/IconButton.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';
import { RefusalNotice } from '../give/RefusalNotice.tsx';
import { useGive } from '../give/use-give.ts';

const words = sandboxWords.details;

interface RoleListProps {
  readonly rows: readonly AssignmentRow[];
  /** Whether a row says whose role it is (at a scope) or where it acts (of a principal). */
  readonly tells: 'principal' | 'scope';
  /** The scope of the list: rows of scopes around it are inherited. */
  readonly scope?: string;
  readonly empty: string;
}

/** Role assignments as *Access control (IAM)* lists them, orphans included. */
export function RoleList({ rows, tells, scope, empty }: RoleListProps) {
  if (rows.length === 0) return <p className={styles.soft}>{empty}</p>;
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <RoleRow key={row.assignment.id} row={row} tells={tells} inherited={isInherited(row, scope)} />
      ))}
    </ul>
  );
}

function isInherited({ assignment }: AssignmentRow, scope: string | undefined): boolean {
  return scope !== undefined && assignment.scope.toLowerCase() !== scope.toLowerCase();
}

function RoleRow({ row, tells, inherited }: { row: AssignmentRow; tells: RoleListProps['tells']; inherited: boolean }) {
  const { now } = useCloud();
  const { give, refusal } = useGive();
  const { assignment, role, scopeName, status, principalName } = row;
  return (
    <li className={styles.item}>
      <span className={styles.row}>
        {status === 'orphaned' ? (
          <Mark kind="orphanedRole" name={words.orphaned} />
        ) : (
          <Mark kind="role" name={tells === 'principal' ? (principalName ?? '') : words.rolePhrase(role, scopeName)} />
        )}
        {(tells === 'principal' || status === 'orphaned') && <span>{role}</span>}
        {status === 'pending' && <Chip icon="clock">{words.pending(assignment.effectiveAt, now)}</Chip>}
        {inherited && <Chip>{words.inherited(scopeName)}</Chip>}
      </span>
      <IconButton
        icon="trash"
        name={words.removeRole(`${role}, ${principalName ?? words.orphaned}`)}
        onClick={() => give({ type: 'DeleteRoleAssignment', id: assignment.id })}
      />
      {refusal !== null && (
        <div className={styles.whole}>
          <RefusalNotice refusal={refusal} />
        </div>
      )}
    </li>
  );
}
