import type { DeletedPrincipalNode, GraphNode, HostNode, PrincipalNode, TargetNode } from '#app/world/graph/model.ts';
import { classNames } from '#ui/kit/class-names.ts';
import { hexagon } from '#ui/subject/glyphs.ts';
import { HostShape } from '#ui/subject/HostShape.tsx';
import { fit, hostHeight, identityHeight, systemTabHeight } from '#ui/subject/metrics.ts';
import { PrincipalSeal } from '#ui/subject/PrincipalSeal.tsx';
import { SystemTab } from '#ui/subject/SystemTab.tsx';
import { TargetShape } from '#ui/subject/TargetShape.tsx';
import { UserIdentityShape } from '#ui/subject/UserIdentityShape.tsx';
import { graphWords, subjectWords } from '#ui/words/words.ts';
import type { NodeLook } from './scene.ts';
import { GroupTitle, SubscriptionTitle } from './Titles.tsx';
import styles from './nodes.module.css';

export interface NodeShapeProps {
  readonly node: GraphNode;
  readonly look: NodeLook | undefined;
}

/** The shape of a node, its left top corner at the origin. */
export function NodeShape({ node, look }: NodeShapeProps) {
  switch (node.kind) {
    case 'subscription':
      return <SubscriptionTitle />;
    case 'group':
      return <GroupTitle node={node} />;
    case 'host':
      return <Host node={node} look={look} />;
    case 'target':
      return <Target node={node} />;
    case 'identity':
      return (
        <>
          <UserIdentityShape x={0} y={0} width={node.box.width} name={node.name} />
          <Rack from={identityHeight} node={node} />
        </>
      );
    case 'missingIdentity':
      return <MissingIdentity width={node.box.width} name={node.name} />;
    case 'principal':
      return <Seal node={node} look={look} />;
    case 'deletedPrincipal':
      return <DeletedSeal node={node} />;
  }
}

function Host({ node, look }: { readonly node: HostNode; readonly look: NodeLook | undefined }) {
  return (
    <>
      <HostShape x={0} y={0} width={node.box.width} kind={node.hostKind} name={node.name} />
      {node.tab !== null && (
        <g
          className={classNames(look === 'tabEntering' && styles.tabEntering, look === 'tabLeaving' && styles.leaving)}
        >
          <SystemTab x={12} y={hostHeight} />
        </g>
      )}
      <Rack from={hostHeight + (node.tab === null ? 0 : systemTabHeight)} node={node} />
    </>
  );
}

/** The gate of a target goes on along the roles that stand at it: who may open it is decided there. */
function Target({ node }: { readonly node: TargetNode }) {
  const bottom = node.box.height - 8;
  return (
    <>
      <TargetShape x={0} y={0} width={node.box.width} kind={node.targetKind} name={node.name} />
      {bottom > hostHeight && (
        <path className={styles.gate} d={`M0 ${hostHeight - 2}V${bottom}M5 ${hostHeight}V${bottom}`} />
      )}
    </>
  );
}

/** Roles at a host or at an identity hang at its right edge. */
function Rack({ from, node }: { readonly from: number; readonly node: GraphNode }) {
  const { width, height } = node.box;
  if (height <= from) return null;
  return <path className={styles.gate} d={`M${width} ${from - 8}V${height - 8}`} />;
}

function MissingIdentity({ width, name }: { readonly width: number; readonly name: string }) {
  return (
    <g className={styles.missing}>
      <path className={styles.missingBox} d={hexagon(width, identityHeight)} />
      <text className={styles.missingName} x={width / 2} y="22">
        {fit(name, width - 36, 14)}
      </text>
      <text className={styles.missingNote} x={width / 2} y="37">
        {graphWords.lost}
      </text>
    </g>
  );
}

function Seal({ node, look }: { readonly node: PrincipalNode; readonly look: NodeLook | undefined }) {
  const { name, hue, box } = node;
  const seal = <PrincipalSeal x={0} y={0} width={box.width} name={name} of={hue} />;
  if (look !== 'emptying') return seal;
  return (
    <>
      <g className={styles.emptying}>{seal}</g>
      <g className={styles.hollowing}>
        <PrincipalSeal x={0} y={0} width={box.width} name={name} of={hue} deleted={subjectWords.deleted} />
      </g>
    </>
  );
}

function DeletedSeal({ node: { name, hue, purgeAt, box } }: { readonly node: DeletedPrincipalNode }) {
  return <PrincipalSeal x={0} y={0} width={box.width} name={name} of={hue} deleted={graphWords.purgeNote(purgeAt)} />;
}
