import type { Scenario } from '#content/types.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { hops } from '#domain/protocol/hops.ts';
import type { Hop } from '#domain/protocol/hops.ts';
import { runScript } from '#domain/script/run.ts';
import { issuedTokens } from '#domain/script/tokens.ts';
import { clockAfter, newWorld, pastEvents } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';

/** One step of a flow: a message, or time passing between messages. */
export type FlowStep =
  /** `entry`: which entry of the timeline it belongs to. */
  | { readonly kind: 'hop'; readonly hop: Hop; readonly at: Instant; readonly entry: number }
  | { readonly kind: 'clock'; readonly from: Instant; readonly to: Instant };

/** A flow that was played in the engine, to be watched step by step. */
export interface FlowRun {
  readonly steps: readonly FlowStep[];
  /** The cloud before the first step: hosts, identities and roles to name the actors by. */
  readonly before: CloudState;
  readonly after: World;
  /** How many entries of the timeline lie before the first step. */
  readonly past: number;
}

/** Plays a scenario: its world is set up unseen, its script is what is watched. */
export function playScenario(scenario: Scenario): FlowRun {
  const start = runScript(newWorld(scenario.id), scenario.world);
  return flowBetween(start, runScript(start, scenario.script));
}

/** The steps that lead from an earlier world to a later one of the same timeline, such as a sandbox's last request. */
export function flowBetween(earlier: World, later: World): FlowRun {
  const tokens = issuedTokens(pastEvents(later.timeline));
  const past = earlier.timeline.cursor;
  const entries = later.timeline.entries.slice(past, later.timeline.cursor);
  let now = earlier.state.now;
  const steps = entries.flatMap(({ events }, index): FlowStep[] => {
    const to = clockAfter(events, now);
    const from = now;
    now = to;
    if (to !== from) return [{ kind: 'clock', from, to }];
    const entry = past + index;
    return hops(events, (id) => tokens.get(id) ?? null).map((hop) => ({ kind: 'hop', hop, at: to, entry }));
  });
  return { steps, before: earlier.state, after: later, past };
}
