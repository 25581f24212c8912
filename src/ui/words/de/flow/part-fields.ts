import type { Protocol } from '#app/flow/protocol.ts';
import type * as english from '#ui/words/en/flow/part-fields.ts';
import type { PartWords } from './part-words.ts';

type Table = Readonly<Record<string, PartWords>>;

const token: PartWords = {
  means: 'Das Zugriffstoken selbst, ein signiertes JWT.',
  reader: 'Das Ziel, für das es ist. Wer es angefordert hat, trägt es nur.',
  without: 'Es gibt nichts, womit sich das Ziel aufrufen ließe.',
};

const tracing: PartWords = {
  means: 'Eine ID dieser einen Antwort.',
  reader: 'Der Support.',
  without: 'Es ändert sich nichts. Es ist keine ID einer Identität.',
};

const expiry: PartWords = {
  means: 'Wann das Token abläuft, in Unix-Sekunden: sein Claim exp.',
  reader: 'Das SDK, um zu wissen, wann ein neues anzufordern ist.',
  without: 'Das SDK müsste in das Token sehen, das für das Ziel bestimmt ist.',
};

const life: PartWords = {
  means: 'Wie viele Sekunden das Token noch gültig ist; weniger, wenn es aus einem Cache kommt.',
  reader: 'Das SDK, um zu wissen, wann ein neues anzufordern ist.',
  without: 'expires_on sagt dasselbe.',
};

const errorText: PartWords = {
  means: 'Der Fehler in Worten.',
  reader: 'Sie. Programme sollten auf den Code achten.',
  without: 'Der Code ist derselbe.',
};

const errorCode: PartWords = {
  means: 'Der Fehler als Wort, das sich nicht ändert.',
  reader: 'SDKs und Skripts, und wer nach der Ursache sucht.',
  without: 'Der Status allein unterscheidet die Fehler nicht.',
};

const errorObject: PartWords = {
  means: 'Was schiefgegangen ist.',
  reader: 'Das SDK, das daraus seine Ausnahme macht.',
  without: 'Nur der Status bliebe übrig.',
};

const content: PartWords = {
  means: 'Ein Teil dessen, was angefordert wurde.',
  reader: 'Der Aufrufer.',
  without: 'Es ist der Inhalt, und kein Teil der Entscheidung.',
};

const tokenAnswer: Table = {
  access_token: token,
  client_id: {
    means: 'Die Client-ID der Identität, die geantwortet hat.',
    reader: 'Sie, um zu sehen, welche Identität es war.',
    without: 'Der Claim appid im Token sagt dasselbe.',
  },
  expires_in: life,
  ext_expires_in: life,
  expires_on: expiry,
  not_before: {
    means: 'Ab wann das Token gültig ist, in Unix-Sekunden: sein Claim nbf.',
    reader: 'Kaum jemand.',
    without: 'Das Token sagt es selbst.',
  },
  resource: {
    means: 'Die angeforderte Ressource, also die Zielgruppe des Tokens.',
    reader: 'Das SDK, das Tokens danach aufbewahrt.',
    without: 'Der Claim aud im Token sagt dasselbe.',
  },
  token_type: {
    means: 'Wie das Token vorgelegt wird: hinter dem Wort Bearer.',
    reader: 'Das SDK.',
    without: 'Wer das Token bei sich trägt, gilt als sein Besitzer; eine andere Art gibt es hier nicht.',
  },
  scope: {
    means: 'Wofür das Token ausgestellt wurde.',
    reader: 'Das SDK.',
    without: 'Das Token sagt es selbst.',
  },
};

const tokenRefusal: Table = {
  error: errorCode,
  error_description: errorText,
  error_codes: errorCode,
  error_uri: {
    means: 'Eine Seite über den Fehler.',
    reader: 'Sie.',
    without: 'Die Nummer im Text sagt dasselbe.',
  },
  timestamp: { means: 'Wann abgelehnt wurde.', reader: 'Der Support.', without: 'Es ändert sich nichts.' },
  trace_id: tracing,
  correlation_id: tracing,
  correlationid: tracing,
  statuscode: {
    means: 'Noch einmal der Status.',
    reader: 'Kaum jemand.',
    without: 'Die erste Zeile sagt dasselbe.',
  },
  message: errorText,
};

