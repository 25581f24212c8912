import { owner } from '#domain/cloud/command.ts';
import type { Command } from '#domain/cloud/command.ts';
import { act } from '#domain/cloud/decide.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { candidatesFor } from './candidates.ts';
import { explainAccess } from './explain.ts';
import type { Explanation } from './explain.ts';
import type { Candidate, FixKind, FixSize, Width } from './fix.ts';
import type { AccessQuestion } from './question.ts';

/** A change after which the call is allowed: proved by making it in a copy of the world. */
export interface Fix {
  /** What is done, in order. */
  readonly kinds: readonly FixKind[];
  /** To be given in this order; none where time or another request is enough. */
  readonly commands: readonly Command[];
  /** What to ask then. It differs where the call itself has to change. */
  readonly question: AccessQuestion;
  /** From when on the call is allowed; now where nothing has to take effect. */
  readonly effectiveAt: Instant;
  readonly size: FixSize;
}

/** So many things may be wrong at once. */
const mostSteps = 6;

/**
 * Changes that would allow a refused call, the smallest first: the narrowest scope, then the fewest actions, then the
 * fewest changes. Of changes that do the same more or less widely only the narrowest that helps. Empty for a call that
 * is allowed, and where nothing that the simulator knows would help.
 */
export function proposeFixes(state: CloudState, question: AccessQuestion): readonly Fix[] {
  const found = explainAccess(state, question);
  if (found.allowed) return [];
  return search({ state, question, found }, mostSteps).toSorted((a, b) => compare(a.size, b.size));
}

/** A world in which some of a fix was made, and what the call meets there. */
interface Node {
  readonly state: CloudState;
  readonly question: AccessQuestion;
  readonly found: Explanation;
}

function search(node: Node, steps: number): readonly Fix[] {
  if (node.found.allowed) return [nothingMore(node)];
  if (steps === 0) return [];
  return candidatesFor(node.state, node.question, node.found).flatMap((family) => {
    for (const candidate of family) {
      const next = tried(node, candidate);
      if (next === null || !isFurther(node.found, next.found)) continue;
      const fixes = search(next, steps - 1);
      // Wider ones of the family would open more to the same end.
      if (fixes.length > 0) return fixes.map((rest) => joined(candidate, rest));
    }
    return [];
  });
}

function nothingMore({ state, question }: Node): Fix {
  return { kinds: [], commands: [], question, effectiveAt: state.now, size: { width: 0, actions: 0, changes: 0 } };
}

function joined(first: Candidate, rest: Fix): Fix {
  return {
    kinds: [first.kind, ...rest.kinds],
    commands: [...first.commands, ...rest.commands],
    question: rest.question,
    effectiveAt: rest.effectiveAt,
    size: {
      width: Math.max(first.size.width, rest.size.width) as Width,
      actions: first.size.actions + rest.size.actions,
      changes: first.size.changes + rest.size.changes,
    },
  };
}

/** Makes a change in a copy and lets it take effect; null where Azure refuses it. */
function tried({ state }: Node, candidate: Candidate): Node | null {
  const { question } = candidate;
  const changed = applyAll(state, candidate.commands);
  if (changed === null) return null;
  const then = at(changed, latest(candidate.at ?? state.now, effectOf(state, changed)));
  return { state: then, question, found: explainAccess(then, question) };
}

/** The state after commands of the owner; null where one is refused. */
export function applyAll(state: CloudState, commands: readonly Command[]): CloudState | null {
  let changed = state;
  for (const command of commands) {
    const { events, state: next } = act(changed, command, owner);
    const isRefused = events.some(
      (event) =>
        (event.type === 'ManagementAnswered' || event.type === 'ResponseReturned') && event.response.status >= 400,
    );
    if (isRefused) return null;
    changed = next;
  }
  return changed;
}

/** The world as it will be at a moment, where that is to come. */
export function at(state: CloudState, moment: Instant): CloudState {
  const seconds = moment - state.now;
  return seconds <= 0 ? state : act(state, { type: 'AdvanceClock', seconds }, owner).state;
}

/** When the last of the new assignments takes effect. */
function effectOf(before: CloudState, after: CloudState): Instant {
  if (before.rbac === after.rbac) return after.now;
  let last = after.now;
  for (const [key, assignment] of dictionary.entries(after.rbac.assignments)) {
    const isNew = dictionary.get(before.rbac.assignments, key) !== assignment;
    if (isNew) last = latest(last, assignment.effectiveAt);
  }
  return last;
}

function latest(a: Instant, b: Instant): Instant {
  return a < b ? b : a;
}

/** Whether a refusal comes later than another, or for another thing: a deny gate that has nothing to compare is gone. */
function isFurther(before: Explanation, after: Explanation): boolean {
  if (after.allowed) return true;
  const [passed, passes] = [passedGates(before), passedGates(after)];
  if (passes !== passed) return passes > passed;
  return refusalOf(before) !== refusalOf(after);
}

/** What refused, as a text that is the same for the same refusal. */
function refusalOf({ refusedBy, demand }: Explanation): string {
  const { gate = '', expected = '', found = '' } = refusedBy ?? {};
  return JSON.stringify([gate, expected, found, demand?.action ?? '', demand?.resource ?? '']);
}

/** −1 where no token came to be shown. */
function passedGates({ reached, failure, gates }: Explanation): number {
  if (reached === 'tokenEndpoint' || failure !== null) return -1;
  return gates.filter(({ passed }) => passed).length;
}

function compare(a: FixSize, b: FixSize): number {
  return a.width - b.width || a.actions - b.actions || a.changes - b.changes;
}
