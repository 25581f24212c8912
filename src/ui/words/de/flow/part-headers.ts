import type { Protocol } from '#app/flow/protocol.ts';
import type * as english from '#ui/words/en/flow/part-headers.ts';
import type { PartWords } from './part-words.ts';

type Table = Readonly<Record<string, PartWords>>;

const tracing: PartWords = {
  means: 'Eine ID dieser einen Anforderung.',
  reader: 'Der Support, und Sie in den Protokollen des Diensts.',
  without: 'Es ändert sich nichts. Es ist keine ID einer Identität.',
};

const caching: PartWords = {
  means: 'Niemand unterwegs darf diese Antwort aufbewahren.',
  reader: 'Proxys und Browser.',
  without: 'Ein Geheimnis oder ein Token könnte an einem Ort liegen bleiben, an den es nicht gehört.',
};

const security: PartWords = {
  means: 'Eine Vorschrift für Browser.',
  reader: 'Nur Browser; SDKs übergehen sie.',
  without: 'Für ein Programm ändert sich nichts.',
};

const server: PartWords = {
  means: 'Welches Programm geantwortet hat.',
  reader: 'Wer einen Fehler sucht: Daran ist zu sehen, ob der richtige Dienst geantwortet hat.',
  without: 'Es ändert sich nichts.',
};

const aboutBlob: PartWords = {
  means: 'Eine Eigenschaft des Blobs.',
  reader: 'Der Aufrufer.',
  without: 'Der Inhalt ist derselbe.',
};

const requests: Table = {
  host: {
    means: 'Der Name oder die Adresse, die aufgerufen wird.',
    reader: 'Wer unter dieser Adresse antwortet: Ein Computer kann für viele Namen antworten.',
    without: 'HTTP/1.1 verlangt ihn.',
  },
  authorization: {
    means: 'Das Zugriffstoken: Es sagt, wer aufruft. Wer es besitzt, gilt als diese Identität.',
    reader: 'Das Ziel. Es prüft Signatur, Aussteller, Zielgruppe und Zeit und sucht dann eine Rolle für die oid darin.',
    without: 'Die Antwort ist 401, oder der Aufrufer gilt als anonym.',
  },
  'content-type': {
    means: 'Die Form des Bodys.',
    reader: 'Wer den Body liest.',
    without: 'Der Body wird vielleicht nicht verstanden.',
  },
  'content-length': {
    means: 'Die Länge des Bodys in Bytes.',
    reader: 'Wer den Body liest, um zu wissen, wo er endet.',
    without: 'Das Ende des Bodys muss auf andere Weise mitgeteilt werden.',
  },
};

const responses: Table = {
  'content-type': {
    means: 'Die Form des Bodys.',
    reader: 'Das SDK des Aufrufers, das den Body danach liest.',
    without: 'Das SDK müsste raten.',
  },
  'content-length': {
    means: 'Die Länge des Bodys in Bytes.',
    reader: 'Der Aufrufer, um zu wissen, wo der Body endet.',
    without: 'Das Ende des Bodys muss auf andere Weise mitgeteilt werden.',
  },
  server,
  'cache-control': caching,
  pragma: caching,
  expires: caching,
  'strict-transport-security': security,
  'x-content-type-options': security,
  'x-ms-request-id': tracing,
  'x-ms-client-request-id': tracing,
  'x-ms-correlation-request-id': tracing,
  'x-ms-routing-request-id': tracing,
  'x-ms-activity-id': tracing,
  'x-correlation-id': tracing,
  'request-id': tracing,
  'client-request-id': tracing,
  'www-authenticate': {
    means: 'Die Aufforderung (Challenge): bei welchem Mandanten ein Token anzufordern ist, und für welche Zielgruppe.',
    reader: 'SDKs, die das hier genannte Token anfordern und noch einmal aufrufen.',
    without: 'Der Aufrufer muss Mandant und Zielgruppe vorher kennen.',
  },
  'retry-after': {
    means: 'Nach wie vielen Sekunden wieder gefragt werden soll.',
    reader: 'Das SDK.',
    without: 'Das SDK wartet so lange, wie es selbst für richtig hält.',
  },
  location: {
    means: 'Wo es weitergeht.',
    reader: 'Der Aufrufer.',
    without: 'Der Aufrufer muss die Adresse kennen.',
  },
};

