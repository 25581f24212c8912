import type { Box, GraphNode, Lanes as LaneBoxes, Point } from '#app/world/graph/model.ts';
import { KindIcon } from '#ui/subject/KindIcon.tsx';
import { graphWords } from '#ui/words/words.ts';
import type { Scene } from './scene.ts';
import styles from './Lanes.module.css';

export interface LanesProps {
  readonly scene: Scene;
  readonly isEmpty: boolean;
}

/** The ground of the picture: two lanes, the deleted list within the second, and the boxes of the groups. */
export function Lanes({ scene: { lanes, nodes }, isEmpty }: LanesProps) {
  const { subscription, tenant, deleted } = lanes;
  const hasDeleted = nodes.some(({ kind }) => kind === 'deletedPrincipal');
  return (
    <g aria-hidden="true">
      <Ground className={styles.lane} box={subscription} radius={14} />
      <Ground className={styles.lane} box={tenant} radius={14} />
      {nodes.filter(isGroup).map(({ id, box }) => (
        <Ground key={`${id} ${box.height}`} className={styles.group} box={box} radius={10} />
      ))}
      <Ground className={styles.deleted} box={deleted} radius={10} />
      <TenantTitle at={lanes.tenantTitle} />
      <text className={styles.listTitle} x={deleted.x + 14} y={deleted.y + 20}>
        {graphWords.deletedList}
        <tspan className={styles.listNote} dx="8">
          {hasDeleted ? graphWords.deletedListNote : graphWords.noneDeleted}
        </tspan>
      </text>
      {isEmpty && <Emptiness lanes={lanes} />}
    </g>
  );
}

function isGroup(node: GraphNode): boolean {
  return node.kind === 'group';
}

interface GroundProps {
  readonly className: string | undefined;
  readonly box: Box;
  readonly radius: number;
}

function Ground({ className, box, radius }: GroundProps) {
  return <rect className={className} x={box.x} y={box.y} width={box.width} height={box.height} rx={radius} />;
}

function TenantTitle({ at }: { readonly at: Point }) {
  return (
    <g className={styles.title}>
      <KindIcon kind="entra" size={16} x={at.x - 16} y={at.y} />
      <text className={styles.titleName} x={at.x - 24} y={at.y + 12.5}>
        {graphWords.tenant}
      </text>
      <text className={styles.titleNote} x={at.x} y={at.y + 30}>
        {graphWords.entra}
      </text>
    </g>
  );
}

function Emptiness({ lanes: { subscription, tenant, tenantTitle } }: { readonly lanes: LaneBoxes }) {
  const x = subscription.x + subscription.width / 2;
  const besideTitle = tenant.x + (tenantTitle.x - 120 - tenant.x) / 2;
  return (
    <>
      <text className={styles.empty} x={x} y={subscription.y + subscription.height / 2 + 12}>
        {graphWords.emptySubscription}
      </text>
      <text className={styles.empty} x={besideTitle} y={tenant.y + 50}>
        {graphWords.emptyTenant}
      </text>
    </>
  );
}
