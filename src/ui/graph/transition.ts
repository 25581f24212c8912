import { orphanedPath } from '#app/world/graph/routes.ts';
import type { GraphNode, RoleEdge, WorldGraph } from '#app/world/graph/model.ts';
import { difference } from './difference.ts';
import type { Difference, Pair } from './difference.ts';
import { Stage } from './scene.ts';
import type { EdgeLook, NodeLook, Scene } from './scene.ts';

/**
 * What happens in a step. A deletion is told in this order, because it is the order of causes: the host leaves
 * with its tab, identities let go, the seal is emptied and falls to the deleted list, its roles lose their end;
 * only then the rest closes up.
 */
export type StepKind =
  | 'leave'
  | 'release'
  | 'revoke'
  | 'empty'
  | 'fall'
  | 'orphan'
  | 'purge'
  | 'settle'
  | 'appear'
  | 'enroll'
  | 'attach'
  | 'grant'
  | 'restyle'
  | 'plain';

export interface TransitionStep {
  readonly kind: StepKind;
  /** In milliseconds; the next step begins when it is over. */
  readonly duration: number;
  readonly scene: Scene;
}

/** `story` tells causes one after another; `plain` shows the difference at once, as undo and seek do. */
export type Pace = 'story' | 'plain';

const durations: Readonly<Record<StepKind, number>> = {
  leave: 320,
  release: 420,
  revoke: 420,
  empty: 360,
  fall: 760,
  orphan: 820,
  purge: 280,
  settle: 300,
  appear: 280,
  enroll: 760,
  attach: 360,
  grant: 820,
  restyle: 360,
  plain: 240,
};

/** The way from one world to another, step by step; empty where nothing to be seen differs. */
export function transition(before: WorldGraph, after: WorldGraph, pace: Pace = 'story'): readonly TransitionStep[] {
  const change = difference(before, after);
  const stage = new Stage(before);
  if (pace === 'plain' || change.wentBack || change.nothingInCommon) return plain(stage, change, after);
  return [
    ...departures(stage, change),
    ...principalsGo(stage, change, { before, after }),
    ...rolesChange(stage, change),
    ...settle(stage, after),
    ...arrivals(stage, change),
  ];
}

function plain(stage: Stage, change: Difference, after: WorldGraph): TransitionStep[] {
  const gone = [...change.goneNodes, ...change.goneTethers, ...change.gonePrincipalEdges, ...rolesGone(change)];
  const fresh = [...change.newNodes, ...newEdges(change)];
  stage.remove(...gone);
  const { moved, reshaped } = stage.arrange(after);
  stage.put(...fresh);
  const restyled = [...change.restyled, ...change.orphaned];
  if (!moved && gone.length + fresh.length + restyled.length + change.turnedOn.length + change.turnedOff.length === 0) {
    return [];
  }
  return [step('plain', stage.cut(looking('entering', [...fresh, ...reshaped]), idsOf(fresh)))];
}

function departures(stage: Stage, change: Difference): TransitionStep[] {
  const { goneNodes, turnedOff, lost, goneTethers, staleTethers, gonePrincipalEdges, goneWithScope } = change;
  const steps: TransitionStep[] = [];
  const leaving = goneNodes.filter(({ kind }) => kind !== 'deletedPrincipal' && kind !== 'missingIdentity');
  const unreferenced = goneNodes.filter(({ kind }) => kind === 'missingIdentity');
  // Where the identity leaves there is nothing that could let go.
  const left = new Set(idsOf(leaving));
  const released = goneTethers.filter(({ from }) => !left.has(from));
  const cut = goneTethers.filter(({ from }) => left.has(from));
  if (leaving.length + turnedOff.length > 0) {
    // What a deleted identity leaves at its hosts stands in its place.
    const remains = lost.map(({ before, after }) => ({ ...after, box: before.box }));
    stage.put(...remains, ...staleTethers.map((edge) => ({ ...edge, path: pathOf(stage, edge.id) ?? edge.path })));
    const looks = [
      ...looking('leaving', [...leaving, ...goneWithScope, ...cut]),
      ...looking('tabLeaving', turnedOff),
      ...looking('retracting', gonePrincipalEdges),
      ...looking('entering', [...remains, ...staleTethers]),
    ];
    steps.push(step('leave', stage.cut(looks, idsOf([...leaving, ...turnedOff]))));
    stage.remove(...leaving, ...goneWithScope, ...cut, ...gonePrincipalEdges);
    stage.put(...turnedOff.map((host) => ({ ...host, tab: null })));
  }
  if (released.length > 0) {
    const looks = [...looking('retracting', released), ...looking('leaving', unreferenced)];
    steps.push(
      step(
        'release',
        stage.cut(
          looks,
          released.map(({ from }) => from),
        ),
      ),
    );
  }
  stage.remove(...released, ...unreferenced);
  return steps;
}

