import type { ErrorWords } from './words.ts';

const wrongKey = 'Nobody but Microsoft Entra ID can make a token that is taken: get a new one, and change none.';
const later = 'The token’s time has yet to come: a clock is wrong.';
const setClock = 'Set the clock of the machine that compares.';
const askAgain = 'Ask for a new token; SDKs do so before the old one expires.';
const notSimulated = 'The simulator does not have this operation.';
const seeWhich = 'Use one of those that the answer names.';

export const keyVault = {
  'vault-no-token': {
    cause: 'The request has no token. SDKs send their first one so, to be told where to get which.',
    cure: 'Send `Authorization: Bearer <token>`. The header `WWW-Authenticate` names tenant and audience.',
  },
  'vault-token-unreadable': {
    cause: 'What was sent is no token.',
    cure: 'Send `access_token` of the answer, not the whole answer.',
  },
  'vault-key-unknown': { cause: 'The key that signed the token is none of Microsoft Entra ID.', cure: wrongKey },
  'vault-signature': { cause: 'The token was changed after it was signed.', cure: wrongKey },
  'vault-issuer': {
    cause: 'The token is of another tenant than the vault.',
    cure: 'Sign in to the tenant of the vault. An identity belongs to one tenant only.',
  },
  'vault-audience': {
    cause: 'The token is for another service, or was asked for with a slash at the end.',
    cure: 'Ask for `https://vault.azure.net`, without a slash.',
  },
  'vault-token-expired': { cause: 'The token has expired.', cure: askAgain },
  'vault-token-not-yet-valid': { cause: later, cure: setClock },
  'vault-forbidden-by-rbac': {
    cause:
      'The vault decides by Azure roles, and no role of the caller has this data action here. Owner and Contributor have none. A new assignment may not be in force yet.',
    cure: 'Assign Key Vault Secrets User to the object ID in the message, at the vault, and wait up to ten minutes.',
  },
  'vault-denied': {
    cause: 'A deny assignment forbids it, whatever roles grant.',
    cure: 'Look for the deployment stack or managed application that made the deny assignment.',
  },
  'vault-access-denied': {
    cause: 'The vault decides by access policies, and none is of the caller. An Azure role does not help.',
    cure: 'Add a policy for the object ID in the message, or change the vault’s permission model to Azure roles.',
  },
  'vault-forbidden-by-policy': {
    cause: 'The caller’s access policy does not hold this permission: `get` and `list` are two.',
    cure: 'Add the permission that the message names to the policy.',
  },
  'vault-forbidden-by-firewall': {
    cause: 'The vault’s firewall does not let this address in. Role and token play no part in it.',
    cure: 'Add the address in the message to the network rules, or come by a private endpoint. App Service is no trusted service.',
  },
  'vault-forbidden-by-connection': {
    cause: 'Public access to the vault is off.',
    cure: 'Come by a private endpoint, or turn public access on for chosen addresses.',
  },
  'vault-secret-not-found': {
    cause: 'The vault has no secret of this name or version. It may be deleted and recoverable.',
    cure: 'Check the name; recover the secret if it was deleted.',
  },
  'vault-deleted-secret-not-found': {
    cause: 'No deleted secret of this name: it was never there, or has been purged.',
    cure: 'List the deleted secrets of the vault.',
  },
  'vault-secret-name-held': {
    cause: 'A deleted secret holds the name until it is purged.',
    cure: 'Recover it, or purge it and write again.',
  },
  'vault-secret-disabled': {
    cause: 'This version of the secret is switched off.',
    cure: 'Read another version, or switch it on again: that needs the right to update secrets.',
  },
  'vault-bad-parameter': {
    cause: 'The name is against its rule, or the body has no value.',
    cure: 'Names have 1 to 127 letters, digits and hyphens.',
  },
  'vault-operation-unknown': {
    cause: notSimulated,
    cure: 'Read and write secrets; keys and certificates are left out.',
  },
} as const satisfies Readonly<Record<string, ErrorWords>>;

