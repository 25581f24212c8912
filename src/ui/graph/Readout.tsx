import type { RoleEdge } from '#app/world/graph/model.ts';
import { graphWords } from '#ui/words/words.ts';
import { nodeWords, principalWords, scopeWords, statusWords } from './names.ts';
import type { Scene } from './scene.ts';
import styles from './Readout.module.css';

export interface ReadoutProps {
  readonly scene: Scene;
  readonly now: number;
  /** What the pointer or the focus is at. */
  readonly id: string | null;
}

/** What the eye is at, in words. Its elements have the same words as their names, so it is for the eye alone. */
export function Readout({ scene, now, id }: ReadoutProps) {
  const edge = scene.edges.find((each) => each.id === id);
  const node = scene.nodes.find((each) => each.id === id);
  if (edge?.kind === 'role') {
    return (
      <div className={styles.readout} aria-hidden="true">
        <RoleDetails role={edge} now={now} />
      </div>
    );
  }
  if (node === undefined || node.kind === 'subscription') return null;
  return (
    <div className={styles.readout} aria-hidden="true">
      <strong>{node.name}</strong>
      <span>{nodeWords(node, scene)}</span>
    </div>
  );
}

function RoleDetails({ role, now }: { readonly role: RoleEdge; readonly now: number }) {
  const words = graphWords.role;
  return (
    <>
      <strong>{role.role}</strong>
      <dl className={styles.details}>
        <dt>{words.principal}</dt>
        <dd>{principalWords(role)}</dd>
        <dt>{words.scope}</dt>
        <dd>{scopeWords(role)}</dd>
        <dt>{words.time}</dt>
        <dd>{statusWords(role, now)}</dd>
      </dl>
    </>
  );
}
