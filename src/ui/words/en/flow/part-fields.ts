import type { Protocol } from '#app/flow/protocol.ts';
import type { PartWords } from './part-words.ts';

type Table = Readonly<Record<string, PartWords>>;

const token: PartWords = {
  means: 'The access token itself, a signed JWT.',
  reader: 'The target that it is for. Whoever asked only carries it.',
  without: 'There is nothing to call the target with.',
};

const tracing: PartWords = {
  means: 'An id of this one answer.',
  reader: 'Support.',
  without: 'Nothing changes. It is no id of an identity.',
};

const expiry: PartWords = {
  means: 'When the token expires, in Unix seconds: its claim exp.',
  reader: 'The SDK, to know when to ask anew.',
  without: 'The SDK would have to look into the token, which is meant for the target.',
};

const life: PartWords = {
  means: 'How many seconds of the token’s life are left; fewer where it comes from a cache.',
  reader: 'The SDK, to know when to ask anew.',
  without: 'expires_on says the same.',
};

const errorText: PartWords = {
  means: 'The error in words.',
  reader: 'You. Programs should look at the code.',
  without: 'The code is the same.',
};

const errorCode: PartWords = {
  means: 'The error as a word that does not change.',
  reader: 'SDKs and scripts, and whoever searches for the cause.',
  without: 'The status alone does not tell errors apart.',
};

const errorObject: PartWords = {
  means: 'What went wrong.',
  reader: 'The SDK, which makes its exception of it.',
  without: 'Only the status would be left.',
};

const content: PartWords = {
  means: 'A part of what was asked for.',
  reader: 'The caller.',
  without: 'It is the content, and no part of the decision.',
};

const tokenAnswer: Table = {
  access_token: token,
  client_id: {
    means: 'The client ID of the identity that answered.',
    reader: 'You, to see which identity it was.',
    without: 'The claim appid in the token says the same.',
  },
  expires_in: life,
  ext_expires_in: life,
  expires_on: expiry,
  not_before: {
    means: 'From when the token is valid, in Unix seconds: its claim nbf.',
    reader: 'Seldom anybody.',
    without: 'The token says it itself.',
  },
  resource: {
    means: 'The resource that was asked for, and the audience of the token.',
    reader: 'The SDK, which keeps tokens by it.',
    without: 'The claim aud in the token says the same.',
  },
  token_type: {
    means: 'How the token is presented: after the word Bearer.',
    reader: 'The SDK.',
    without: 'Whoever bears the token counts as its owner; there is no other kind here.',
  },
  scope: {
    means: 'What the token was issued for.',
    reader: 'The SDK.',
    without: 'The token says it itself.',
  },
};

const tokenRefusal: Table = {
  error: errorCode,
  error_description: errorText,
  error_codes: errorCode,
  error_uri: {
    means: 'A page about the error.',
    reader: 'You.',
    without: 'The number in the text says the same.',
  },
  timestamp: { means: 'When it was refused.', reader: 'Support.', without: 'Nothing changes.' },
  trace_id: tracing,
  correlation_id: tracing,
  correlationid: tracing,
  statuscode: {
    means: 'The status once more.',
    reader: 'Seldom anybody.',
    without: 'The first line says the same.',
  },
  message: errorText,
};

const errorBody: Table = {
  error: errorObject,
  'error.code': errorCode,
  'error.message': errorText,
  'error.innererror': errorObject,
  'error.innererror.code': errorCode,
  'error.innererror.date': { means: 'When it was refused.', reader: 'Support.', without: 'Nothing changes.' },
  'error.innererror.request-id': tracing,
  'error.innererror.client-request-id': tracing,
  code: errorCode,
  message: errorText,
};

const resource: PartWords = {
  means: 'The audience: for which service the token shall be. Each service takes tokens for itself alone.',
  reader: 'The endpoint, and Microsoft Entra ID, which writes it into aud.',
  without: 'The answer is 400. With another audience the token is issued and its target refuses it with 401.',
};

