import type { Protocol } from '#app/flow/protocol.ts';
import type { PartWords } from './part-words.ts';

type Table = Readonly<Record<string, PartWords>>;

const tracing: PartWords = {
  means: 'An id of this one request.',
  reader: 'Support, and you in the logs of the service.',
  without: 'Nothing changes. It is no id of an identity.',
};

const caching: PartWords = {
  means: 'Nobody on the way may keep this answer.',
  reader: 'Proxies and browsers.',
  without: 'A secret or a token might be kept where it does not belong.',
};

const security: PartWords = {
  means: 'A rule for browsers.',
  reader: 'Browsers alone; SDKs pass it over.',
  without: 'Nothing changes for a program.',
};

const server: PartWords = {
  means: 'Which program answered.',
  reader: 'People who look for a fault: it tells whether the right service answered.',
  without: 'Nothing changes.',
};

const aboutBlob: PartWords = {
  means: 'A property of the blob.',
  reader: 'The caller.',
  without: 'The content is the same.',
};

const requests: Table = {
  host: {
    means: 'The name or address that is called.',
    reader: 'Whoever answers at this address: one machine may answer for many names.',
    without: 'HTTP/1.1 asks for it.',
  },
  authorization: {
    means: 'The access token: it says who is calling. Whoever holds it is taken for that identity.',
    reader: 'The target. It checks signature, issuer, audience and time, then looks for a role of the oid in it.',
    without: 'The answer is 401, or the caller counts as anonymous.',
  },
  'content-type': {
    means: 'The form of the body.',
    reader: 'Whoever reads the body.',
    without: 'The body may not be understood.',
  },
  'content-length': {
    means: 'The length of the body in bytes.',
    reader: 'Whoever reads the body, to know where it ends.',
    without: 'The end of the body has to be told in another way.',
  },
};

const responses: Table = {
  'content-type': {
    means: 'The form of the body.',
    reader: 'The caller’s SDK, which reads the body by it.',
    without: 'The SDK would have to guess.',
  },
  'content-length': {
    means: 'The length of the body in bytes.',
    reader: 'The caller, to know where the body ends.',
    without: 'The end of the body has to be told in another way.',
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
    means: 'The challenge: which tenant to ask for a token, and for which audience.',
    reader: 'SDKs, which ask for the token that is named here and call again.',
    without: 'The caller has to know tenant and audience beforehand.',
  },
  'retry-after': {
    means: 'After how many seconds to ask again.',
    reader: 'The SDK.',
    without: 'The SDK waits as long as it thinks fit.',
  },
  location: {
    means: 'Where to go on.',
    reader: 'The caller.',
    without: 'The caller has to know the address.',
  },
};

const own: Readonly<Partial<Record<Protocol, { readonly request?: Table; readonly response?: Table }>>> = {
  imds: {
    request: {
      metadata: {
        means: 'A header that no link and no image can send: proof that code on the machine asks on purpose.',
        reader: 'IMDS.',
        without: 'IMDS answers 400. This keeps requests out that an attacker makes a server pass on.',
      },
      'x-forwarded-for': {
        means: 'A proxy passed this request on for somebody else.',
        reader: 'IMDS, which refuses every request that carries it.',
        without: 'Without it the request is taken as one of the machine’s own.',
      },
    },
  },
  identityEndpoint: {
    request: {
      'x-identity-header': {
        means: 'The value of the variable IDENTITY_HEADER: a secret that only this app’s code can read.',
        reader: 'The identity endpoint.',
        without: 'The answer is 403, before anything else is looked at. It is no id of the identity.',
      },
    },
  },
  keyVault: {
    response: {
      'x-ms-keyvault-network-info': {
        means: 'The address that the vault saw the request come from.',
        reader: 'You, when the firewall refuses.',
        without: 'Nothing changes.',
      },
      'x-ms-keyvault-region': {
        means: 'The region of the vault.',
        reader: 'People who look for a fault.',
        without: 'Nothing changes.',
      },
      'x-ms-keyvault-service-version': server,
    },
  },
  storage: {
    request: {
      'x-ms-version': {
        means: 'The version of the storage protocol.',
        reader: 'The storage account: tokens are known since 2017-11-09.',
        without: 'With a token the answer is 403 AuthenticationFailed.',
      },
      'x-ms-blob-type': {
        means: 'The kind of blob to write.',
        reader: 'The storage account.',
        without: 'A blob cannot be written without its kind.',
      },
    },
    response: {
      'x-ms-version': {
        means: 'The version of the protocol that answered.',
        reader: 'The SDK.',
        without: 'Nothing changes.',
      },
      'x-ms-error-code': {
        means: 'The error as a word.',
        reader: 'The SDK, which makes its exception of it: the status alone does not tell errors apart.',
        without: 'The same word stands in the body, where there is one.',
      },
      'x-ms-blob-type': aboutBlob,
      etag: aboutBlob,
      'last-modified': aboutBlob,
      'accept-ranges': {
        means: 'A part of the blob may be asked for: bytes from here to there.',
        reader: 'The SDK, for large blobs.',
        without: 'A client would fetch the whole.',
      },
      'content-range': {
        means: 'Which bytes these are, and how many the blob has.',
        reader: 'The SDK, which puts the parts together.',
        without: 'A client could not know where the part belongs.',
      },
    },
  },
  cosmos: {
    request: {
      authorization: {
        means: 'The access token in the form of Cosmos DB, type=aad&ver=1.0&sig=…, encoded as in an address.',
        reader: 'The account. It looks for a data role of the oid in it.',
        without: 'The answer is 401. A bearer token is not taken.',
      },
      'x-ms-date': {
        means: 'When the request was made.',
        reader: 'The account.',
        without: 'Cosmos DB asks for it in every request.',
      },
      'x-ms-version': {
        means: 'The version of the protocol of Cosmos DB.',
        reader: 'The account.',
        without: 'An older form of the answer.',
      },
    },
    response: {
      'x-ms-substatus': {
        means: 'The error more closely: 5301 is a role that is missing.',
        reader: 'You: the status 403 alone has many causes.',
        without: 'The message in the body says it in words.',
      },
    },
  },
};

/** What a header is to that service. */
export function headerWords(protocol: Protocol, side: 'request' | 'response', name: string): PartWords | null {
  const key = name.toLowerCase();
  const common = side === 'request' ? requests : responses;
  return own[protocol]?.[side]?.[key] ?? common[key] ?? null;
}
