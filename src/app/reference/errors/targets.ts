import * as cosmos from '#domain/cosmos/wire.ts';
import type { CosmosFacts } from '#domain/cosmos/wire.ts';
import type { TokenClaims, TokenHeader } from '#domain/entra/token.ts';
import * as graph from '#domain/entra/graph-wire.ts';
import type { GraphTrace } from '#domain/entra/graph-wire.ts';
import * as keyVault from '#domain/keyvault/wire.ts';
import type { VaultFacts } from '#domain/keyvault/wire.ts';
import * as messaging from '#domain/messaging/wire.ts';
import type { MessagingFacts } from '#domain/messaging/wire.ts';
import * as sql from '#domain/sql/wire.ts';
import * as storage from '#domain/storage/wire.ts';
import type { BlobFacts } from '#domain/storage/wire.ts';
import { any, entriesOf, someTime } from './entry.ts';

const claims = {
  appid: '{client ID}',
  oid: '{object ID}',
  iss: '{issuer}',
  xms_mirid: '{identity}',
  exp: someTime,
} as unknown as TokenClaims;

const vault: VaultFacts = {
  id: any('vault'),
  name: '{vault}',
  location: '{region}',
  tenantId: any('tenant ID'),
  retentionDays: 90,
  requestId: '',
  address: '{address}',
};

const denied = { action: '{action}', secret: '' };
const headerOfToken = { kid: '' } as unknown as TokenHeader;

export const keyVaultErrors = entriesOf('keyVault', {
  'vault-no-token': ['KV-04', keyVault.tokenMissing(vault)],
  'vault-token-unreadable': ['KV-05', keyVault.tokenUnreadable(vault)],
  'vault-key-unknown': ['KV-06', keyVault.keyUnknown(vault, headerOfToken)],
  'vault-signature': ['KV-07', keyVault.signatureBroken(vault)],
  'vault-issuer': ['KV-08', keyVault.wrongIssuer(vault, any('issuer of the tenant'), any('issuer of the token'))],
  'vault-audience': ['KV-09', keyVault.wrongAudience(vault, any('audience'))],
  'vault-token-expired': ['KV-10', keyVault.tokenExpired(vault)],
  'vault-token-not-yet-valid': ['KV-10', keyVault.tokenNotYetValid(vault)],
  'vault-forbidden-by-rbac': ['KV-11', keyVault.forbiddenByRbac(vault, claims, { ...denied, denyId: null })],
  'vault-denied': ['KV-32', keyVault.forbiddenByRbac(vault, claims, { ...denied, denyId: any('deny assignment') })],
  'vault-access-denied': ['KV-27', keyVault.forbiddenByPolicy(vault, claims, any('permission'), 'AccessDenied')],
  'vault-forbidden-by-policy': [
    'KV-27',
    keyVault.forbiddenByPolicy(vault, claims, any('permission'), 'ForbiddenByPolicy'),
  ],
  'vault-forbidden-by-firewall': ['NET-01', keyVault.forbiddenByFirewall(vault, claims)],
  'vault-forbidden-by-connection': ['NET-02', keyVault.forbiddenByConnection(vault, claims)],
  'vault-secret-not-found': ['KV-14', keyVault.secretNotFound(vault, any('secret'))],
  'vault-deleted-secret-not-found': ['KV-22', keyVault.deletedSecretNotFound(vault, any('secret'))],
  'vault-secret-name-held': ['KV-21', keyVault.secretNameHeld(vault, any('secret'))],
  'vault-secret-disabled': ['KV-36', keyVault.secretDisabled(vault)],
  'vault-bad-parameter': ['KV-18', keyVault.badParameter(vault, any('what is wrong'))],
  'vault-operation-unknown': ['KV-16', keyVault.operationUnknown(vault)],
});

const blob: BlobFacts = { requestId: '', now: someTime, tenantId: any('tenant ID') };

export const storageErrors = entriesOf('storage', {
  'blob-no-token': ['BLOB-02', storage.tokenMissing(blob)],
  'blob-hidden': ['BLOB-02', storage.resourceHidden(blob)],
  'blob-old-version': ['BLOB-03', storage.bearerNotSupported(blob)],
  'blob-over-http': ['BLOB-04', storage.bearerOverHttp(blob)],
  'blob-token-invalid': ['BLOB-05', storage.invalidAuthenticationInfo(blob, any('which check failed'), 'unconfirmed')],
  'blob-scheme': ['BLOB-28', storage.authorizationFormat(blob)],
  'blob-permission-mismatch': ['BLOB-09', storage.permissionMismatch(blob)],
  'blob-network': ['NET-05', storage.networkBlocked(blob)],
  'blob-wrong-key': ['BLOB-24', storage.wrongKey(blob)],
  'blob-keys-off': ['BLOB-26', storage.keysNotPermitted(blob)],
  'blob-container-not-found': ['BLOB-11', storage.containerNotFound(blob)],
  'blob-not-found': ['BLOB-11', storage.blobNotFound(blob)],
  'blob-container-exists': ['BLOB-18', storage.containerExists(blob)],
  'blob-name-invalid': ['BLOB-18', storage.nameInvalid(blob, any('what is wrong'))],
  'blob-exists': ['BLOB-30', storage.blobExists(blob)],
  'blob-condition-not-met': ['BLOB-30', storage.conditionNotMet(blob)],
  'blob-range': ['BLOB-31', storage.rangeInvalid(blob)],
  'blob-range-cuts-character': ['BLOB-32', storage.rangeCutsCharacter(blob)],
  'blob-metadata': ['BLOB-29', storage.metadataInvalid(blob)],
  'blob-max-results': ['BLOB-33', storage.maxResultsInvalid(blob)],
  'blob-operation-unknown': ['BLOB-14', storage.operationUnknown(blob)],
});