export const storage = {
  'blob-no-token': {
    cause: 'The request has no token and no key.',
    cure: 'Send `Authorization: Bearer <token>` with `x-ms-version`.',
  },
  'blob-hidden': {
    cause: 'No token and an old `x-ms-version`: older versions hide what is private.',
    cure: 'Send a token, and a version since 2019-12-12 to be told when it is missing.',
  },
  'blob-old-version': {
    cause: 'A token with an `x-ms-version` before 2017-11-09, or with none.',
    cure: 'Send a newer `x-ms-version`. Storage needs the header; Key Vault does not.',
  },
  'blob-over-http': { cause: 'A token over plain HTTP.', cure: 'Use `https`.' },
  'blob-token-invalid': {
    cause: 'The token did not pass a check: signature, issuer, audience or time. The detail says which.',
    cure: 'Ask for a new token for `https://storage.azure.com` in the tenant of the account.',
  },
  'blob-scheme': {
    cause: 'The header `Authorization` is neither of the form `Bearer …` nor `SharedKey …`.',
    cure: 'Write `Bearer`, a space and the token.',
  },
  'blob-permission-mismatch': {
    cause: 'The token is good, and no role of the caller has this data action here. Owner and Contributor have none.',
    cure: 'Assign Storage Blob Data Reader or Contributor at the account or the container, and wait up to ten minutes.',
  },
  'blob-network': {
    cause: 'The account’s firewall does not let this address in. The code is easily mistaken for a missing role.',
    cure: 'Add the address to the network rules, or come by a private endpoint.',
  },
  'blob-wrong-key': {
    cause: 'The request is signed with a key that is not, or no longer, the account’s.',
    cure: 'Read the keys again, or better: sign in with an identity.',
  },
  'blob-keys-off': {
    cause: 'The account takes no keys.',
    cure: 'Sign in with an identity. With the CLI: `--auth-mode login`.',
  },
  'blob-container-not-found': {
    cause: 'The account has no such container.',
    cure: 'Check the name; capitals are not allowed.',
  },
  'blob-not-found': { cause: 'The container has no such blob.', cure: 'Check the name; capitals count.' },
  'blob-container-exists': {
    cause: 'A container of this name is there already.',
    cure: 'Use it, or choose another name.',
  },
  'blob-name-invalid': {
    cause: 'The name is against its rule.',
    cure: 'See the [name rules](/reference/names).',
  },
  'blob-exists': {
    cause: 'The request says `If-None-Match: *`, and a blob of this name is there already.',
    cure: 'Choose another name, or write without the condition.',
  },
  'blob-condition-not-met': {
    cause: 'The blob is no longer, or not yet, the one that the request names by its `ETag`.',
    cure: 'Read it again and decide anew.',
  },
  'blob-range': {
    cause: 'The range begins behind the end of the blob.',
    cure: 'Ask for its size first, with a HEAD request.',
  },
  'blob-range-cuts-character': {
    cause:
      'The simulator keeps blobs as text; the range begins or ends within a character. Azure would give the bytes.',
    cure: 'Ask for the whole blob.',
  },
  'blob-metadata': {
    cause: 'A name after `x-ms-meta-` is no identifier.',
    cure: 'Use letters, digits and underscores, no digit first.',
  },
  'blob-max-results': { cause: '`maxresults` is no number from 1.', cure: 'Leave it out, or ask for 1 to 5,000.' },
  'blob-operation-unknown': { cause: notSimulated, cure: seeWhich },
} as const satisfies Readonly<Record<string, ErrorWords>>;

export const sql = {
  'sql-no-user': {
    cause: 'The token is good, and the database has no user for it. No Azure role signs in to a database.',
    cure: 'Run `CREATE USER [name] FROM EXTERNAL PROVIDER` there. After the identity was made anew, drop the old user first.',
  },
  'sql-token-not-accepted': {
    cause: 'The server has no Microsoft Entra administrator, or the token is of another tenant or audience.',
    cure: 'Set an administrator, and ask for `https://database.windows.net/` with the slash at the end.',
  },
  'sql-token-invalid': { cause: 'The token cannot be read, or its signature does not fit.', cure: wrongKey },
  'sql-token-expired': { cause: 'The token has expired.', cure: askAgain },
  'sql-no-credentials': { cause: 'Neither a token nor a password was sent.', cure: 'Hand the token to the driver.' },
  'sql-firewall': {
    cause: 'The server’s firewall does not let this address in. It is asked before the token.',
    cure: 'Add a firewall rule, or let services of Azure in.',
  },
  'sql-public-access': { cause: 'Public access to the server is off.', cure: 'Come by a private endpoint.' },
  'sql-no-database': { cause: 'The server has no such database.', cure: 'Check the name.' },
  'sql-permission-denied': {
    cause: 'The user is signed in, and no role of the database lets it do this.',
    cure: '`ALTER ROLE db_datareader ADD MEMBER [name]`, or `db_datawriter` to write.',
  },
  'sql-may-not-create': {
    cause: 'Only the administrator and members of `db_owner` make users and give roles.',
    cure: 'Sign in as the Microsoft Entra administrator.',
  },
  'sql-cannot': {
    cause: 'The role or user is not there, or the caller may not change it. The words are the same on purpose.',
    cure: 'Check the name, then the caller’s roles.',
  },
  'sql-principal-not-found': {
    cause: 'The directory has no principal of this display name.',
    cure: 'Check the name: that of the host for a system-assigned identity. A new principal may need a while.',
  },
  'sql-name-not-unique': {
    cause: 'Several principals have this display name.',
    cure: "Add `WITH OBJECT_ID = '…'`, or create the user with its SID, made of the client ID.",
  },
  'sql-user-exists': {
    cause: 'The name is taken in the database.',
    cure: 'Drop the old user, or choose another name.',
  },
  'sql-sid-exists': { cause: 'The identity has a user under another name.', cure: 'Use that user, or drop it.' },
  'sql-no-table': { cause: 'There is no such table.', cure: 'The simulated databases have one: `Orders`.' },
  'sql-syntax': {
    cause: 'The statement was not understood.',
    cure: 'The simulator reads `CREATE USER`, `DROP USER`, `ALTER ROLE` and statements on one table.',
  },
} as const satisfies Readonly<Record<string, ErrorWords>>;

