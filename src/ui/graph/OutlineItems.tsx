import type { ReactNode } from 'react';
import type { GraphNode, RoleEdge, WorldGraph } from '#app/world/graph/model.ts';
import { classNames } from '#ui/kit/class-names.ts';
import { Glyph } from '#ui/subject/Glyph.tsx';
import { graphWords } from '#ui/words/words.ts';
import { glyphOf, hueClass } from './glyph-of.ts';
import { kindWords, nodeWords, principalWords, scopeWords, statusWords } from './names.ts';
import { rolesOf } from './outline.ts';
import styles from './GraphOutline.module.css';

export interface OutlineContext {
  readonly graph: WorldGraph;
  readonly selectedId: string | null;
  readonly onSelect: (id: string | null) => void;
}

interface NodeItemProps {
  readonly node: GraphNode;
  readonly context: OutlineContext;
  readonly children?: ReactNode;
}

/** A thing with what hangs on it. */
export function NodeItem({ node, context, children }: NodeItemProps) {
  const { graph } = context;
  return (
    <li>
      <Entry id={node.id} context={context}>
        <span className={styles[hueClass(node)]}>
          <Glyph kind={glyphOf(node)} />
        </span>
        <span>
          <strong>{node.name}</strong>{' '}
          <span className={styles.what}>{node.kind === 'target' ? kindWords(node) : nodeWords(node, graph)}</span>
        </span>
      </Entry>
      <RoleItems context={context} scope={node.id} />
      {children}
    </li>
  );
}

/** Role assignments at a scope, or of a principal. */
export function RoleItems({ context, scope }: { readonly context: OutlineContext; readonly scope: string }) {
  const roles = rolesOf(context.graph, scope);
  if (roles.length === 0) return null;
  return (
    <ul className={styles.list}>
      {roles.map((role) => (
        <li key={role.id}>
          <Entry id={role.id} context={context}>
            <span className={role.status.kind === 'orphaned' ? styles.ghost : undefined}>
              <Glyph kind={role.status.kind === 'orphaned' ? 'orphanedRole' : 'role'} />
            </span>
            <RoleText role={role} isAtScope={role.to === scope} now={context.graph.now} />
          </Entry>
        </li>
      ))}
    </ul>
  );
}

interface RoleTextProps {
  readonly role: RoleEdge;
  readonly isAtScope: boolean;
  readonly now: number;
}

function RoleText({ role, isAtScope, now }: RoleTextProps) {
  const words = graphWords.outline;
  const other = isAtScope
    ? words.roleOf(principalWords(role), role.status.kind === 'orphaned')
    : words.roleAt(scopeWords(role));
  return (
    <span>
      <strong>{role.role}</strong>{' '}
      <span className={styles.what}>
        {other}, {statusWords(role, now)}
      </span>
    </span>
  );
}

interface EntryProps {
  readonly id: string;
  readonly context: OutlineContext;
  readonly children: ReactNode;
}

function Entry({ id, context: { selectedId, onSelect }, children }: EntryProps) {
  const isSelected = id === selectedId;
  return (
    <button
      type="button"
      className={classNames(styles.entry, isSelected && styles.selected)}
      aria-pressed={isSelected}
      onClick={() => onSelect(isSelected ? null : id)}
    >
      {children}
    </button>
  );
}
