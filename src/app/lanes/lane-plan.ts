import { runScript } from '#domain/script/run.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import { countersOf } from './counters.ts';
import type { CounterId, Counters, ShownCounter } from './counters.ts';
import { laneKinds } from './lane.ts';
import type { Lane, LaneKind } from './lane.ts';
import { pictureOf } from './lane-picture.ts';
import type { LanePicture } from './lane-picture.ts';
import { laneScript, startOf } from './scripts.ts';
import type { LaneScript, LaneScriptId, MomentId } from './scripts.ts';

/** A lane at a moment. */
export interface LaneView {
  readonly counters: Counters;
  /** What the moment changed, counter by counter; those that stayed are not here. */
  readonly changed: readonly CounterChange[];
  readonly picture: LanePicture;
}

export interface CounterChange {
  readonly counter: ShownCounter;
  readonly from: number | null;
  readonly to: number | null;
}

export interface PlannedMoment {
  /** `start` is what both designs begin with. */
  readonly id: MomentId | 'start';
  readonly lanes: Readonly<Record<LaneKind, LaneView>>;
}

/** A counter by which one design is better than the other in the end. */
export interface Reason {
  readonly counter: CounterId;
  readonly better: LaneKind;
  readonly system: number;
  readonly user: number;
}

/** Both designs through one script, played in the engine. The first moment is the one before anything happens. */
export interface LanePlan {
  readonly script: LaneScriptId;
  readonly shown: readonly ShownCounter[];
  readonly moments: readonly PlannedMoment[];
  readonly reasons: readonly Reason[];
}

interface Played {
  readonly views: readonly LaneView[];
}

/** Plays a script in two worlds, one for each design. */
export function planLanes(id: LaneScriptId): LanePlan {
  const script = laneScript(id);
  const [system, user] = laneKinds.map((kind) => playLane(kind, script));
  if (system === undefined || user === undefined) throw new Error('There are two lanes.');
  const ids: readonly PlannedMoment['id'][] = ['start', ...script.moments.map((moment) => moment.id)];
  const moments = ids.map((moment, index): PlannedMoment => ({
    id: moment,
    lanes: { system: viewAt(system, index), user: viewAt(user, index) },
  }));
  return { script: id, shown: script.shown, moments, reasons: reasonsFor(script, system, user) };
}

function viewAt({ views }: Played, index: number): LaneView {
  const view = views[index];
  if (view === undefined) throw new Error(`There is no moment ${index}.`);
  return view;
}

function playLane(kind: LaneKind, script: LaneScript): Played {
  const { shown } = script;
  const world = runScript(newWorld(`lane-${kind}`), startOf(kind, script));
  const since = world.timeline.cursor;
  let lane: Lane = { world, reads: [], cutOff: [] };
  const views = [viewOf(lane, null, { since, readBefore: 0, shown })];
  for (const { done } of script.moments) {
    const before = lane.reads.length;
    lane = done[kind](lane);
    views.push(viewOf(lane, views.at(-1)?.counters ?? null, { since, readBefore: before, shown }));
  }
  return { views };
}

interface Counting {
  /** How many entries the lane began with. */
  readonly since: number;
  /** How many reads were made before this moment. */
  readonly readBefore: number;
  readonly shown: readonly ShownCounter[];
}

/** What a lane is after a moment. */
function viewOf(lane: Lane, before: Counters | null, { since, readBefore, shown }: Counting): LaneView {
  const counters = countersOf(lane, since);
  const changed = shown.flatMap((counter): CounterChange[] => {
    const [from, to] = [before?.[counter] ?? null, counters[counter]];
    return before === null || from === to ? [] : [{ counter, from, to }];
  });
  return { counters, changed, picture: pictureOf(lane.world.state, lane.reads.slice(readBefore)) };
}

/** What is better the more of it there is; of all else the less is the better. */
const moreIsBetter: readonly CounterId[] = ['toldApartByVault', 'toldApartByStorage'];

function reasonsFor({ judged }: LaneScript, system: Played, user: Played): readonly Reason[] {
  return judged.flatMap((counter): Reason[] => {
    const [one, other] = [finalOf(counter, system), finalOf(counter, user)];
    if (one === other) return [];
    const systemIsBetter = moreIsBetter.includes(counter) ? one > other : one < other;
    return [{ counter, better: systemIsBetter ? 'system' : 'user', system: one, user: other }];
  });
}

/** What a counter stands at in the end, or the most that it was on the way. */
function finalOf(counter: CounterId, { views }: Played): number {
  switch (counter) {
    case 'outage':
      return most(views, 'minutes');
    case 'mostOrphans':
      return most(views, 'orphans');
    case 'mostIdle':
      return most(views, 'idle');
    default:
      return views.at(-1)?.counters[counter] ?? 0;
  }
}

function most(views: readonly LaneView[], counter: ShownCounter): number {
  return Math.max(...views.map(({ counters }) => counters[counter] ?? 0));
}
