import * as v from 'valibot';
import type { Caller } from '#domain/cloud/command.ts';
import type { Entry } from '#domain/timeline/timeline.ts';
import { parseGuardedJson } from '#edge/world-file/guarded-json.ts';
import { command } from '#edge/world-file/schema/command.ts';
import { caller, entry } from '#edge/world-file/schema/entry.ts';
import { largestWorldFile, mostEntries } from '#edge/world-file/world-file.ts';

/*
 * What a companion and a page say to each other about the world that they share. The whole world goes as the text of a
 * world file (`writeWorldFile`, `readWorldFile`), both ways: as the server-sent event `world` and by `PUT /companion/world`.
 */

/** Who gives the commands by which a shared world's clock follows that of the machine. */
export const machineClock: Caller = { kind: 'user', displayName: 'Clock' };

/** Chosen by the page that gives the command, to know it again among the entries. */
const commandId = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

const commandMessage = v.object({ id: commandId, command, by: caller });

const entriesMessage = v.pipe(
  v.object({
    entries: v.pipe(v.array(entry), v.maxLength(mostEntries)),
    commandIds: v.array(v.nullable(commandId)),
  }),
  v.check(({ entries, commandIds }) => entries.length === commandIds.length, 'has not one id for each entry'),
);

/** `POST /companion/commands`: a command that somebody gave in the page. */
export type CommandMessage = v.InferOutput<typeof commandMessage>;

/** Server-sent event `entries`: what happened since the event before it. */
export interface EntriesMessage {
  readonly entries: readonly Entry[];
  /** For each entry the id of the command that led to it; null where it came from no page. */
  readonly commandIds: readonly (string | null)[];
}

/** A message that was read, or why it was not. */
export type ReadMessage<Message> =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly problem: string };

export function writeCommand(message: CommandMessage): string {
  return JSON.stringify(message);
}

/** Reads a command of a page. Never throws. */
export function readCommand(text: string): ReadMessage<CommandMessage> {
  return readMessage(text, commandMessage);
}

export function writeEntries(message: EntriesMessage): string {
  return JSON.stringify(message);
}

/** Reads what happened in a shared world: size, depth and shape are checked as those of a world file are. Never throws. */
export function readEntries(text: string): ReadMessage<EntriesMessage> {
  return readMessage(text, entriesMessage);
}

function readMessage<Message>(text: string, schema: v.GenericSchema<unknown, Message>): ReadMessage<Message> {
  if (text.length > largestWorldFile) return refuse(`It is longer than ${largestWorldFile} characters.`);
  const json = parseGuardedJson(text);
  if ('problem' in json) return refuse(json.problem.kind === 'tooDeep' ? 'It nests too deep.' : 'It is no JSON.');
  const parsed = v.safeParse(schema, json.value, { abortEarly: true });
  return parsed.success ? { ok: true, message: parsed.output } : refuse(told(parsed.issues[0]));
}

function told(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return path === null ? issue.message : `${path}: ${issue.message}`;
}

function refuse(problem: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem };
}
