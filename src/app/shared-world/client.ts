import type { Caller, Command } from '#domain/cloud/command.ts';
import type { Entry, World } from '#domain/timeline/timeline.ts';

/** What happened, each with the id that a page gave its command; null for whatever no page did. */
export interface Entries {
  readonly entries: readonly Entry[];
  readonly commandIds: readonly (string | null)[];
}

/** What the companion tells a page. */
export type Message =
  /** The whole world: at the beginning, and when another one took its place. */
  | { readonly kind: 'world'; readonly world: World }
  /** What happened since. */
  | ({ readonly kind: 'entries' } & Entries);

/** The same messages, with the entries between two worlds in one. */
export function joined(messages: readonly Message[]): readonly Message[] {
  const found: Message[] = [];
  for (const message of messages) {
    const last = found.at(-1);
    if (message.kind !== 'entries' || last?.kind !== 'entries') found.push(message);
    else {
      found[found.length - 1] = {
        kind: 'entries',
        entries: [...last.entries, ...message.entries],
        commandIds: [...last.commandIds, ...message.commandIds],
      };
    }
  }
  return found;
}

/** A command of this page under its own id, by which its entry is known when it comes. */
export interface GivenCommand {
  readonly id: string;
  readonly command: Command;
  readonly by: Caller;
}

/** What came of something that was sent. */
export type Sent =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  /** No answer came: it may have been taken or not. */
  | { readonly kind: 'lost' };

/** How a stream ended: the connection went, or the companion does not let this page in. */
export type Ended =
  | { readonly kind: 'lost' }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string };

/** A companion as a page speaks with it. Nothing here rejects. */
export interface CompanionClient {
  /** Hands over what the companion tells until the stream ends or the signal aborts it. */
  readonly listen: (onMessage: (message: Message) => void, signal: AbortSignal) => Promise<Ended>;
  readonly send: (given: GivenCommand) => Promise<Sent>;
  readonly replace: (world: World) => Promise<Sent>;
}
