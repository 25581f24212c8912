import type { Story } from '#app/flow/scene.ts';
import { clock as time } from '../time.ts';
import { hostName, duration, moment, upper } from './phrases.ts';
import type { Telling } from './phrases.ts';
import { callAnswered, callMade, callRefused } from './calls.ts';
import { entraAsked, entraRefused, tokenAsked, tokenHanded, tokenIssued, tokenRefused } from './tokens.ts';

function notReached({ host, to, reason }: Extract<Story, { tells: 'not-reached' }>): Telling {
  const why = {
    unreachable: `169.254.169.254 is a link-local address: no network carries it further. From ${hostName(host)} it leads to no machine in Azure, so there is nobody who could refuse.`,
    endpointNotSet: `${hostName(host)} has no identity, so the platform sets no IDENTITY_ENDPOINT. There is no address to ask.`,
    nameNotResolved: `No service has the name ${to}.`,
    notRunning: `${hostName(host)} does not run, and neither does code on it: nobody sends the request.`,
    originGone: `${hostName(host)} is no longer there, and its code went with it: nobody sends the request.`,
  } as const;
  return { title: 'Nobody answers', text: why[reason], label: 'no answer' };
}

function timePassed({ from, to }: Extract<Story, { tells: 'time-passed' }>): Telling {
  const seconds = to - from;
  const span = duration(seconds);
  const label = `${span} ${/^1 \w+$/.test(span) ? 'passes' : 'pass'}`;
  if (seconds < 60) return { title: upper(label), text: 'Whoever asked waits, and sends nothing meanwhile.', label };
  const long = seconds >= 86_400;
  const moves = long ? `from ${moment(from)} to ${moment(to)}` : `from ${time(from)} to ${time(to)}`;
  return { title: upper(label), text: `The world’s clock moves ${moves}. Nothing is sent meanwhile.`, label };
}

/** Every story in words. */
export function tell(story: Story): Telling {
  switch (story.tells) {
    case 'token-asked':
      return tokenAsked(story);
    case 'entra-asked':
      return entraAsked(story);
    case 'token-issued':
      return tokenIssued(story);
    case 'entra-refused':
      return entraRefused(story);
    case 'token-handed':
      return tokenHanded(story);
    case 'token-refused':
      return tokenRefused(story);
    case 'call-made':
      return callMade(story);
    case 'call-answered':
      return callAnswered(story);
    case 'call-refused':
      return callRefused(story);
    case 'not-reached':
      return notReached(story);
    case 'time-passed':
      return timePassed(story);
  }
}