const errorBody: Table = {
  error: errorObject,
  'error.code': errorCode,
  'error.message': errorText,
  'error.innererror': errorObject,
  'error.innererror.code': errorCode,
  'error.innererror.date': {
    means: 'Wann abgelehnt wurde.',
    reader: 'Der Support.',
    without: 'Es ändert sich nichts.',
  },
  'error.innererror.request-id': tracing,
  'error.innererror.client-request-id': tracing,
  code: errorCode,
  message: errorText,
};

const resource: PartWords = {
  means: 'Die Zielgruppe: für welchen Dienst das Token sein soll. Jeder Dienst nimmt nur Tokens für sich selbst an.',
  reader: 'Der Endpunkt, und Microsoft Entra ID, das sie in aud schreibt.',
  without:
    'Die Antwort ist 400. Mit einer anderen Zielgruppe wird das Token ausgestellt, und das Ziel lehnt es mit 401 ab.',
};

const byResourceId: PartWords = {
  means: 'Nennt die Identität mit ihrer Ressourcen-ID.',
  reader: 'Der Endpunkt, der unter den Identitäten dieses Hosts sucht.',
  without: 'Die systemseitig zugewiesene Identität antwortet, sofern es eine gibt.',
};

const byObjectId: PartWords = {
  means: 'Nennt die Identität mit der Objekt-ID ihres Dienstprinzipals.',
  reader: 'Der Endpunkt, der unter den Identitäten dieses Hosts sucht.',
  without: 'Die systemseitig zugewiesene Identität antwortet, sofern es eine gibt.',
};

const selectors: Table = {
  resource,
  mi_res_id: byResourceId,
  msi_res_id: byResourceId,
  object_id: byObjectId,
  principal_id: byObjectId,
};

const requests: Readonly<Partial<Record<Protocol, Table>>> = {
  imds: {
    ...selectors,
    'api-version': {
      means: 'Die Version von IMDS, die gefragt wird.',
      reader: 'IMDS.',
      without: 'Die Antwort ist 400.',
    },
    client_id: {
      means: 'Nennt die Identität mit ihrer Client-ID.',
      reader: 'IMDS, das unter den Identitäten dieser VM sucht.',
      without:
        'Die systemseitig zugewiesene Identität antwortet; ohne sie eine einzelne benutzerseitig zugewiesene; von mehreren keine.',
    },
  },
  identityEndpoint: {
    ...selectors,
    'api-version': {
      means: 'Die Version des Identitätsendpunkts. Sie muss 2019-08-01 sein.',
      reader: 'Der Identitätsendpunkt.',
      without: 'Die Antwort ist eine Ablehnung.',
    },
    client_id: {
      means: 'Nennt die Identität mit ihrer Client-ID.',
      reader: 'Der Identitätsendpunkt, der unter den Identitäten dieser App sucht.',
      without:
        'Nur die systemseitig zugewiesene Identität antwortet: Eine benutzerseitig zugewiesene muss genannt werden, auch wenn sie die einzige ist.',
    },
  },
  entra: {
    client_id: {
      means: 'Die Client-ID dessen, der fragt.',
      reader: 'Microsoft Entra ID, das daran den Dienstprinzipal findet.',
      without: 'Niemand würde fragen.',
    },
    client_assertion: {
      means:
        'Der Nachweis anstelle eines Geheimnisses: signiert mit dem Zertifikat der Identität oder ausgestellt von einer anderen Plattform.',
      reader: 'Microsoft Entra ID.',
      without: 'Ohne Nachweis wird kein Token ausgestellt.',
    },
    client_assertion_type: {
      means: 'Der Nachweis ist ein signiertes JWT.',
      reader: 'Microsoft Entra ID.',
      without: 'Der Nachweis würde nicht verstanden.',
    },
    grant_type: {
      means:
        'Auf welche Weise ein Token angefordert wird: als der Client selbst oder mit etwas aus einer früheren Anmeldung.',
      reader: 'Microsoft Entra ID.',
      without: 'Die Anforderung würde nicht verstanden.',
    },
    refresh_token: {
      means: 'Was die Azure CLI von der Anmeldung einer Person behalten hat. Verwaltete Identitäten haben keines.',
      reader: 'Microsoft Entra ID.',
      without: 'Die Person muss sich noch einmal anmelden.',
    },
    resource,
    scope: {
      means: 'Die Zielgruppe, und dahinter /.default: alles, was dort gewährt wurde.',
      reader: 'Microsoft Entra ID, das die Zielgruppe in aud schreibt.',
      without: 'Niemand wüsste, für wen das Token sein soll.',
    },
  },
  keyVault: {
    'api-version': {
      means: 'Die Version der Schnittstelle von Key Vault.',
      reader: 'Der Tresor.',
      without: 'Der Tresor wüsste nicht, in welcher Form er antworten soll.',
    },
  },
  arm: {
    'api-version': {
      means: 'Die Version der Schnittstelle dieser Art von Ressource.',
      reader: 'Azure Resource Manager.',
      without: 'Die Antwort ist 400.',
    },
  },
};

