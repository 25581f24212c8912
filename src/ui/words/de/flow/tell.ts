import type { Story } from '#app/flow/scene.ts';
import type * as english from '#ui/words/en/flow/tell.ts';
import { clock as time } from '../time.ts';
import { hostName, duration, moment, upper } from './phrases.ts';
import type { Telling } from './phrases.ts';
import { callAnswered, callMade, callRefused } from './calls.ts';
import { entraAsked, entraRefused, tokenAsked, tokenHanded, tokenIssued, tokenRefused } from './tokens.ts';

function notReached({ host, to, reason }: Extract<Story, { tells: 'not-reached' }>): Telling {
  const where = hostName(host, 'start');
  const why = {
    unreachable: `169.254.169.254 ist eine verbindungslokale Adresse: Kein Netzwerk leitet sie weiter. Von ${hostName(host, 'dative')} aus führt sie zu keinem Computer in Azure, also ist niemand da, der ablehnen könnte.`,
    endpointNotSet: `${where} hat keine Identität, deshalb setzt die Plattform kein IDENTITY_ENDPOINT. Es gibt keine Adresse, die gefragt werden könnte.`,
    nameNotResolved: `Kein Dienst hat den Namen ${to}.`,
    notRunning: `${where} läuft nicht, und Code darauf auch nicht: Niemand sendet die Anforderung.`,
    originGone: `${where} gibt es nicht mehr, und den Code darauf auch nicht: Niemand sendet die Anforderung.`,
  } as const;
  return { title: 'Niemand antwortet', text: why[reason], label: 'keine Antwort' };
}

function timePassed({ from, to }: Extract<Story, { tells: 'time-passed' }>): Telling {
  const seconds = to - from;
  const passing = duration(seconds);
  const label = `${passing} ${/^(1|keine) \S+$/.test(passing) ? 'vergeht' : 'vergehen'}`;
  if (seconds < 60) {
    return { title: upper(label), text: 'Wer gefragt hat, wartet und sendet in dieser Zeit nichts.', label };
  }
  const long = seconds >= 86_400;
  const moves = long ? `vom ${moment(from)} auf den ${moment(to)}` : `von ${time(from)} auf ${time(to)}`;
  return {
    title: upper(label),
    text: `Die Uhr der Welt geht ${moves} vor. In dieser Zeit wird nichts gesendet.`,
    label,
  };
}

/** Every story in words. */
export const tell: typeof english.tell = (story) => {
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
};
