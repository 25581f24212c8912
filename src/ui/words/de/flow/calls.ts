import type { Story, Wanted } from '#app/flow/scene.ts';
import type { GateName } from '#domain/rbac/access.ts';
import type * as english from '#ui/words/en/flow/calls.ts';
import { clock as time } from '../time.ts';
import { askerName, audience, wanted } from './phrases.ts';

export const callMade: typeof english.callMade = ({ by, target, wanted: thing, withToken, withKey }) => {
  const who = by === 'platform' ? askerName.platform : askerName.application;
  const wish = thing.kind === 'unknown' ? '' : `Sie will ${wanted(thing)}. `;
  const label = thing.kind === 'unknown' ? 'ruft auf' : `liest ${thing.name}`;
  if (withKey) {
    return {
      title: `${who} ruft ${target} mit einem Kontoschlüssel auf`,
      text: `${wish}Ein Schlüssel öffnet alles im Konto und sagt nicht, wer aufruft.`,
      label,
    };
  }
  return {
    title: `${who} ruft ${target} ${withToken ? 'mit dem Token' : 'ohne Token'} auf`,
    text: withToken
      ? `${wish}Das Token reist im Header Authorization, und was ${target} über den Aufrufer erfährt, ist das, was das Token sagt.`
      : `${wish}Nichts an diesem Aufruf sagt, von wem er kommt.`,
    label,
  };
};

const answerLabel = { secret: 'das Geheimnis', blob: 'der Blob', unknown: 'antwortet' } as const;

export const callAnswered: typeof english.callAnswered = ({ target, wanted: thing, status, speaker, gate, role }) => {
  const who = speaker?.name ?? '';
  const grant = role === null ? '' : ` ${who} hat die Rolle ${role.name} im Bereich ${role.at ?? 'Abonnement'}.`;
  const left = ` Der Dienstprinzipal ${who} ist gelöscht; das Token gilt weiter, und die zurückgebliebene Rollenzuweisung passt noch zu ihm.`;
  return {
    title: withStatus(`${target} antwortet`, status),
    text: `${passedBy(gate)}${speaker?.gone === true ? left : grant} ${outcome(thing, status)}`,
    label: answerLabel[thing.kind],
  };
};

/** A blob that was written is not in the answer, and neither is what nobody can name. */
function outcome(thing: Wanted, status: number | null): string {
  if (thing.kind === 'unknown') return 'Die Anforderung wird ausgeführt.';
  return status === 201
    ? `${thing.kind === 'blob' ? 'Der Blob' : 'Das Geheimnis'} ${thing.name} ist gespeichert.`
    : `Die Antwort enthält ${wanted(thing)}.`;
}

/** How the last gate was passed. */
function passedBy(gate: GateName | null): string {
  const all = 'Das Token besteht jede Prüfung, und die letzte findet';
  switch (gate) {
    case 'policy':
      return `${all} eine Zugriffsrichtlinie des Tresors, die es erlaubt.`;
    case 'databaseUser':
      return `${all} einen Benutzer der Datenbank, der für den Aufrufer steht.`;
    case 'cosmosRole':
      return `${all} eine Datenrolle von Cosmos DB, die es erlaubt.`;
    case 'appRole':
      return `${all} die App-Rolle im Token.`;
    case 'application':
      return 'Das Token besteht jede Prüfung, und die letzte ergibt, dass die App diesen Client zulässt.';
    case 'sharedKey':
      return 'Der Kontoschlüssel passt, und nach einer Identität wird nicht gefragt.';
    case 'condition':
      return `${all} eine Rolle, deren Bedingung erfüllt ist.`;
    default:
      return `${all} eine Rolle, die es erlaubt.`;
  }
}

/** A database's protocol has no status to be told. */
function withStatus(what: string, status: number | null): string {
  return status === null ? what : `${what}: ${status}`;
}

export const callRefused: typeof english.callRefused = (story) => {
  const title = withStatus(`${story.target} lehnt ab`, story.status);
  return { title, text: whyCallRefused(story), label: refusedLabel(story) };
};