function pathOf(stage: Stage, id: string) {
  return stage.cut().edges.find((edge) => edge.id === id)?.path;
}

function principalsGo(stage: Stage, change: Difference, worlds: Pair<WorldGraph>): TransitionStep[] {
  const { deletedPrincipals, purged } = change;
  const steps: TransitionStep[] = [];
  if (deletedPrincipals.length > 0) {
    const ids = deletedPrincipals.map(({ after }) => after.id);
    steps.push(step('empty', stage.cut(looking('emptying', idsAsThings(ids)), ids)));
    // They fall to their place on the list as it stands now; lists of two worlds differ in where they begin.
    const { x, y } = worlds.before.lanes.deleted;
    const { deleted } = worlds.after.lanes;
    stage.makeRoom(deleted.height);
    stage.put(...deletedPrincipals.map(({ after }) => shifted(after, x - deleted.x, y - deleted.y)));
    steps.push(step('fall', stage.cut()));
  }
  if (purged.length > 0) {
    steps.push(step('purge', stage.cut(looking('leaving', purged), idsOf(purged))));
    stage.remove(...purged);
  }
  return steps;
}

function rolesChange(stage: Stage, { goneRoles, orphaned }: Difference): TransitionStep[] {
  const steps: TransitionStep[] = [];
  if (goneRoles.length > 0) {
    steps.push(step('revoke', stage.cut(looking('retracting', goneRoles), idsOf(goneRoles))));
    stage.remove(...goneRoles);
  }
  if (orphaned.length > 0) {
    const ids = orphaned.map(({ after }) => after.id);
    stage.put(...orphaned.map(({ before, after }) => ({ ...before, status: after.status })));
    steps.push(step('orphan', stage.cut(looking('orphaning', idsAsThings(ids)), ids)));
    stage.put(...orphaned.map(cutOff));
  }
  return steps;
}

/** An orphan in the place that its line had. */
function cutOff({ before, after }: Pair<RoleEdge>): RoleEdge {
  return { ...after, path: orphanedPath(before.path), mark: before.mark, label: before.label };
}

function settle(stage: Stage, after: WorldGraph): TransitionStep[] {
  const { moved, reshaped } = stage.arrange(after);
  return moved ? [step('settle', stage.cut(looking('entering', reshaped)))] : [];
}

function arrivals(stage: Stage, change: Difference): TransitionStep[] {
  const { newNodes, turnedOn, newPrincipalEdges, newTethers, newRoles, restyled } = change;
  const steps: TransitionStep[] = [];
  const perform = (kind: StepKind, looks: [string, NodeLook | EdgeLook][]) => {
    if (looks.length > 0)
      steps.push(
        step(
          kind,
          stage.cut(
            looks,
            looks.map(([id]) => id),
          ),
        ),
      );
  };
  const principals = newNodes.filter(({ kind }) => kind === 'principal' || kind === 'deletedPrincipal');
  const resources = newNodes.filter((node) => !principals.includes(node) && !isLost(change, node));
  stage.put(...resources);
  perform('appear', [...looking('entering', resources), ...looking('tabEntering', turnedOn)]);
  stage.put(...principals, ...newPrincipalEdges);
  perform('enroll', [...looking('entering', principals), ...looking('drawing', newPrincipalEdges)]);
  stage.put(...newTethers);
  perform('attach', looking('drawing', newTethers));
  stage.put(...newRoles);
  perform('grant', looking('drawing', newRoles));
  perform(
    'restyle',
    looking(
      'entering',
      restyled.map(({ after }) => after),
    ),
  );
  return steps;
}

function isLost({ lost }: Difference, node: GraphNode): boolean {
  return lost.some(({ after }) => after.id === node.id);
}

function rolesGone({ goneRoles, goneWithScope }: Difference): RoleEdge[] {
  return [...goneRoles, ...goneWithScope];
}

function newEdges({ newTethers, newPrincipalEdges, newRoles }: Difference) {
  return [...newTethers, ...newPrincipalEdges, ...newRoles];
}

function shifted<Node extends GraphNode>(node: Node, dx: number, dy: number): Node {
  return { ...node, box: { ...node.box, x: node.box.x + dx, y: node.box.y + dy } };
}

function step(kind: StepKind, scene: Scene): TransitionStep {
  return { kind, duration: durations[kind], scene };
}

function looking<Look extends NodeLook | EdgeLook>(look: Look, things: readonly { readonly id: string }[]) {
  return things.map(({ id }): [string, Look] => [id, look]);
}

function idsOf(things: readonly { readonly id: string }[]): string[] {
  return things.map(({ id }) => id);
}

function idsAsThings(ids: readonly string[]): { readonly id: string }[] {
  return ids.map((id) => ({ id }));
}
