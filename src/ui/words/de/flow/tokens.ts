import type { CastHost, Refusal, Story } from '#app/flow/scene.ts';
import type * as english from '#ui/words/en/flow/tokens.ts';
import { endpointName, askerName, endpointInText, askerInText, audience, hostName, duration, list } from './phrases.ts';
import type { Telling } from './phrases.ts';

const idNames = { clientId: 'Client-ID', principalId: 'Objekt-ID', resourceId: 'Ressourcen-ID' } as const;
const atEndpoint = { imds: 'bei IMDS', identityEndpoint: 'beim Identitätsendpunkt' } as const;

export const tokenAsked: typeof english.tokenAsked = ({ host, endpoint, resource, named, proven }) => {
  const who = host.kind === 'laptop' ? 'Der Code auf dem Laptop' : `Die Anwendung auf ${hostName(host, 'dative')}`;
  const which =
    named === null
      ? 'Die Anwendung nennt keine Identität'
      : `Die Anwendung nennt die Identität ${named.name} mit ihrer ${idNames[named.by]}`;
  const unproven = 'weist gar nichts vor: kein Kennwort, und auch nicht den Header, den der Endpunkt verlangt.';
  const shown =
    endpoint === 'imds'
      ? 'weist kein Kennwort vor, nur den Header Metadata: true. Nur Code auf der VM selbst kann diese Adresse erreichen.'
      : 'weist kein Kennwort vor, nur den Wert, den die Plattform in IDENTITY_HEADER geschrieben hat. Nur diese App kann die Adresse erreichen.';
  const proof = proven ? shown : unproven;
  const wish =
    resource === ''
      ? 'Die Anforderung sagt nicht, für wen das Token sein soll.'
      : `Das Token soll für ${audience(resource)} sein.`;
  const outside = 'Er fragt, wie Code auf einem virtuellen Computer es täte: dieselbe Adresse, derselbe Header.';
  return {
    title: `${who} fordert ${atEndpoint[endpoint]} ein Token an`,
    text: host.kind === 'laptop' ? outside : `${wish} ${which} und ${proof}`,
    label: 'fordert ein Token an',
  };
};

export const entraAsked: typeof english.entraAsked = ({ endpoint, host, speaker, resource }) => {
  if (endpoint === 'application') return directlyAsked(host, speaker.name, resource);
  return {
    title: `${askerName[endpoint]} meldet sich bei Microsoft Entra ID als ${speaker.name} an`,
    text: `Azure verwahrt ein Zertifikat für ${speaker.name}, und ${askerInText[endpoint]} signiert damit. Die Anwendung bekommt dieses Zertifikat nie zu sehen. Angefordert wird ein Token für ${audience(resource)}.`,
    label: `meldet sich als ${speaker.name} an`,
  };
};

/** Where code without an endpoint runs, as the subject of a sentence. */
function codeOn(host: CastHost | null): string {
  if (host === null) return askerName.application;
  return host.kind === 'external' ? hostName(host, 'start') : `Der Code auf ${hostName(host, 'dative')}`;
}

/** Code that has no endpoint shows a token of its own platform, or a person signs in. */
function directlyAsked(host: CastHost | null, name: string, resource: string): Telling {
  const as = name === '' ? '' : ` als ${name}`;
  const proof =
    host?.kind === 'laptop'
      ? 'Dort meldet sich jemand an.'
      : 'Anstelle eines Geheimnisses wird das Token vorgelegt, das die eigene Plattform ausgestellt hat; Microsoft Entra ID vergleicht Aussteller, Subject und Zielgruppe mit den föderierten Anmeldeinformationen.';
  return {
    title: `${codeOn(host)} meldet sich bei Microsoft Entra ID${as} an`,
    text: `${proof} Angefordert wird ein Token für ${audience(resource)}.`,
    label: `meldet sich${as} an`,
  };
}

export const tokenIssued: typeof english.tokenIssued = ({ speaker, resource, secondsLeft }) => ({
  title: 'Microsoft Entra ID stellt ein Token aus',
  text: `Es sagt, wer aufruft, nämlich ${speaker.name}, und für wen es ist: ${audience(resource)}. Seine Gültigkeit beträgt ${duration(secondsLeft)}. Azure-Rollen stehen nicht darin.`,
  label: 'stellt ein Token aus',
});