const byResourceId: PartWords = {
  means: 'Names the identity by its resource ID.',
  reader: 'The endpoint, which looks among the identities of this host.',
  without: 'The system-assigned identity answers where there is one.',
};

const byObjectId: PartWords = {
  means: 'Names the identity by the object ID of its service principal.',
  reader: 'The endpoint, which looks among the identities of this host.',
  without: 'The system-assigned identity answers where there is one.',
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
      means: 'The version of IMDS that is asked.',
      reader: 'IMDS.',
      without: 'The answer is 400.',
    },
    client_id: {
      means: 'Names the identity by its client ID.',
      reader: 'IMDS, which looks among the identities of this machine.',
      without: 'The system-assigned identity answers; without one, a single user-assigned one; of several none.',
    },
  },
  identityEndpoint: {
    ...selectors,
    'api-version': {
      means: 'The version of the identity endpoint. It has to be 2019-08-01.',
      reader: 'The identity endpoint.',
      without: 'The answer is a refusal.',
    },
    client_id: {
      means: 'Names the identity by its client ID.',
      reader: 'The identity endpoint, which looks among the identities of this app.',
      without: 'Only the system-assigned identity answers: a user-assigned one has to be named, even alone.',
    },
  },
  entra: {
    client_id: {
      means: 'The client ID of whoever asks.',
      reader: 'Microsoft Entra ID, which finds the service principal by it.',
      without: 'Nobody would be asking.',
    },
    client_assertion: {
      means:
        'The proof in place of a secret: signed with the certificate of the identity, or issued by another platform.',
      reader: 'Microsoft Entra ID.',
      without: 'Without proof no token is issued.',
    },
    client_assertion_type: {
      means: 'The proof is a signed JWT.',
      reader: 'Microsoft Entra ID.',
      without: 'The proof would not be understood.',
    },
    grant_type: {
      means: 'In which way a token is asked for: as the client itself, or with something from an earlier sign-in.',
      reader: 'Microsoft Entra ID.',
      without: 'The request would not be understood.',
    },
    refresh_token: {
      means: 'What the Azure CLI kept from the sign-in of a person. Managed identities have none.',
      reader: 'Microsoft Entra ID.',
      without: 'The person has to sign in again.',
    },
    resource,
    scope: {
      means: 'The audience, and after it /.default: everything that was granted there.',
      reader: 'Microsoft Entra ID, which writes the audience into aud.',
      without: 'Nobody would know for whom the token shall be.',
    },
  },
  keyVault: {
    'api-version': {
      means: 'The version of the interface of Key Vault.',
      reader: 'The vault.',
      without: 'The vault would not know in which form to answer.',
    },
  },
  arm: {
    'api-version': {
      means: 'The version of the interface of this kind of resource.',
      reader: 'Azure Resource Manager.',
      without: 'The answer is 400.',
    },
  },
};

const armResource: Table = {
  ...errorBody,
  id: { means: 'The resource ID.', reader: 'Whoever manages the resource.', without: 'The path says the same.' },
};

const secret: Table = {
  ...errorBody,
  value: {
    means: 'The secret.',
    reader: 'The application: this is what the whole way was for.',
    without: 'Roles of the control plane show everything about a secret but this.',
  },
  id: { means: 'The address of the secret with its version.', reader: 'The caller.', without: 'Nothing changes.' },
};

const appAnswer: Table = {
  oid: {
    means: 'The object ID of the caller, as the app read it from the token.',
    reader: 'The app’s code.',
    without: 'The app would have to know its callers in another way.',
  },
  caller: {
    means: 'Who called, as the sign-in in front of the app tells the code.',
    reader: 'The app’s code.',
    without: 'The app would have to read the token itself.',
  },
  roles: {
    means: 'The app roles in the token.',
    reader: 'The app’s code, which decides by them.',
    without: 'Azure roles are never among them.',
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
export function fieldWords(protocol: Protocol, side: 'request' | 'response', name: string): PartWords | null {
  const key = name.toLowerCase();
  if (side === 'request') return requests[protocol]?.[key] ?? null;
  const known = responses[protocol];
  return known?.fields[key] ?? known?.others ?? null;
}
