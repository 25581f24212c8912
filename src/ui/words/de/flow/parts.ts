import type { Protocol } from '#app/flow/protocol.ts';
import type * as english from '#ui/words/en/flow/parts.ts';
import type { Translated } from '#ui/words/translation.ts';
import { fieldWords } from './part-fields.ts';
import { headerWords } from './part-headers.ts';
import type { PartWords } from './part-words.ts';

const addresses: Readonly<Record<Protocol, PartWords>> = {
  imds: {
    means: 'Der Pfad des Tokenendpunkts im Instanzmetadatendienst.',
    reader: 'IMDS, auf dem Host der VM selbst.',
    without: 'Ein anderer Pfad wird mit 404 beantwortet.',
  },
  identityEndpoint: {
    means: 'Der Pfad des Identitätsendpunkts, aus der Variablen IDENTITY_ENDPOINT.',
    reader: 'Die Plattform der App.',
    without: 'Ein anderer Pfad wird mit 404 beantwortet.',
  },
  entra: {
    means: 'Der Tokenendpunkt eines Mandanten: Die GUID darin ist die Mandanten-ID.',
    reader: 'Microsoft Entra ID. Es sucht den Client in diesem Mandanten.',
    without: 'In einem anderen Mandanten gibt es den Client nicht, und kein Token wird ausgestellt.',
  },
  keyVault: {
    means: 'Was vom Tresor gewünscht wird: eine Art von Objekt, sein Name und, sofern eine genannt ist, eine Version.',
    reader: 'Der Tresor. Der Name gehört zum Bereich, in dem eine Rolle gesucht wird.',
    without: 'Ein anderer Name ist ein anderes Objekt, oder 404, sobald der Zugriff gewährt ist.',
  },
  storage: {
    means: 'Ein Container und ein Blob darin.',
    reader: 'Das Speicherkonto. Der Container ist ein Bereich, in dem eine Rolle zugewiesen sein kann.',
    without: 'Ein anderer Name ist ein anderer Blob, oder 404, sobald der Zugriff gewährt ist.',
  },
  sql: {
    means: 'Der Server und die Datenbank, an der sich jemand anmeldet.',
    reader: 'Der Server von Azure SQL.',
    without: 'Einen Benutzer gibt es in einer Datenbank: In einer anderen ist dieselbe Identität niemand.',
  },
  cosmos: {
    means: 'Eine Datenbank, ein Container und ein Element.',
    reader: 'Das Konto von Cosmos DB. Eine Datenrolle kann für einen Teil dieses Pfads zugewiesen sein.',
    without: 'Ein anderer Pfad ist ein anderes Element.',
  },
  messaging: {
    means: 'Eine Warteschlange, ein Thema oder ein Hub, und was mit den Nachrichten darin geschehen soll.',
    reader: 'Der Namespace. Die Warteschlange ist ein Bereich, in dem eine Rolle zugewiesen sein kann.',
    without: 'Ein anderer Pfad ist eine andere Warteschlange.',
  },
  arm: {
    means: 'Die Ressourcen-ID dessen, was verwaltet wird, und dahinter der Vorgang.',
    reader: 'Azure Resource Manager. Rollen werden an dieser Ressource und an allem darüber gesucht.',
    without: 'Ein anderer Pfad ist eine andere Ressource.',
  },
  graph: {
    means: 'Was vom Verzeichnis gewünscht wird, hinter der Version von Microsoft Graph.',
    reader: 'Microsoft Graph. Der Pfad entscheidet, welche App-Rolle das Token enthalten muss.',
    without: 'Ein anderer Pfad verlangt vielleicht eine andere App-Rolle.',
  },
  app: {
    means: 'Eine Adresse innerhalb Ihrer eigenen App.',
    reader: 'Der Code der App, sobald die Anmeldung davor die Anforderung durchgelassen hat.',
    without: 'Ein anderer Pfad ist ein anderer Teil der App.',
  },
};

const tds: PartWords = {
  means:
    'Azure SQL spricht TDS, ein eigenes Protokoll, und nicht HTTP: Es gibt keine Methode, keinen Header und keinen Status.',
  reader: 'Der Server von Azure SQL.',
  without: 'Das Token reist in der Anmeldenachricht, anstelle eines Kennworts.',
};

const methods: Readonly<Partial<Record<Protocol, string>>> = {
  imds: 'Jede andere Methode wird mit 405 beantwortet.',
  identityEndpoint: 'Jede andere Methode wird mit 405 beantwortet.',
  entra: 'Tokenanforderungen sind POST: Ihre Felder stehen im Body und nicht in einer Adresse, die protokolliert wird.',
};

function method({ value }: Parameters<typeof english.partWords>[2], protocol: Protocol): PartWords {
  if (value === 'TDS') return tds;
  return {
    means: `Die Methode: was getan werden soll. ${verbs[value] ?? 'Ein Vorgang.'}`,
    reader: 'Wer antwortet. Daraus folgt, welche Aktion eine Rolle erlauben muss.',
    without:
      methods[protocol] ?? 'Eine andere Methode ist eine andere Aktion und braucht vielleicht eine andere Rolle.',
  };
}

const verbs: Readonly<Record<string, string>> = {
  GET: 'GET liest.',
  HEAD: 'HEAD liest nur die Header.',
  PUT: 'PUT schreibt.',
  POST: 'POST sendet etwas oder löst etwas aus.',
  PATCH: 'PATCH ändert einen Teil.',
  DELETE: 'DELETE entfernt.',
};

