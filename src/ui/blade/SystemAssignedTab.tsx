import { useState } from 'react';
import { systemPrincipalOf } from '#app/sandbox/facts.ts';
import { useWorldStore } from '#app/world/WorldProvider.tsx';
import type { Host } from '#domain/arm/resource.ts';
import { useAnnounce } from '#ui/kit/announce.ts';
import { Button } from '#ui/kit/Button.tsx';
import { CopyButton } from '#ui/kit/CopyButton.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { RadioGroup } from '#ui/kit/RadioGroup.tsx';
import { useCaughtFocus } from '#ui/kit/use-caught-focus.ts';
import { Toolbar } from '#ui/kit/Toolbar.tsx';
import { Id } from '#ui/lens/Id.tsx';
import { bladeWords as words } from '#words/blade.ts';
import type { RolesOf } from './roles-of.ts';
import styles from './Blade.module.css';

interface TabProps {
  readonly host: Host;
  readonly onRoles: (of: RolesOf) => void;
}

/** Status, Save, and the ID that appears after it. Nothing happens before it is saved and confirmed. */
export function SystemAssignedTab({ host, onRoles }: TabProps) {
  const principalId = systemPrincipalOf(host);
  const isOn = principalId !== null;
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [asking, setAsking] = useState(false);
  const store = useWorldStore();
  const announce = useAnnounce();
  const catcher = useCaughtFocus<HTMLDivElement>(asking);
  const status = wanted ?? isOn;
  const isChanged = status !== isOn;

  function discard(): void {
    setWanted(null);
    setAsking(false);
  }

  function confirm(): void {
    const type = status ? 'EnableSystemAssignedIdentity' : 'DisableSystemAssignedIdentity';
    const { events } = store.getState().dispatch({ type, resourceId: host.id });
    const made = events.find((event) => event.type === 'ServicePrincipalCreated');
    announce(
      made?.type === 'ServicePrincipalCreated' ? words.saved(host.name, made.principal.id) : words.removed(host.name),
    );
    discard();
  }

  return (
    <div className={styles.panel} ref={catcher} tabIndex={-1}>
      <p className={styles.hint}>{words.systemHint}</p>
      <Toolbar label={words.commands}>
        <Button disabled={!isChanged || asking} onClick={() => setAsking(true)}>
          {words.save}
        </Button>
        <Button variant="quiet" disabled={!isChanged} onClick={discard}>
          {words.discard}
        </Button>
        <Button
          variant="quiet"
          icon="restart"
          onClick={() => {
            discard();
            announce(words.refreshed);
          }}
        >
          {words.refresh}
        </Button>
      </Toolbar>
      {asking && <Confirm host={host} enabling={status} onYes={confirm} onNo={discard} />}
      <RadioGroup
        legend={words.status}
        value={status ? 'on' : 'off'}
        onChange={(value) => {
          setWanted(value === 'on');
          setAsking(false);
        }}
        inline
        options={[
          { value: 'off', label: words.off },
          { value: 'on', label: words.on },
        ]}
      />
      <Principal host={host} principalId={principalId} onRoles={onRoles} />
    </div>
  );
}

function Principal({ host, principalId, onRoles }: TabProps & { readonly principalId: string | null }) {
  return (
    <>
      <div className={styles.field}>
        <span className={styles.label}>{words.principalId}</span>
        {principalId === null ? (
          <span className={styles.hint}>{words.noPrincipal}</span>
        ) : (
          <span className={styles.id}>
            <code>
              <Id value={principalId} />
            </code>
            <CopyButton text={principalId} />
          </span>
        )}
      </div>
      {principalId !== null && (
        <div className={styles.field}>
          <span className={styles.label}>{words.permissions}</span>
          <span>
            <Button icon="key" onClick={() => onRoles({ principalId, name: host.name })}>
              {words.roleAssignments}
            </Button>
          </span>
        </div>
      )}
    </>
  );
}

interface ConfirmProps {
  readonly host: Host;
  readonly enabling: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

function Confirm({ host, enabling, onYes, onNo }: ConfirmProps) {
  return (
    <Notice
      live
      title={enabling ? words.enableTitle : words.disableTitle}
      actions={
        <>
          <Button variant="primary" onClick={onYes}>
            {words.yes}
          </Button>
          <Button onClick={onNo}>{words.no}</Button>
        </>
      }
    >
      <p>{enabling ? words.enableText(host.name) : words.disableText(host.name)}</p>
    </Notice>
  );
}
