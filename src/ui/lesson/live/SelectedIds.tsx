import { principalOf } from '#app/sandbox/facts.ts';
import { findSelected, type Selected } from '#app/sandbox/selection.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { CloudState } from '#domain/cloud/state.ts';
import { Ids } from '#ui/sandbox/details/Ids.tsx';
import { useSelection } from '#ui/sandbox/selection.ts';
import { liveWords as words } from '#words/lesson/live.ts';
import styles from './SelectedIds.module.css';

interface FoundIds {
  readonly name: string;
  readonly resourceId?: string;
  readonly principalId?: string | undefined;
  readonly clientId?: string | undefined;
}

/** The ids of what is selected in the picture, to compare with those in a token. */
export function SelectedIds() {
  const state = useCloud();
  const { selectedId } = useSelection();
  const selected = findSelected(state, selectedId);
  const ids = selected === null ? null : idsOf(state, selected);
  if (ids === null) return null;
  const { name, ...values } = ids;
  return (
    <section className={styles.ids}>
      <h4 className={styles.title}>{words.selected(name)}</h4>
      <Ids {...values} />
    </section>
  );
}

function idsOf(state: CloudState, selected: Selected): FoundIds | null {
  switch (selected.kind) {
    case 'host': {
      const principal = principalOf(state, selected.host);
      const { id, name } = selected.host;
      return { name, resourceId: id, principalId: principal?.id, clientId: principal?.appId };
    }
    case 'identity': {
      const { name, id, principalId, clientId } = selected.identity;
      return { name, resourceId: id, principalId, clientId };
    }
    case 'principal':
      return principalIds(selected.principal);
    case 'deletedPrincipal':
      return principalIds(selected.deleted.principal);
    case 'target':
      return { name: selected.target.name, resourceId: selected.target.id };
    default:
      return null;
  }
}

function principalIds(principal: Extract<Selected, { kind: 'principal' }>['principal']): FoundIds {
  return { name: principal.displayName, principalId: principal.id, clientId: principal.appId };
}