const version: PartWords = {
  means: 'Die Version von HTTP.',
  reader: 'Beide Enden der Verbindung.',
  without: 'Ohne sie ist die Zeile kein HTTP/1.1.',
};

const statuses: Readonly<Record<string, PartWords>> = {
  '2': {
    means: 'Es ist geschehen.',
    reader: 'Der Aufrufer.',
    without: 'Nur ein Status von 200 bis 299 bedeutet, dass der Body das Angeforderte enthält.',
  },
  '400': {
    means: 'An der Anforderung selbst liegt es: Etwas fehlt, ist falsch oder mehrdeutig.',
    reader: 'Der Aufrufer. SDKs wiederholen sie nicht: Dieselbe Anforderung bekommt dieselbe Antwort.',
    without: 'Der Body sagt, woran es liegt.',
  },
  '401': {
    means: 'Wer aufruft, ließ sich nicht feststellen: Es gibt kein Token oder keines, das hier gut ist.',
    reader: 'Der Aufrufer. Ein neues Token für die richtige Zielgruppe kann helfen, eine Rolle nicht.',
    without: 'Ein Aufrufer, der bekannt ist, aber nicht darf, bekommt stattdessen 403.',
  },
  '403': {
    means: 'Der Aufrufer ist bekannt und darf das nicht. Von einem Identitätsendpunkt: Der geheime Header ist falsch.',
    reader:
      'Der Aufrufer. Eine Rolle oder eine Netzwerkregel kann helfen, ein anderes Token für dieselbe Identität nicht.',
    without: 'Ein Aufrufer, der nicht bekannt ist, bekommt stattdessen 401.',
  },
  '404': {
    means: 'Unter dieser Adresse gibt es nichts.',
    reader: 'Der Aufrufer.',
    without: 'Sehen Sie sich zuerst den Pfad an.',
  },
  '405': {
    means: 'Die Adresse stimmt, die Methode nicht.',
    reader: 'Der Aufrufer.',
    without: 'IMDS nimmt nur GET an.',
  },
  '409': {
    means: 'Der Stand der Dinge steht im Weg, etwa eine Sperre.',
    reader: 'Der Aufrufer.',
    without: 'Eine Rolle hilft nicht: Zuerst muss die Sperre weg.',
  },
  '410': {
    means: 'IMDS wird aktualisiert.',
    reader: 'Das SDK, das bis zu 70 Sekunden wartet und noch einmal fragt.',
    without: 'An der Anforderung ist nichts falsch.',
  },
  '429': {
    means: 'Zu viele Anforderungen kamen auf einmal.',
    reader: 'Das SDK, das jedes Mal länger wartet und noch einmal fragt.',
    without: 'An der Anforderung ist nichts falsch.',
  },
  '500': {
    means: 'Der Dienst ist fehlgeschlagen, oder etwas, das er seinerseits gefragt hat.',
    reader: 'Das SDK, das einige Male noch einmal fragt.',
    without: 'Der Identitätsendpunkt antwortet so bei einer Zielgruppe, die niemand kennt.',
  },
};

const bodies: Readonly<Partial<Record<Protocol, PartWords>>> = {
  sql: {
    means: 'Eine Anweisung in Transact-SQL, die Zeilen, die sie ergeben hat, oder der Fehler.',
    reader: 'Die Datenbank. Was ihr Benutzer darf, wird in der Datenbank gewährt.',
    without: 'Azure-Rollen werden nicht gefragt.',
  },
  storage: {
    means: 'Der Inhalt des Blobs.',
    reader: 'Der Aufrufer, der ihn liest, oder das Konto, das ihn speichert.',
    without: 'Auch ein leerer Blob ist ein Blob.',
  },
};

const body: PartWords = {
  means: 'Text in keiner Form, die eine Maschine liest.',
  reader: 'Wer den Fehler sucht.',
  without: 'Der Status sagt dasselbe.',
};

/** What a part of a message is, who reads it, and what happens without it; null for one that no service here knows. */
export const partWords: typeof english.partWords = (protocol, side, part) => {
  switch (part.kind) {
    case 'method':
      return method(part, protocol);
    case 'path':
      return side === 'request' ? addresses[protocol] : tds;
    case 'version':
      return version;
    case 'status':
      return statuses[part.name] ?? statuses[part.name.charAt(0)] ?? null;
    case 'header':
      return headerWords(protocol, side, part.name);
    case 'query':
    case 'field':
      return fieldWords(protocol, side, part.name);
    case 'body':
      return bodies[protocol] ?? body;
    default:
      return null;
  }
};

/** What stands around the explanations. */
export const partsWords: Translated<typeof english.partsWords> = {
  listLabel: 'Teile der Nachricht',
  hint: 'Zeigen Sie auf einen Teil der Nachricht, oder gehen Sie mit den Pfeiltasten hindurch, um zu lesen, wozu er da ist.',
  partByPart: 'Teil für Teil',
  reader: 'Wer es liest',
  without: 'Sonst',
  unknown: 'Kein Dienst in diesem Lab liest das.',
  title: (kind, name) => titles[kind]?.(name) ?? name,
};

const titles: Readonly<Record<string, (name: string) => string>> = {
  method: () => 'Methode',
  path: () => 'Pfad',
  version: () => 'Protokoll',
  status: (name) => `Status ${name}`,
  body: () => 'Body',
  query: (name) => `Parameter ${name}`,
  header: (name) => `Header ${name}`,
  field: (name) => `Feld ${name}`,
};