const armResource: Table = {
  ...errorBody,
  id: {
    means: 'Die Ressourcen-ID.',
    reader: 'Wer die Ressource verwaltet.',
    without: 'Der Pfad sagt dasselbe.',
  },
};

const secret: Table = {
  ...errorBody,
  value: {
    means: 'Das Geheimnis.',
    reader: 'Die Anwendung: Dafür war der ganze Weg.',
    without: 'Rollen der Steuerungsebene zeigen alles über ein Geheimnis, nur das nicht.',
  },
  id: {
    means: 'Die Adresse des Geheimnisses mit seiner Version.',
    reader: 'Der Aufrufer.',
    without: 'Es ändert sich nichts.',
  },
};

const appAnswer: Table = {
  oid: {
    means: 'Die Objekt-ID des Aufrufers, wie die App sie aus dem Token gelesen hat.',
    reader: 'Der Code der App.',
    without: 'Die App müsste ihre Aufrufer auf andere Weise erkennen.',
  },
  caller: {
    means: 'Wer aufgerufen hat, wie es die Anmeldung vor der App dem Code mitteilt.',
    reader: 'Der Code der App.',
    without: 'Die App müsste das Token selbst lesen.',
  },
  roles: {
    means: 'Die App-Rollen im Token.',
    reader: 'Der Code der App, der danach entscheidet.',
    without: 'Azure-Rollen sind nie darunter.',
  },
};

const responses: Readonly<Partial<Record<Protocol, { readonly fields: Table; readonly others: PartWords | null }>>> = {
  imds: { fields: { ...tokenAnswer, ...tokenRefusal }, others: null },
  identityEndpoint: { fields: { ...tokenAnswer, ...tokenRefusal }, others: null },
  entra: { fields: { ...tokenAnswer, ...tokenRefusal }, others: null },
  keyVault: { fields: secret, others: content },
  arm: { fields: armResource, others: content },
  storage: { fields: errorBody, others: content },
  cosmos: { fields: errorBody, others: content },
  graph: { fields: errorBody, others: content },
  messaging: { fields: errorBody, others: content },
  app: { fields: { ...appAnswer, ...errorBody }, others: content },
};

/** What a parameter of a request or a field of a body is to that service. */
export const fieldWords: typeof english.fieldWords = (protocol, side, name) => {
  const key = name.toLowerCase();
  if (side === 'request') return requests[protocol]?.[key] ?? null;
  const known = responses[protocol];
  return known?.fields[key] ?? known?.others ?? null;
};