const own: Readonly<Partial<Record<Protocol, { readonly request?: Table; readonly response?: Table }>>> = {
  imds: {
    request: {
      metadata: {
        means:
          'Ein Header, den kein Link und kein Bild senden kann: der Nachweis, dass Code auf der VM mit Absicht fragt.',
        reader: 'IMDS.',
        without: 'IMDS antwortet 400. Das hält Anforderungen fern, die ein Angreifer einen Server weiterreichen lässt.',
      },
      'x-forwarded-for': {
        means: 'Ein Proxy hat diese Anforderung für jemand anderen weitergereicht.',
        reader: 'IMDS, das jede Anforderung mit diesem Header ablehnt.',
        without: 'Ohne ihn gilt die Anforderung als eine der VM selbst.',
      },
    },
  },
  identityEndpoint: {
    request: {
      'x-identity-header': {
        means: 'Der Wert der Variablen IDENTITY_HEADER: ein Geheimnis, das nur der Code dieser App lesen kann.',
        reader: 'Der Identitätsendpunkt.',
        without: 'Die Antwort ist 403, bevor irgendetwas anderes angesehen wird. Es ist keine ID der Identität.',
      },
    },
  },
  keyVault: {
    response: {
      'x-ms-keyvault-network-info': {
        means: 'Die Adresse, von der die Anforderung aus Sicht des Tresors kam.',
        reader: 'Sie, wenn die Firewall ablehnt.',
        without: 'Es ändert sich nichts.',
      },
      'x-ms-keyvault-region': {
        means: 'Die Region des Tresors.',
        reader: 'Wer einen Fehler sucht.',
        without: 'Es ändert sich nichts.',
      },
      'x-ms-keyvault-service-version': server,
    },
  },
  storage: {
    request: {
      'x-ms-version': {
        means: 'Die Version des Storage-Protokolls.',
        reader: 'Das Speicherkonto: Tokens kennt es seit 2017-11-09.',
        without: 'Mit einem Token ist die Antwort 403 AuthenticationFailed.',
      },
      'x-ms-blob-type': {
        means: 'Die Art des Blobs, der geschrieben wird.',
        reader: 'Das Speicherkonto.',
        without: 'Ohne seine Art lässt sich ein Blob nicht schreiben.',
      },
    },
    response: {
      'x-ms-version': {
        means: 'Die Version des Protokolls, die geantwortet hat.',
        reader: 'Das SDK.',
        without: 'Es ändert sich nichts.',
      },
      'x-ms-error-code': {
        means: 'Der Fehler als Wort.',
        reader: 'Das SDK, das daraus seine Ausnahme macht: Der Status allein unterscheidet die Fehler nicht.',
        without: 'Dasselbe Wort steht im Body, sofern es einen gibt.',
      },
      'x-ms-blob-type': aboutBlob,
      etag: aboutBlob,
      'last-modified': aboutBlob,
      'accept-ranges': {
        means: 'Man darf einen Teil des Blobs verlangen: die Bytes von hier bis dort.',
        reader: 'Das SDK, bei großen Blobs.',
        without: 'Ein Client würde das Ganze holen.',
      },
      'content-range': {
        means: 'Welche Bytes das sind, und wie viele der Blob hat.',
        reader: 'Das SDK, das die Teile zusammensetzt.',
        without: 'Ein Client wüsste nicht, wohin der Teil gehört.',
      },
    },
  },
  cosmos: {
    request: {
      authorization: {
        means: 'Das Zugriffstoken in der Form von Cosmos DB, type=aad&ver=1.0&sig=…, codiert wie in einer Adresse.',
        reader: 'Das Konto. Es sucht eine Datenrolle für die oid darin.',
        without: 'Die Antwort ist 401. Ein Bearertoken wird nicht angenommen.',
      },
      'x-ms-date': {
        means: 'Wann die Anforderung entstanden ist.',
        reader: 'Das Konto.',
        without: 'Cosmos DB verlangt es in jeder Anforderung.',
      },
      'x-ms-version': {
        means: 'Die Version des Protokolls von Cosmos DB.',
        reader: 'Das Konto.',
        without: 'Eine ältere Form der Antwort.',
      },
    },
    response: {
      'x-ms-substatus': {
        means: 'Der Fehler genauer: 5301 ist eine fehlende Rolle.',
        reader: 'Sie: Der Status 403 allein hat viele Ursachen.',
        without: 'Die Meldung im Body sagt es in Worten.',
      },
    },
  },
};

/** What a header is to that service. */
export const headerWords: typeof english.headerWords = (protocol, side, name) => {
  const key = name.toLowerCase();
  const common = side === 'request' ? requests : responses;
  return own[protocol]?.[side]?.[key] ?? common[key] ?? null;
};
