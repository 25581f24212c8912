export { hostsOf, resourcesOf } from '#domain/cloud/queries.ts';
import { lastRequest } from '#app/sandbox/answer.ts';
import type { LastRequest } from '#app/sandbox/answer.ts';
import { reportAt } from '#app/sandbox/log.ts';
import { createWorldStore } from '#app/world/world-store.ts';
import type { WorldStoreApi } from '#app/world/world-store.ts';
import type { LiveWorld } from '#content/types.ts';
import type { Command } from '#domain/cloud/command.ts';
import type { DeletionReport } from '#domain/cloud/deletion-report.ts';
import { examine, holdsAll } from '#domain/script/expectation.ts';
import type { Finding } from '#domain/script/expectation.ts';
import { runScript } from '#domain/script/run.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';

export type { Finding };

/** A live world as its lesson sets it up. */
export function startOf({ id, start }: LiveWorld): World {
  return runScript(newWorld(id), start);
}

/** Opens a live world in the memory of the page. */
export function openLiveWorld(live: LiveWorld): WorldStoreApi {
  return createWorldStore(startOf(live));
}

/** What is to be done from the start, one command after the other, to reach the goal. */
export function solutionOf(live: LiveWorld): readonly Command[] {
  const start = startOf(live);
  const { entries } = runScript(start, live.solution).timeline;
  return entries.slice(start.timeline.cursor).map(({ command }) => command);
}

export interface GoalState {
  readonly findings: readonly Finding[];
  readonly reached: boolean;
}

/** How far a world is from the goal. */
export function goalOf(world: World, { goal }: LiveWorld): GoalState {
  const findings = examine(world, goal);
  return { findings, reached: holdsAll(findings) };
}

/** What the learner did last, where there is something to say about it. */
export type LastOutcome =
  | { readonly kind: 'request'; readonly request: LastRequest }
  | { readonly kind: 'deletion'; readonly report: DeletionReport };

/** The last answer or deletion after the first `startCursor` entries, or null. */
export function lastOutcome(world: World, startCursor: number): LastOutcome | null {
  const request = lastRequest(world);
  const since = Math.max(startCursor, request?.cursor ?? 0);
  for (let cursor = world.timeline.cursor; cursor > since; cursor -= 1) {
    const report = reportAt(world, cursor);
    if (report !== null) return { kind: 'deletion', report };
  }
  return request === null || request.cursor <= startCursor ? null : { kind: 'request', request };
}
