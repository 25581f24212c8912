import { useState } from 'react';
import { attachedIdentities, identitiesIn } from '#app/sandbox/facts.ts';
import type { AttachedRow } from '#app/sandbox/facts.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import type { Host } from '#domain/arm/resource.ts';
import { useAnnounce } from '#ui/kit/announce.ts';
import { Button } from '#ui/kit/Button.tsx';
import { CheckField } from '#ui/kit/CheckField.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { useCaughtFocus } from '#ui/kit/use-caught-focus.ts';
import { Toolbar } from '#ui/kit/Toolbar.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { bladeWords as words } from '#words/blade.ts';
import { AddIdentityPanel } from './AddIdentityPanel.tsx';
import type { RolesOf } from './roles-of.ts';
import styles from './Blade.module.css';

interface TabProps {
  readonly host: Host;
  readonly onRoles: (of: RolesOf) => void;
}

type Doing = 'nothing' | 'adding' | 'removing';

/** The user-assigned identities that a host carries: chosen from a list to be added, ticked to be removed. */
export function UserAssignedTab({ host, onRoles }: TabProps) {
  const state = useCloud();
  const dispatch = useWorld((store) => store.dispatch);
  const announce = useAnnounce();
  const [doing, setDoing] = useState<Doing>('nothing');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const attached = attachedIdentities(state, host);
  // What was pressed goes away with its panel.
  const catcher = useCaughtFocus<HTMLDivElement>(doing);
  const chosen = attached.filter(({ identityId }) => ticked.includes(identityId));
  const names = words.list(chosen.map(({ name }) => name));

  function remove(): void {
    for (const { identityId } of chosen) {
      dispatch({ type: 'DetachUserAssignedIdentity', resourceId: host.id, identityId });
    }
    announce(words.detached(names, host.name));
    setTicked([]);
    setDoing('nothing');
  }

  return (
    <div className={styles.panel} ref={catcher} tabIndex={-1}>
      <p className={styles.hint}>{words.userHint}</p>
      <Toolbar label={words.commands}>
        <Button icon="plus" aria-expanded={doing === 'adding'} onClick={() => setDoing('adding')}>
          {words.add}
        </Button>
        <Button variant="quiet" icon="unlink" disabled={chosen.length === 0} onClick={() => setDoing('removing')}>
          {words.remove}
        </Button>
        <Button variant="quiet" icon="restart" onClick={() => announce(words.refreshed)}>
          {words.refresh}
        </Button>
      </Toolbar>
      {doing === 'adding' && <AddIdentityPanel host={host} onClose={() => setDoing('nothing')} />}
      {doing === 'removing' && chosen.length > 0 && (
        <Notice
          live
          title={words.removeTitle}
          actions={
            <>
              <Button variant="primary" onClick={remove}>
                {words.yes}
              </Button>
              <Button onClick={() => setDoing('nothing')}>{words.no}</Button>
            </>
          }
        >
          <p>{words.removeText(names, host.name)}</p>
        </Notice>
      )}
      <AttachedTable
        rows={attached}
        ticked={ticked}
        onTick={(id, on) => setTicked(on ? [...ticked, id] : ticked.filter((each) => each !== id))}
        onRoles={onRoles}
      />
    </div>
  );
}

interface AttachedTableProps {
  readonly rows: readonly AttachedRow[];
  readonly ticked: readonly string[];
  readonly onTick: (identityId: string, on: boolean) => void;
  readonly onRoles: (of: RolesOf) => void;
}

function AttachedTable({ rows, ticked, onTick, onRoles }: AttachedTableProps) {
  const state = useCloud();
  if (rows.length === 0) return <p className={styles.hint}>{words.none}</p>;
  const identityOf = (id: string) => identitiesIn(state).find((each) => each.id === id);
  return (
    <ul className={styles.list} aria-label={words.attached}>
      {rows.map(({ identityId, name, isStale }) => {
        const identity = isStale ? undefined : identityOf(identityId);
        return (
          <li key={identityId} className={styles.row}>
            <CheckField
              label={<Mark kind="userAssignedIdentity" name={name} />}
              hint={identity?.resourceGroup ?? words.stale}
              checked={ticked.includes(identityId)}
              onChange={(on) => onTick(identityId, on)}
            />
            {identity !== undefined && (
              <Button variant="quiet" icon="key" onClick={() => onRoles({ principalId: identity.principalId, name })}>
                {words.openRoles(name)}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
