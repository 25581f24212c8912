import type { Printing } from '#domain/cli/az/run.ts';
import { completions } from '#domain/cli/complete.ts';
import { formatted } from '#domain/cli/output/format.ts';
import type { Context, Outcome, Reply, SessionChange } from '#domain/cli/reply.ts';
import { runLine } from '#domain/cli/run.ts';
import { owner } from '#domain/cloud/command.ts';
import type { Caller, Command } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { pastEvents } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { isJsonList } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';
import { query, queryProblem } from './query.ts';

/** Who sits at the terminal, and where it runs. */
export interface Session {
  readonly caller: Caller;
  /** A laptop, or a host that one is logged on to. */
  readonly at: Origin;
  /** Defaults of arguments by name: `group`, `location`. */
  readonly defaults: Readonly<Record<string, string>>;
}

/** What a line prints. Tokens are references: see `entra/token.ts`. */
export interface Printed {
  readonly text: string;
  readonly isError: boolean;
  readonly session: Session;
}

/** A line only prints, or gives commands first and prints what came of them. */
export type Step =
  | ({ readonly kind: 'text' } & Printed)
  | {
      readonly kind: 'give';
      readonly commands: readonly Command[];
      readonly by: Caller;
      readonly finish: (result: Outcome) => Printed;
    };

/** The learner at a laptop. */
export const newSession: Session = { caller: owner, at: { kind: 'laptop' }, defaults: {} };

/** Reads one line of the terminal: `az`, `curl` or `lab`. Total: what cannot be read is said in the text. */
export function interpret(world: World, line: string, session: Session): Step {
  const { state, timeline } = world;
  const context: Context = { state, past: pastEvents(timeline), ...session };
  const { reply, printing } = runLine(context, line);
  const problem = queryProblemIn(printing);
  if (problem !== null) return { kind: 'text', text: problem, isError: true, session };
  if (reply.kind !== 'give') return { kind: 'text', ...printed(reply, printing, session) };
  const { commands, finish } = reply;
  if (commands.length === 0) {
    const nothing: Outcome = { before: state, after: state, events: [] };
    return { kind: 'text', ...printed(finish(nothing), printing, session) };
  }
  return {
    kind: 'give',
    commands,
    by: session.caller,
    finish: (outcome) => printed(finish(outcome), printing, session),
  };
}

function queryProblemIn(printing: Printing | null): string | null {
  const expression = printing?.query ?? null;
  return expression === null ? null : queryProblem(expression);
}

/** The words that can stand in the place of the last one. */
export function complete(state: CloudState, line: string): readonly string[] {
  return completions(state, line);
}

function printed(reply: Reply, printing: Printing | null, session: Session): Printed {
  if (reply.kind === 'error') {
    return { text: reply.message, isError: true, session: changed(session, reply.change) };
  }
  if (reply.kind === 'give') return { text: '', isError: false, session };
  const shown = shownValue(reply.value, printing);
  if (shown.isError) return { ...shown, session };
  const warnings = printing?.onlyErrors === true ? [] : (reply.warnings ?? []);
  const text = [...warnings, reply.text ?? '', shown.text].filter((part) => part !== '').join('\n');
  return { text, isError: false, session: changed(session, reply.change) };
}

function changed(session: Session, change: SessionChange | undefined): Session {
  return change === undefined ? session : { ...session, ...change };
}

function shownValue(
  value: Json | undefined,
  printing: Printing | null,
): { readonly text: string; readonly isError: boolean } {
  if (value === undefined || printing === null) return { text: '', isError: false };
  const { format, row } = printing;
  if (printing.query === null) {
    const view = format === 'table' && row !== null ? rowsOf(value, row) : value;
    return { text: formatted(view, format, view !== value), isError: false };
  }
  const found = query(value, printing.query);
  if (found.kind === 'refused') return { text: found.message, isError: true };
  return { text: formatted(found.value, format, true), isError: false };
}

function rowsOf(value: Json, row: (item: Json) => Json): Json {
  return isJsonList(value) ? value.map(row) : row(value);
}
