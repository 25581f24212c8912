import type { Protocol } from '#app/flow/protocol.ts';
import { fieldWords } from './part-fields.ts';
import { headerWords } from './part-headers.ts';
import type { PartWords } from './part-words.ts';

/** A part, as `ui/kit/http-parts` names it. */
interface Part {
  readonly kind: string;
  readonly name: string;
  readonly value: string;
}

type Side = 'request' | 'response';

const addresses: Readonly<Record<Protocol, PartWords>> = {
  imds: {
    means: 'The path of the token endpoint in the instance metadata service.',
    reader: 'IMDS, on the machine’s own host.',
    without: 'Another path is answered 404.',
  },
  identityEndpoint: {
    means: 'The path of the identity endpoint, from the variable IDENTITY_ENDPOINT.',
    reader: 'The platform of the app.',
    without: 'Another path is answered 404.',
  },
  entra: {
    means: 'The token endpoint of a tenant: the GUID in it is the tenant ID.',
    reader: 'Microsoft Entra ID. It looks for the client in this tenant.',
    without: 'In another tenant the client does not exist, and no token is issued.',
  },
  keyVault: {
    means: 'What is wanted of the vault: a kind of object, its name, and a version where one is named.',
    reader: 'The vault. The name is part of the scope at which a role is looked for.',
    without: 'Another name is another object, or 404 once access is granted.',
  },
  storage: {
    means: 'A container and a blob in it.',
    reader: 'The storage account. The container is a scope at which a role may be assigned.',
    without: 'Another name is another blob, or 404 once access is granted.',
  },
  sql: {
    means: 'The server and the database to sign in to.',
    reader: 'The server of Azure SQL.',
    without: 'A user exists in one database: in another the same identity is nobody.',
  },
  cosmos: {
    means: 'A database, a container and an item.',
    reader: 'The account of Cosmos DB. A data role may be assigned for part of this path.',
    without: 'Another path is another item.',
  },
  messaging: {
    means: 'A queue, a topic or a hub, and what is to be done with its messages.',
    reader: 'The namespace. The queue is a scope at which a role may be assigned.',
    without: 'Another path is another queue.',
  },
  arm: {
    means: 'The resource ID of what is managed, and after it the operation.',
    reader: 'Azure Resource Manager. Roles are looked for at this resource and at everything above it.',
    without: 'Another path is another resource.',
  },
  graph: {
    means: 'What is wanted of the directory, behind the version of Microsoft Graph.',
    reader: 'Microsoft Graph. The path decides which app role the token has to hold.',
    without: 'Another path may ask for another app role.',
  },
  app: {
    means: 'An address inside your own app.',
    reader: 'The app’s code, once the sign-in in front of it has let the request through.',
    without: 'Another path is another part of the app.',
  },
};

const tds: PartWords = {
  means: 'Azure SQL speaks TDS, a protocol of its own, and not HTTP: there is no method, no header and no status.',
  reader: 'The server of Azure SQL.',
  without: 'The token travels in the sign-in message in place of a password.',
};

const methods: Readonly<Partial<Record<Protocol, string>>> = {
  imds: 'Any other method is answered 405.',
  identityEndpoint: 'Any other method is answered 405.',
  entra: 'Token requests are POST: their fields stand in the body and not in an address that is logged.',
};

function method({ value }: Part, protocol: Protocol): PartWords {
  if (value === 'TDS') return tds;
  return {
    means: `The method: what is to be done. ${verbs[value] ?? 'An operation.'}`,
    reader: 'Whoever answers. Which action a role has to allow follows from it.',
    without: methods[protocol] ?? 'Another method is another action, and may need another role.',
  };
}

const verbs: Readonly<Record<string, string>> = {
  GET: 'GET reads.',
  HEAD: 'HEAD reads the headers alone.',
  PUT: 'PUT writes.',
  POST: 'POST sends, or asks for something to be done.',
  PATCH: 'PATCH changes a part.',
  DELETE: 'DELETE removes.',
};

const version: PartWords = {
  means: 'The version of HTTP.',
  reader: 'Both ends of the connection.',
  without: 'Without it the line is no HTTP/1.1.',
};

const statuses: Readonly<Record<string, PartWords>> = {
  '2': {
    means: 'It was done.',
    reader: 'The caller.',
    without: 'Only a status from 200 to 299 means that the body holds what was asked for.',
  },
  '400': {
    means: 'The request itself is at fault: something is missing, wrong or ambiguous.',
    reader: 'The caller. SDKs do not repeat it: the same request gets the same answer.',
    without: 'The body says what is at fault.',
  },
  '401': {
    means: 'Who is calling could not be made sure of: there is no token, or none that is good here.',
    reader: 'The caller. A new token for the right audience may help; a role does not.',
    without: 'A caller who is known but not allowed gets 403 instead.',
  },
  '403': {
    means: 'The caller is known, and is not allowed to do this. From an identity endpoint: the secret header is wrong.',
    reader: 'The caller. A role or a network rule may help; another token for the same identity does not.',
    without: 'A caller who is not known gets 401 instead.',
  },
  '404': {
    means: 'Nothing is at this address.',
    reader: 'The caller.',
    without: 'Look at the path first.',
  },
  '405': {
    means: 'The address is right, the method is not.',
    reader: 'The caller.',
    without: 'IMDS takes GET alone.',
  },
  '409': {
    means: 'The state of things is in the way, such as a lock.',
    reader: 'The caller.',
    without: 'A role does not help: the lock has to go first.',
  },
  '410': {
    means: 'IMDS is being updated.',
    reader: 'The SDK, which waits up to 70 seconds and asks again.',
    without: 'Nothing is wrong with the request.',
  },
  '429': {
    means: 'Too many requests came at once.',
    reader: 'The SDK, which waits longer each time and asks again.',
    without: 'Nothing is wrong with the request.',
  },
  '500': {
    means: 'The service failed, or what it asked failed.',
    reader: 'The SDK, which asks again a few times.',
    without: 'The identity endpoint answers so for an audience that nobody knows.',
  },
};

const bodies: Readonly<Partial<Record<Protocol, PartWords>>> = {
  sql: {
    means: 'A statement in Transact-SQL, the rows that it gave, or the error.',
    reader: 'The database. What its user may do is granted inside the database.',
    without: 'Azure roles are not asked.',
  },
  storage: {
    means: 'The content of the blob.',
    reader: 'The caller who reads it, or the account that stores it.',
    without: 'An empty blob is a blob too.',
  },
};

const body: PartWords = {
  means: 'Text in no form that a machine reads.',
  reader: 'People who look for the fault.',
  without: 'The status says the same.',
};

/** What a part of a message is, who reads it, and what happens without it; null for one that no service here knows. */
export function partWords(protocol: Protocol, side: Side, part: Part): PartWords | null {
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
}

/** What stands around the explanations. */
export const partsWords = {
  listLabel: 'Parts of the message',
  hint: 'Point at a part of the message, or move through it with the arrow keys, to read what it is for.',
  partByPart: 'Part by part',
  reader: 'Read by',
  without: 'Without it',
  unknown: 'No service of this lab reads it.',
  title: (kind: string, name: string) => titles[kind]?.(name) ?? name,
} as const;

const titles: Readonly<Record<string, (name: string) => string>> = {
  method: () => 'Method',
  path: () => 'Path',
  version: () => 'Protocol',
  status: (name) => `Status ${name}`,
  body: () => 'Body',
  query: (name) => `Parameter ${name}`,
  header: (name) => `Header ${name}`,
  field: (name) => `Field ${name}`,
};