export const cosmos = {
  'cosmos-no-header': {
    cause: 'The request has no `Authorization`.',
    cure: 'Send `type=aad&ver=1.0&sig=<token>`, encoded.',
  },
  'cosmos-token-invalid': {
    cause: 'The header has another form, or the token did not pass a check. `Bearer` is not the form here.',
    cure: 'Send `type=aad&ver=1.0&sig=<token>`, encoded, with a new token of the account’s tenant.',
  },
  'cosmos-audience': {
    cause: 'The token is for another audience, or was asked for with a slash at the end.',
    cure: 'Ask for `https://<account>.documents.azure.com` or `https://cosmos.azure.com`.',
  },
  'cosmos-token-expired': {
    cause: 'The token has expired. Cosmos DB answers 403 where others answer 401.',
    cure: askAgain,
  },
  'cosmos-keys-off': { cause: 'The account takes no keys.', cure: 'Sign in with an identity.' },
  'cosmos-no-data-role': {
    cause:
      'The principal has no data role of the account that allows the action. Azure roles open no items, Owner neither.',
    cure: 'Give it Cosmos DB Built-in Data Reader or Contributor: `az cosmosdb sql role assignment create`.',
  },
  'cosmos-not-by-token': {
    cause: 'Databases and containers are not made or deleted with a token.',
    cure: 'Make them through Azure Resource Manager.',
  },
  'cosmos-not-found': {
    cause: 'The account has no such thing.',
    cure: 'Check database, container, id and partition key.',
  },
  'cosmos-operation-unknown': { cause: notSimulated, cure: seeWhich },
} as const satisfies Readonly<Record<string, ErrorWords>>;

export const messaging = {
  'bus-no-token': { cause: 'The request has no token.', cure: 'Send `Authorization: Bearer <token>`.' },
  'bus-token-invalid': { cause: 'The token did not pass a check: form, signature, issuer or time.', cure: askAgain },
  'bus-audience': {
    cause: 'The token is for another audience. Service Bus and Event Hubs have one each.',
    cure: 'Ask for `https://servicebus.azure.net` or `https://eventhubs.azure.net`.',
  },
  'bus-token-expired': { cause: 'The token has expired.', cure: askAgain },
  'bus-claim-required': {
    cause: 'No role of the caller sends or receives here. Owner and Contributor of the namespace do not.',
    cure: 'Assign Data Sender or Data Receiver of the service, and wait up to ten minutes.',
  },
  'bus-operation-unknown': { cause: notSimulated, cure: seeWhich },
} as const satisfies Readonly<Record<string, ErrorWords>>;

export const graph = {
  'graph-no-token': { cause: 'The request has no token.', cure: 'Send `Authorization: Bearer <token>`.' },
  'graph-token-malformed': { cause: 'What was sent is no token.', cure: 'Send `access_token` of the answer.' },
  'graph-signature': { cause: 'The signature of the token does not fit.', cure: wrongKey },
  'graph-issuer': { cause: 'The token is of another tenant.', cure: 'Sign in to the tenant that is asked.' },
  'graph-audience': {
    cause: 'The token is for another service, such as Azure Resource Manager.',
    cure: 'Ask for `https://graph.microsoft.com`.',
  },
  'graph-lifetime': { cause: 'The token has expired, or its time has yet to come.', cure: askAgain },
  'graph-denied': {
    cause: 'The token lacks the app role that the address asks for. Azure roles, Owner too, are nothing here.',
    cure: 'Assign the app role of Microsoft Graph to the identity, and wait until the kept token has expired.',
  },
  'graph-not-found': { cause: 'The directory has no such object.', cure: 'Check the id: Graph takes object IDs.' },
  'graph-user-exists': { cause: 'The sign-in name is taken.', cure: 'Choose another.' },
  'graph-value-invalid': {
    cause: 'A value is against the rule of its property.',
    cure: 'Correct the property that is named.',
  },
  'graph-member-exists': { cause: 'The member is in the group already.', cure: 'Nothing is left to do.' },
  'graph-app-role-exists': { cause: 'The principal has this app role already.', cure: 'Nothing is left to do.' },
  'graph-app-role-unknown': {
    cause: 'The application has no such app role.',
    cure: 'List the `appRoles` of its service principal.',
  },
  'graph-segment': {
    cause: 'The address is none that the simulator has.',
    cure: 'Use users, groups, applications or servicePrincipals.',
  },
} as const satisfies Readonly<Record<string, ErrorWords>>;
