import { useEffect, useRef, useState } from 'react';
import { rolesOf } from '#app/sandbox/facts.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { Button } from '#ui/kit/Button.tsx';
import { Toolbar } from '#ui/kit/Toolbar.tsx';
import { AssignRoleForm } from '#ui/sandbox/details/AssignRoleForm.tsx';
import { RoleList } from '#ui/sandbox/details/RoleList.tsx';
import { bladeWords as words } from '#words/blade.ts';
import type { RolesOf } from './roles-of.ts';
import styles from './Blade.module.css';

interface RoleAssignmentsViewProps {
  readonly of: RolesOf;
  readonly onBack: () => void;
}

/** What an identity may do, and the way to give it more. */
export function RoleAssignmentsView({ of: { principalId, name }, onBack }: RoleAssignmentsViewProps) {
  const state = useCloud();
  const [adding, setAdding] = useState(false);
  const title = useRef<HTMLParagraphElement>(null);
  // The button that led here is gone: the focus goes on to what took its place.
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.panel} aria-label={words.rolesOf(name)}>
      <p className={styles.label} tabIndex={-1} ref={title}>
        {words.rolesOf(name)}
      </p>
      <Toolbar label={words.commands}>
        <Button variant="quiet" icon="chevronLeft" onClick={onBack}>
          {words.backToIdentity}
        </Button>
        <Button icon="plus" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {words.addRole}
        </Button>
      </Toolbar>
      <p className={styles.hint}>{words.rolesHint}</p>
      {adding && (
        <div className={styles.sheet}>
          <AssignRoleForm principalId={principalId} />
        </div>
      )}
      <RoleList rows={rolesOf(state, principalId as PrincipalId)} tells="scope" empty={words.noRoles} />
    </section>
  );
}
