import type { ConnectionFailure } from '#domain/protocol/exchange.ts';
import { when } from '../time.ts';

const failures: Readonly<Record<ConnectionFailure, string>> = {
  unreachable: 'no answer: the address leads nowhere from there',
  nameNotResolved: 'no answer: no service has this name',
  endpointNotSet: 'nobody to ask: the app has no identity',
  notRunning: 'no request: the machine does not run',
  originGone: 'no request: the host is no longer there',
};

/** Words about the last request: the scene's own words say the rest. */
export const answerWords = {
  title: 'Last request',
  none: 'No request yet. Select a host, ask for a token, and read something with it.',
  failures,
  pending: (at: number, now: number) =>
    `A role that allows this has been assigned. It acts from ${when(at, now)} on: a role takes up to ten minutes.`,
  goThere: (at: number, now: number) => `Go to ${when(at, now)} and call again`,
  messages: (count: number) => `All ${count} messages`,
} as const;
