import type { IdKind } from '#app/lens/ids.ts';
import styles from './IdGlyph.module.css';

/** A shape for each kind of id, so that they are told apart at a glance and without colour. */
const shapes: Readonly<Record<IdKind | 'unknown', string>> = {
  // A tag with its eye: the name that code calls by.
  clientId: 'M3 4h8l6 6-6 6H3ZM7 9a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z',
  // A seal: whoever is in the directory.
  objectId: 'M10 2.4a7.6 7.6 0 1 0 0 15.2 7.6 7.6 0 0 0 0-15.2ZM10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  tenantId: 'M3 17V7l7-4 7 4v10ZM8 17v-5h4v5',
  subscriptionId: 'M3 5h14v10H3ZM3 8.5h14',
  groupId: 'M3 5h5l2 2h7v9H3Z',
  // A path through boxes.
  resourceId: 'M3 3h5v5H3ZM12 12h5v5h-5ZM5.5 8v6.5H12',
  roleDefinitionId: 'M7 4a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM9.5 10l7 7M13 13.5l2-2',
  roleAssignmentId: 'M3 10h14M13 6l4 4-4 4M3 6.5v7',
  unknown: 'M10 3l7 7-7 7-7-7Z',
};

export function IdGlyph({ kind }: { readonly kind: IdKind | null }) {
  return (
    <svg className={styles.glyph} viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
      <path d={shapes[kind ?? 'unknown']} />
    </svg>
  );
}