function refusedLabel({ gate, status, code, pendingUntil }: Extract<Story, { tells: 'call-refused' }>): string {
  if (pendingUntil !== null) return 'Rolle noch nicht wirksam';
  if (gate !== null) return gateLabel[gate.gate];
  return status === 404 || code === '' ? 'nicht gefunden' : code;
}

const gateLabel: Readonly<Record<GateName, string>> = {
  token: 'kein Token',
  signature: 'falsche Signatur',
  issuer: 'falscher Aussteller',
  audience: 'falsche Zielgruppe',
  lifetime: 'abgelaufen',
  sharedKey: 'Schlüssel abgelehnt',
  network: 'Netzwerk abgelehnt',
  deny: 'verboten',
  role: 'keine Rolle',
  condition: 'Bedingung nicht erfüllt',
  policy: 'keine Zugriffsrichtlinie',
  databaseUser: 'kein Datenbankbenutzer',
  cosmosRole: 'keine Datenrolle',
  appRole: 'keine App-Rolle',
  application: 'Client nicht zugelassen',
};

/** Why a gate that is not about the token itself refused. */
const refusalOfGate: Readonly<Partial<Record<GateName, string>>> = {
  sharedKey:
    'Das Konto nimmt diesen Schlüssel nicht an: Gemeinsam verwendete Schlüssel sind ausgeschaltet, oder der Schlüssel wurde erneuert.',
  network: 'Die Firewall lässt diese Adresse nicht zu. Wer aufruft, ist hier gleichgültig.',
  deny: 'Eine Ablehnungszuweisung entzieht die Aktion, ganz gleich, was Rollen gewähren.',
  condition: 'Eine Rolle würde es erlauben, doch die Bedingung der Zuweisung ist für diese Anforderung nicht erfüllt.',
  policy:
    'Der Tresor entscheidet nach Zugriffsrichtlinien, und keine gibt diesem Aufrufer die Berechtigung. Azure-Rollen werden nicht gefragt.',
  databaseUser:
    'Das Token ist gut, doch die Datenbank hat keinen Benutzer, der dafür steht. Eine Azure-Rolle am Server gibt keine Daten frei.',
  cosmosRole:
    'Das Token ist gut, doch das Konto hat dafür keine Datenrolle. Azure-Rollen am Konto geben keine Daten frei.',
  appRole: 'Das Token ist gut, doch es enthält keine App-Rolle, die die API verlangt.',
  application: 'Das Token ist gut, doch die App lässt andere Clients zu, diesen nicht.',
};

function whyCallRefused(story: Extract<Story, { tells: 'call-refused' }>): string {
  const { target, wanted: thing, gate, speaker, pendingUntil, status, code } = story;
  if (gate === null && status !== 404 && code !== '') {
    return `Wer aufruft, ist hier nicht die Frage. ${target} antwortet ${code}; die Meldung sagt, warum.`;
  }
  if (gate === null) {
    return `Der Aufrufer darf fragen, doch ${target} hat ${wanted(thing)} nicht.`;
  }
  switch (gate.gate) {
    case 'token':
      return `Der Aufruf enthält kein lesbares Token. ${target} verlangt eines.`;
    case 'signature':
      return 'Die Signatur passt nicht: Das Token wurde geändert oder von jemand anderem signiert.';
    case 'issuer':
      return `Das Token kommt aus einem Mandanten, dem ${target} nicht vertraut.`;
    case 'audience':
      return `Das Token ist für ${audience(gate.found)}, und ${target} nimmt nur Tokens für ${audience(gate.expected)} an.`;
    case 'lifetime':
      return 'Das Token ist abgelaufen.';
    case 'role':
      return pendingUntil === null
        ? `Das Token ist gut, doch ${speaker?.name ?? 'sein Prinzipal'} hat hier keine Rolle, die das erlaubt. Eine Identität zu haben heißt nicht, Zugriff zu haben.`
        : `Das Token ist gut, und die Rolle ist zugewiesen, aber noch nicht wirksam: Sie wirkt spätestens ab ${time(pendingUntil)}.`;
    default:
      return refusalOfGate[gate.gate] ?? '';
  }
}
