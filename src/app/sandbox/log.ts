import { errorIn } from '#domain/cloud/check.ts';
import type { Command } from '#domain/cloud/command.ts';
import { deletionReport } from '#domain/cloud/deletion-report.ts';
import type { DeletionReport } from '#domain/cloud/deletion-report.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { fold } from '#domain/cloud/evolve.ts';
import { newCloud } from '#domain/cloud/state.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { ConnectionFailure } from '#domain/protocol/exchange.ts';
import { clockAfter } from '#domain/timeline/timeline.ts';
import type { Timeline, World } from '#domain/timeline/timeline.ts';
import { worldAt } from '../world/world-at.ts';
import { isRequest } from './answer.ts';

/** How a command ended, for a line of the log. */
export type Verdict =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly code: string;
      readonly message: string;
      /** Whether the command itself was answered, and not a request that code sent. */
      readonly isManagement: boolean;
    }
  | { readonly kind: 'failed'; readonly reason: ConnectionFailure };

export interface LogLine {
  /** The cursor at which this entry is the last one in force. */
  readonly cursor: number;
  readonly at: Instant;
  /** Null for the learner, who did everything that nobody else is named for. */
  readonly by: string | null;
  readonly command: Command;
  readonly verdict: Verdict;
  /** Whether something of an identity's life ended here: there is a report to read. */
  readonly isDeletion: boolean;
  /** Whether code sent something: there are messages to watch. */
  readonly isRequest: boolean;
}

/** Every entry of the log, those that were undone too. */
export function logLines(timeline: Timeline): readonly LogLine[] {
  let now = newCloud(timeline.seed).now;
  return timeline.entries.map((entry, index) => {
    const { by, command, events } = entry;
    now = clockAfter(events, now);
    return {
      cursor: index + 1,
      at: now,
      by: by.principalId === undefined ? null : by.displayName,
      command,
      verdict: verdictOf(events),
      isDeletion: isDeletion(events),
      isRequest: isRequest(entry),
    };
  });
}

function verdictOf(events: readonly CloudEvent[]): Verdict {
  const last = events.findLast(
    ({ type }) => type === 'ManagementAnswered' || type === 'ResponseReturned' || type === 'ConnectionFailed',
  );
  if (last?.type === 'ConnectionFailed') return { kind: 'failed', reason: last.reason };
  if (last?.type !== 'ManagementAnswered' && last?.type !== 'ResponseReturned') return { kind: 'done' };
  const { status, body } = last.response;
  const error = status < 400 ? { code: '', message: '' } : errorIn(body);
  return { kind: 'answered', status, ...error, isManagement: last.type === 'ManagementAnswered' };
}

/** The cursor of the latest deletion after an entry; 0 where there is none. */
export function deletionAfter({ entries }: Timeline, entry: unknown): number {
  for (let cursor = entries.length; cursor > 0 && entries[cursor - 1] !== entry; cursor -= 1) {
    if (isDeletion(entries[cursor - 1]?.events ?? [])) return cursor;
  }
  return 0;
}

/** What went and what stayed at an entry, or null where nothing was deleted. */
export function reportAt(world: World, cursor: number): DeletionReport | null {
  const entry = world.timeline.entries[cursor - 1];
  // Going back to the state before costs a fold of the whole past: only a deletion is worth it.
  if (entry === undefined || !isDeletion(entry.events)) return null;
  const before = worldAt(world, cursor - 1).state;
  return deletionReport(before, entry.events, fold(before, entry.events));
}

function isDeletion(events: readonly CloudEvent[]): boolean {
  return events.some(
    ({ type }) => type === 'ResourceDeleted' || type === 'ServicePrincipalDeleted' || type === 'ResourceGroupDeleted',
  );
}
