import { useId } from 'react';
import type { GraphNode, WorldGraph } from '#app/world/graph/model.ts';
import { graphWords } from '#ui/words/words.ts';
import { nodesByParent } from './outline.ts';
import { NodeItem, RoleItems } from './OutlineItems.tsx';
import type { OutlineContext } from './OutlineItems.tsx';
import styles from './GraphOutline.module.css';

export interface GraphOutlineProps {
  readonly graph: WorldGraph;
  readonly selectedId: string | null;
  readonly onSelect: (id: string | null) => void;
}

/** The world as a nested list: everything that the picture shows, in words. */
export function GraphOutline({ graph, selectedId, onSelect }: GraphOutlineProps) {
  const id = useId();
  const context: OutlineContext = { graph, selectedId, onSelect };
  const { groups, principals, deleted, subscription } = nodesByParent(graph);
  return (
    <div className={styles.outline} role="group" aria-label={graphWords.outline.title}>
      <section className={styles.lane} aria-labelledby={`${id}-subscription`}>
        <p className={styles.title} id={`${id}-subscription`}>
          {graphWords.subscription}
        </p>
        {groups.length === 0 && <p className={styles.quiet}>{graphWords.emptySubscription}</p>}
        {subscription !== undefined && <RoleItems context={context} scope={subscription.id} />}
        <ul className={styles.list}>
          {groups.map(({ group, members }) => (
            <NodeItem key={group.id} node={group} context={context}>
              {members.length === 0 ? (
                <p className={styles.quiet}>{graphWords.outline.nothingIn}</p>
              ) : (
                <Members nodes={members} context={context} />
              )}
            </NodeItem>
          ))}
        </ul>
      </section>
      <section className={styles.lane} aria-labelledby={`${id}-tenant`}>
        <p className={styles.title} id={`${id}-tenant`}>
          {graphWords.tenantInFull}
        </p>
        {principals.length === 0 ? (
          <p className={styles.quiet}>{graphWords.outline.noPrincipals}</p>
        ) : (
          <Members nodes={principals} context={context} />
        )}
        <p className={styles.subtitle}>{graphWords.deletedList}</p>
        {deleted.length === 0 ? (
          <p className={styles.quiet}>{graphWords.noneDeleted}</p>
        ) : (
          <Members nodes={deleted} context={context} />
        )}
      </section>
    </div>
  );
}

function Members({ nodes, context }: { readonly nodes: readonly GraphNode[]; readonly context: OutlineContext }) {
  return (
    <ul className={styles.list}>
      {nodes.map((node) => (
        <NodeItem key={node.id} node={node} context={context} />
      ))}
    </ul>
  );
}