export const sqlErrors = entriesOf('sql', {
  'sql-no-user': ['SQL-04', sql.noSuchUser()],
  'sql-token-not-accepted': ['SQL-05', sql.tokenNotAccepted()],
  'sql-token-invalid': ['SQL-05', sql.tokenInvalid('capture')],
  'sql-token-expired': ['SQL-05', sql.tokenExpired()],
  'sql-no-credentials': ['SQL-05', sql.noCredentials()],
  'sql-firewall': ['SQL-11', sql.addressNotAllowed(any('server'), any('address'))],
  'sql-public-access': ['SQL-11', sql.publicAccessDenied(any('server'))],
  'sql-no-database': ['SQL-12', sql.noSuchDatabase(any('database'))],
  'sql-permission-denied': ['SQL-19', sql.permissionDenied(any('verb'), any('table'), any('database'))],
  'sql-may-not-create': ['SQL-17', sql.mayNotCreate()],
  'sql-cannot': ['SQL-20', sql.cannot(any('act'), any('name'))],
  'sql-principal-not-found': ['SQL-13', sql.principalNotFound(any('name'))],
  'sql-name-not-unique': ['SQL-14', sql.displayNameNotUnique(any('name'))],
  'sql-user-exists': ['SQL-16', sql.userExists(any('name'))],
  'sql-sid-exists': ['SQL-16', sql.sidExists()],
  'sql-no-table': ['SQL-21', sql.noSuchTable(any('table'))],
  'sql-syntax': ['SQL-21', sql.syntaxError(any('word'))],
});

const account: CosmosFacts = { account: '{account}', activityId: '', now: someTime };

export const cosmosErrors = entriesOf('cosmos', {
  'cosmos-no-header': ['COSMOS-02', cosmos.headerMissing(account)],
  'cosmos-token-invalid': ['COSMOS-02', cosmos.tokenInvalid(account, any('what is wrong'))],
  'cosmos-audience': ['COSMOS-03', cosmos.wrongAudience(account, any('audience'))],
  'cosmos-token-expired': ['COSMOS-04', cosmos.tokenExpired(account, claims)],
  'cosmos-keys-off': ['COSMOS-05', cosmos.keysOff(account)],
  'cosmos-no-data-role': ['COSMOS-06', cosmos.noDataRole(account, claims, any('action'), any('resource'))],
  'cosmos-not-by-token': ['COSMOS-09', cosmos.notByToken(account, any('method'), any('path'))],
  'cosmos-not-found': ['COSMOS-12', cosmos.notFound(account)],
  'cosmos-operation-unknown': ['COSMOS-12', cosmos.operationUnknown(account)],
});

const namespace: MessagingFacts = { namespace: '{namespace}', trackingId: '', now: someTime };
const send = { kind: 'send', entity: '{entity}' } as const;

export const messagingErrors = entriesOf('messaging', {
  'bus-no-token': ['BUS-02', messaging.tokenMissing(namespace)],
  'bus-token-invalid': ['BUS-02', messaging.claimEmptyOrInvalid(namespace)],
  'bus-audience': ['BUS-02', messaging.wrongAudience(namespace, any('audience of the service'), any('audience'))],
  'bus-token-expired': ['BUS-02', messaging.tokenExpired(namespace)],
  'bus-claim-required': ['BUS-03', messaging.claimRequired(namespace, send)],
  'bus-operation-unknown': ['BUS-05', messaging.operationUnknown(namespace)],
});

const trace: GraphTrace = { requestId: '', now: someTime };

export const graphErrors = entriesOf('graph', {
  'graph-no-token': ['GRAPH-01', graph.tokenRefused('token', trace)],
  'graph-token-malformed': ['GRAPH-01', graph.tokenRefused('malformed', trace)],
  'graph-signature': ['GRAPH-01', graph.tokenRefused('signature', trace)],
  'graph-issuer': ['GRAPH-01', graph.tokenRefused('issuer', trace)],
  'graph-audience': ['GRAPH-01', graph.tokenRefused('audience', trace)],
  'graph-lifetime': ['GRAPH-01', graph.tokenRefused('lifetime', trace)],
  'graph-denied': ['GRAPH-02', graph.insufficientPrivileges(trace)],
  'graph-not-found': ['DIR-04', graph.objectNotFound(any('id'), trace)],
  'graph-user-exists': ['DIR-01', graph.userExists(trace)],
  'graph-value-invalid': ['DIR-01', graph.invalidValue(any('property'), any('kind'), trace)],
  'graph-member-exists': ['DIR-04', graph.memberExists(trace)],
  'graph-app-role-exists': ['DIR-06', graph.appRoleExists(trace)],
  'graph-app-role-unknown': ['DIR-06', graph.appRoleUnknown(trace)],
  'graph-segment': ['GRAPH-04', graph.segmentNotFound(any('segment'), trace)],
});
