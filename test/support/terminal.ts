import type { Command } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { dispatch } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { interpret, newSession } from '#edge/command-line/interpret.ts';
import type { Session } from '#edge/command-line/interpret.ts';

/** A terminal of a world after a line was typed. */
export interface Typed {
  readonly text: string;
  readonly isError: boolean;
  /** The commands that the line gave. */
  readonly commands: readonly Command[];
  readonly world: World;
  readonly state: CloudState;
  readonly session: Session;
  /** The text read as JSON. */
  readonly json: () => unknown;
}

/** Types lines one after the other, and gives what they give; answers what the last one printed. */
export function type(start: World, lines: string | readonly string[], session: Session = newSession): Typed {
  let world = start;
  let last: Typed | null = null;
  for (const line of typeof lines === 'string' ? [lines] : lines) {
    last = typeOne(world, line, last?.session ?? session);
    ({ world } = last);
  }
  if (last === null) throw new Error('No line was typed.');
  return last;
}

function typeOne(world: World, line: string, session: Session): Typed {
  const step = interpret(world, line, session);
  if (step.kind === 'text') return typed(step, [], world);
  let after = world;
  const events: CloudEvent[] = [];
  for (const command of step.commands) {
    after = dispatch(after, command, step.by);
    events.push(...(after.timeline.entries.at(-1)?.events ?? []));
  }
  return typed(step.finish({ before: world.state, after: after.state, events }), step.commands, after);
}

function typed(
  { text, isError, session }: { readonly text: string; readonly isError: boolean; readonly session: Session },
  commands: readonly Command[],
  world: World,
): Typed {
  return {
    text,
    isError,
    commands,
    world,
    state: world.state,
    session,
    json: () => JSON.parse(text) as unknown,
  };
}
