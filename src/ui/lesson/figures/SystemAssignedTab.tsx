import { useState } from 'react';
import { systemPrincipalOf } from '#app/lesson/figures/blade.ts';
import { useWorldStore } from '#app/world/WorldProvider.tsx';
import type { Host } from '#domain/arm/resource.ts';
import { useAnnounce } from '#ui/kit/announce.ts';
import { Button } from '#ui/kit/Button.tsx';
import { CopyButton } from '#ui/kit/CopyButton.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { RadioGroup } from '#ui/kit/RadioGroup.tsx';
import { figureWords } from '#words/lesson/figures.ts';
import styles from './IdentityBlade.module.css';

const words = figureWords.blade;

/** Status, Save, and the ID that appears after it. Nothing happens before it is saved and confirmed. */
export function SystemAssignedTab({ host }: { readonly host: Host }) {
  const principalId = systemPrincipalOf(host);
  const isOn = principalId !== null;
  const [wanted, setWanted] = useState(isOn);
  const [asking, setAsking] = useState(false);
  const store = useWorldStore();
  const announce = useAnnounce();
  const isChanged = wanted !== isOn;

  function discard(): void {
    setWanted(isOn);
    setAsking(false);
  }

  function confirm(): void {
    const type = wanted ? 'EnableSystemAssignedIdentity' : 'DisableSystemAssignedIdentity';
    const { events } = store.getState().dispatch({ type, resourceId: host.id });
    const made = events.find((event) => event.type === 'ServicePrincipalCreated');
    announce(
      made?.type === 'ServicePrincipalCreated' ? words.saved(host.name, made.principal.id) : words.removed(host.name),
    );
    setAsking(false);
  }

  return (
    <div className={styles.panel}>
      <p className={styles.hint}>{words.systemHint}</p>
      <div className={styles.bar}>
        <Button disabled={!isChanged || asking} onClick={() => setAsking(true)}>
          {words.save}
        </Button>
        <Button variant="quiet" disabled={!isChanged} onClick={discard}>
          {words.discard}
        </Button>
      </div>
      {asking && <Confirm host={host} enabling={wanted} onYes={confirm} onNo={discard} />}
      <RadioGroup
        legend={words.status}
        value={wanted ? 'on' : 'off'}
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
      <div className={styles.field}>
        <span className={styles.label}>{words.principalId}</span>
        {principalId === null ? (
          <span className={styles.hint}>{words.noPrincipal}</span>
        ) : (
          <span className={styles.id}>
            <code>{principalId}</code>
            <CopyButton text={principalId} />
          </span>
        )}
      </div>
    </div>
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
