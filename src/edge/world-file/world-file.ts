import * as v from 'valibot';
import { violations } from '#domain/cloud/invariants.ts';
import type { Violation } from '#domain/cloud/invariants.ts';
import { InvariantError } from '#domain/kernel/invariant.ts';
import { openWorld } from '#domain/timeline/timeline.ts';
import type { Timeline, World } from '#domain/timeline/timeline.ts';
import { parseGuardedJson } from './guarded-json.ts';
import { entry } from './schema/entry.ts';
import { name } from './schema/primitives.ts';

/** Bytes of JSON text; a world of a thousand entries has about a tenth. */
export const largestWorldFile = 8_000_000;
/** Entries of one log. */
export const mostEntries = 20_000;

/** Why a text is refused as a world, with what a message needs to say where. */
export type WorldFileProblem =
  | { readonly kind: 'tooLarge'; readonly limit: number }
  | { readonly kind: 'notJson'; readonly detail: string }
  | { readonly kind: 'tooDeep' }
  | { readonly kind: 'notAWorld' }
  | { readonly kind: 'newerFormat'; readonly format: number }
  | { readonly kind: 'badField'; readonly path: string; readonly detail: string }
  | { readonly kind: 'doesNotFold'; readonly detail: string }
  | { readonly kind: 'inconsistent'; readonly violation: Violation };

export type ReadWorld =
  | { readonly ok: true; readonly world: World }
  | { readonly ok: false; readonly problem: WorldFileProblem };

/** What every file of this product says of itself. */
export const application = 'managed-identity-lab';

const fileSchema = v.object({
  app: v.literal(application),
  format: v.literal(1),
  seed: name,
  entries: v.pipe(v.array(entry), v.maxLength(mostEntries)),
  cursor: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** A timeline as the text of a world file. */
export function writeWorldFile(timeline: Timeline): string {
  return JSON.stringify({ app: application, ...timeline });
}

/**
 * Reads a world file. Its events are not trusted: size, depth and shape are checked, then they are folded,
 * and the state is held to what any history can lead to. Never throws.
 */
export function readWorldFile(text: string): ReadWorld {
  if (text.length > largestWorldFile) return refuse({ kind: 'tooLarge', limit: largestWorldFile });
  const json = parseGuardedJson(text);
  if ('problem' in json) return refuse(json.problem);
  const problem = unlikeAWorld(json.value);
  if (problem !== null) return refuse(problem);
  const parsed = v.safeParse(fileSchema, json.value, { abortEarly: true });
  if (!parsed.success) return refuse(badField(parsed.issues[0]));
  const { app: _, ...timeline } = parsed.output;
  return fold({ ...timeline, cursor: Math.min(timeline.cursor, timeline.entries.length) });
}

function fold(timeline: Timeline): ReadWorld {
  try {
    // The whole log has to fit together, not only the part up to the cursor: the rest can be redone.
    const whole = openWorld({ ...timeline, cursor: timeline.entries.length });
    const world = openWorld(timeline);
    const [violation] = [...violations(world.state), ...violations(whole.state)];
    return violation === undefined ? { ok: true, world } : refuse({ kind: 'inconsistent', violation });
  } catch (error) {
    if (error instanceof InvariantError) return refuse({ kind: 'doesNotFold', detail: error.message });
    throw error;
  }
}

function unlikeAWorld(value: unknown): WorldFileProblem | null {
  if (typeof value !== 'object' || value === null || !('app' in value)) return { kind: 'notAWorld' };
  if (value.app !== application) return { kind: 'notAWorld' };
  const format = 'format' in value ? value.format : null;
  return typeof format === 'number' && format > 1 ? { kind: 'newerFormat', format } : null;
}

function badField(issue: v.BaseIssue<unknown>): WorldFileProblem {
  return { kind: 'badField', path: v.getDotPath(issue) ?? '', detail: issue.message };
}

function refuse(problem: WorldFileProblem): ReadWorld {
  return { ok: false, problem };
}
