import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { minute } from '#domain/kernel/instant.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { CloudEvent } from './event.ts';

/** What time alone brings about. */
export type DueEvent = Extract<
  CloudEvent,
  {
    type:
      | 'ServicePrincipalReplicated'
      | 'FederatedCredentialTookEffect'
      | 'RoleAssignmentTookEffect'
      | 'RoleRemovalTookEffect'
      | 'TokenExpired'
      | 'DeletedSecretPurged'
      | 'DeletedVaultPurged'
      | 'ServicePrincipalPurged';
  }
>;

/** Something that is due, and the event by which it will have happened. */
export interface Moment {
  readonly at: Instant;
  readonly event: DueEvent;
}

/**
 * Everything that is due, by what it is about and by the minute in which it comes: a tick of the clock looks at its
 * own minutes and not at the whole world.
 */
export interface Calendar {
  readonly moments: Dictionary<Moment>;
  /** The keys of the moments of each minute since 1970. */
  readonly minutes: Dictionary<Dictionary<true>>;
}

/** Nothing is due. */
export const emptyCalendar: Calendar = { moments: dictionary.empty(), minutes: dictionary.empty() };

/** Puts a moment in; one about the same thing is replaced. */
export function put(calendar: Calendar, moment: Moment): Calendar {
  const key = momentKey(moment.event);
  const { moments, minutes } = strike(calendar, moment.event);
  const ofMinute = dictionary.get(minutes, minuteOf(moment.at)) ?? dictionary.empty<true>();
  return {
    moments: dictionary.set(moments, key, moment),
    minutes: dictionary.set(minutes, minuteOf(moment.at), dictionary.set(ofMinute, key, true)),
  };
}

/** Takes out what this event would bring about, because it has happened or never will. */
export function strike(calendar: Calendar, event: DueEvent): Calendar {
  const key = momentKey(event);
  const moment = dictionary.get(calendar.moments, key);
  if (moment === undefined) return calendar;
  const minuteKey = minuteOf(moment.at);
  const left = dictionary.remove(dictionary.get(calendar.minutes, minuteKey) ?? dictionary.empty<true>(), key);
  const { minutes } = calendar;
  return {
    moments: dictionary.remove(calendar.moments, key),
    minutes:
      dictionary.size(left) === 0 ? dictionary.remove(minutes, minuteKey) : dictionary.set(minutes, minuteKey, left),
  };
}

/** Takes out all that is due by then. */
export function strikeUntil(calendar: Calendar, from: Instant, until: Instant): Calendar {
  return dueBetween(calendar, from, until).reduce((left, { event }) => strike(left, event), calendar);
}

/** What is due after `from` and not after `until`, soonest first. */
export function dueBetween(calendar: Calendar, from: Instant, until: Instant): readonly Moment[] {
  const due: Moment[] = [];
  for (const keys of minutesBetween(calendar, from, until)) {
    for (const [key] of dictionary.entries(keys)) {
      const moment = dictionary.get(calendar.moments, key);
      if (moment !== undefined && moment.at <= until) due.push(moment);
    }
  }
  return due.sort(inOrder);
}

/** Everything that is due, soonest first. */
export function allDue(calendar: Calendar): readonly Moment[] {
  return [...dictionary.values(calendar.moments)].sort(inOrder);
}

/** The minutes of a span that hold anything: by looking each up, or through all of them where that is less. */
function* minutesBetween({ minutes }: Calendar, from: Instant, until: Instant): Generator<Dictionary<true>> {
  const first = Math.floor(from / minute);
  const last = Math.floor(until / minute);
  if (last - first > dictionary.size(minutes)) {
    yield* dictionary.values(minutes);
    return;
  }
  for (let each = first; each <= last; each += 1) {
    const keys = dictionary.get(minutes, String(each));
    if (keys !== undefined) yield keys;
  }
}

function minuteOf(at: Instant): string {
  return String(Math.floor(at / minute));
}

/** What becomes effective comes before what ends, where both fall on one second. */
const ranks: Readonly<Record<DueEvent['type'], number>> = {
  ServicePrincipalReplicated: 0,
  FederatedCredentialTookEffect: 1,
  RoleAssignmentTookEffect: 2,
  RoleRemovalTookEffect: 3,
  TokenExpired: 4,
  ServicePrincipalPurged: 5,
  DeletedVaultPurged: 6,
  DeletedSecretPurged: 7,
};

function inOrder(a: Moment, b: Moment): number {
  const byTime = a.at - b.at || ranks[a.event.type] - ranks[b.event.type];
  if (byTime !== 0) return byTime;
  return momentKey(a.event) < momentKey(b.event) ? -1 : 1;
}

function momentKey(event: DueEvent): string {
  return `${event.type}|${subjectOf(event)}`;
}

function subjectOf(event: DueEvent): string {
  switch (event.type) {
    case 'RoleAssignmentTookEffect':
    case 'RoleRemovalTookEffect':
      return event.id.toLowerCase();
    case 'TokenExpired':
      return event.tokenId;
    case 'ServicePrincipalPurged':
    case 'ServicePrincipalReplicated':
      return `${event.tenantId}|${event.principalId}`;
    case 'DeletedVaultPurged':
      return event.name.toLowerCase();
    case 'DeletedSecretPurged':
      return `${event.vaultId}|${event.name}`.toLowerCase();
    case 'FederatedCredentialTookEffect':
      return `${event.identityId}|${event.name}`.toLowerCase();
  }
}