const refusalText: Readonly<Record<Refusal, string>> = {
  'no-identity': 'Es gibt keine Identität, als die gesprochen werden könnte.',
  'not-attached': 'Die Identität, die die Anforderung nennt, ist hier nicht angefügt.',
  'several-identities': 'Mehr als eine Identität ist angefügt, und die Anforderung nennt keine.',
  'several-named':
    'Die Anforderung nennt Identitäten mit zwei ihrer IDs. Eine sagt genug, und zwei könnten zwei verschiedene meinen.',
  'audience-missing': 'Die Anforderung sagt nicht, für wen das Token sein soll, und ein Token für alle gibt es nicht.',
  'version-unknown': 'Die Anforderung verlangt eine Version dieses Endpunkts, die es nicht gibt.',
  'wrong-method': 'Der Endpunkt kennt nur GET.',
  'proof-missing': 'Der Anforderung fehlt der Header, der weitergeleitete Anforderungen fernhält.',
  forwarded:
    'Die Anforderung wurde unterwegs weitergeleitet (X-Forwarded-For), und solche Anforderungen werden abgelehnt.',
  'unknown-audience': 'In diesem Mandanten ist keine Ressource dieses Namens bekannt.',
  'principal-gone': 'Der Dienstprinzipal hinter der Identität ist gelöscht.',
  'assertion-not-trusted':
    'Keine föderierte Anmeldeinformation der Identität vertraut diesem Token: Aussteller, Subject und Zielgruppe müssen Zeichen für Zeichen übereinstimmen.',
  'app-role-required': 'Die API lässt nur Prinzipale zu, die eine ihrer App-Rollen haben, und dieser hat keine.',
  throttled:
    'Zu viele Anforderungen kamen auf einmal. An dieser ist nichts falsch: Warten Sie, und senden Sie sie noch einmal.',
  updating:
    'Der Dienst wird aktualisiert. Nach höchstens 70 Sekunden ist er wieder da: Warten Sie, und senden Sie sie noch einmal.',
  'service-failed':
    'Der Dienst ist fehlgeschlagen. An der Anforderung ist nichts falsch: Warten Sie, und senden Sie sie noch einmal.',
  'bad-request': 'Diese Anforderung versteht der Endpunkt nicht.',
};

const refusalLabel: Readonly<Record<Refusal, string>> = {
  'no-identity': 'keine Identität',
  'not-attached': 'nicht angefügt',
  'several-identities': 'welche Identität?',
  'several-named': 'zwei IDs',
  'audience-missing': 'für wen?',
  'version-unknown': 'unbekannte Version',
  'wrong-method': 'falsche Methode',
  'proof-missing': 'Header fehlt',
  forwarded: 'weitergeleitet',
  'unknown-audience': 'unbekannte Zielgruppe',
  'principal-gone': 'Prinzipal gelöscht',
  'assertion-not-trusted': 'nicht vertraut',
  'app-role-required': 'keine App-Rolle',
  throttled: 'zu viele Anforderungen',
  updating: 'wird aktualisiert',
  'service-failed': 'fehlgeschlagen',
  'bad-request': 'nicht verstanden',
};

export const entraRefused: typeof english.entraRefused = (story) => {
  const about =
    story.refusal === 'unknown-audience' ? ` Angefordert wurde ein Token für ${audience(story.resource)}.` : '';
  return {
    title: `Microsoft Entra ID lehnt ab: ${story.status}`,
    text: `${refusalText[story.refusal]}${about}`,
    label: refusalLabel[story.refusal],
  };
};

export const tokenHanded: typeof english.tokenHanded = ({ host, endpoint, fromCache, secondsLeft }) => {
  if (fromCache) {
    return {
      title: `${endpointName[endpoint]} antwortet aus dem Cache`,
      text: `Das Token der früheren Anforderung ist noch da und wird noch einmal ausgegeben. Microsoft Entra ID wird nicht gefragt. Die restliche Gültigkeit beträgt ${duration(secondsLeft)}.`,
      label: 'dasselbe Token',
    };
  }
  return {
    title: `${endpointName[endpoint]} übergibt der Anwendung das Token`,
    text: `Die Anwendung auf ${hostName(host, 'dative')} hat jetzt ein Token und hatte nie ein Geheimnis. Die Plattform behält eine Kopie: Wer dasselbe noch einmal anfordert, bekommt dasselbe Token, bis es abläuft.`,
    label: 'übergibt es',
  };
};

export const tokenRefused: typeof english.tokenRefused = (story) => ({
  title: `${endpointName[story.endpoint]} lehnt ab: ${story.status}`,
  text: whyRefused(story),
  label: refusalLabel[story.refusal],
});

function whyRefused({ host, endpoint, refusal, resource, named }: Extract<Story, { tells: 'token-refused' }>): string {
  const unasked = 'Microsoft Entra ID wird nicht gefragt.';
  const attached = list(host.userAssigned.map(({ name }) => name));
  const where = hostName(host, 'start');
  switch (refusal) {
    case 'no-identity':
      return attached === ''
        ? `${where} hat keine Identität; es gibt also niemanden, als der gesprochen werden könnte. ${unasked}`
        : `${where} hat keine systemseitig zugewiesene Identität, und dieser Endpunkt wählt von sich aus keine benutzerseitig zugewiesene. Nennen Sie ${attached}. ${unasked}`;
    case 'several-identities':
      return `${where} trägt ${attached}, und die Anforderung nennt ${host.userAssigned.length === 2 ? 'keine von beiden' : 'keine davon'}. ${endpointName[endpoint]} rät nicht. Nennen Sie eine, mit ihrer Client-ID. ${unasked}`;
    case 'not-attached':
      return `${named ?? 'Die Identität'} ist nicht an ${hostName(host, 'accusative')} angefügt. ${unasked}`;
    case 'proof-missing':
      return `Der Anforderung fehlt der Header ${endpoint === 'imds' ? 'Metadata: true' : 'X-IDENTITY-HEADER'}, der weitergeleitete Anforderungen fernhält. ${unasked}`;
    case 'unknown-audience':
      return `Microsoft Entra ID kennt in diesem Mandanten keine Ressource mit dem Namen ${resource}, und ${endpointInText[endpoint]} gibt das weiter.`;
    default:
      return refusalText[refusal];
  }
}
