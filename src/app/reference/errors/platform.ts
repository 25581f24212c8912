import * as easyAuth from '#domain/appservice/easy-auth-wire.ts';
import type { DoorFacts } from '#domain/appservice/easy-auth-wire.ts';
import { referenceEndFacts, referenceEnds } from '#domain/appservice/key-vault-reference.ts';
import type { ReferenceEnd } from '#domain/appservice/key-vault-reference.ts';
import { connectionEnds, connectionError, noFunctionsHost, noSuchReference } from '#domain/appservice/platform-wire.ts';
import type { ConnectionEnd } from '#domain/appservice/platform-wire.ts';
import * as sdk from '#domain/credential/wire.ts';
import { any, entriesOf, type ErrorEntry } from './entry.ts';

const door = {
  host: '{host}',
  path: '/',
  tenantId: '{tenant ID}',
  authentication: { clientId: '{client ID}' },
} as unknown as DoorFacts;

export const easyAuthErrors = entriesOf('easyAuth', {
  'door-unauthorized': ['EASY-05', easyAuth.unauthorized(door, 'capture')],
  'door-forbidden': ['EASY-07', easyAuth.forbidden()],
  'door-role-missing': ['EASY-08', easyAuth.roleMissing(any('role'))],
});

const platformAnswers = entriesOf('platform', {
  'reference-none': ['SITE-14', noSuchReference(any('setting'))],
  'connection-no-host': ['SITE-23', noFunctionsHost(any('app'))],
});

type FailedReference = Exclude<ReferenceEnd, 'resolved'>;
type FailedConnection = Exclude<ConnectionEnd, 'opened' | 'connectionString'>;

/** What the portal shows beside a Key Vault reference that was not resolved. */
const references = referenceEnds
  .filter((end): end is FailedReference => end !== 'resolved')
  .map((end): ErrorEntry<`reference-${FailedReference}`> => {
    const { status, details, source } = referenceEndFacts[end];
    return {
      id: `reference-${end}`,
      from: 'platform',
      status: null,
      code: status,
      text: details,
      source,
      rule: 'SITE-11',
    };
  });

/** What the Functions host logs of a connection that it did not open. */
const connections = connectionEnds
  .filter((end): end is FailedConnection => connectionError(end, '') !== null)
  .map((end): ErrorEntry<`connection-${FailedConnection}`> => {
    const text = connectionError(end, '{connection}') ?? '';
    const source = end === 'missing' ? 'sdk' : 'unconfirmed';
    return { id: `connection-${end}`, from: 'platform', status: null, code: '', text, source, rule: 'SITE-22' };
  });

export const platformErrors = [...platformAnswers, ...references, ...connections];

const thrown = {
  'sdk-environment': ['CHAIN-08', sdk.environmentUnavailable],
  'sdk-workload': ['CHAIN-09', sdk.workloadUnavailable('{parameter}', '{variable}')],
  'sdk-probe': ['CHAIN-10', sdk.probeFailed],
  'sdk-managed-identity': ['CHAIN-13', sdk.managedIdentityFailed('{answer of the endpoint}')],
  'sdk-network': ['CHAIN-13', sdk.networkUnreachable('{error}')],
  'sdk-several-ids': ['CHAIN-15', sdk.severalIds({}).replace('{}', '{values}')],
  'sdk-vs-code': ['CHAIN-18', sdk.visualStudioCodeUnavailable],
  'sdk-cli-not-found': ['CHAIN-18', sdk.azureCliNotFound],
  'sdk-cli-not-signed-in': ['CHAIN-18', sdk.azureCliNotSignedIn],
  'sdk-all-failed': ['CHAIN-03', sdk.allFailed([{ name: '{error}', message: '{message}' }])],
  'sdk-no-token': ['CHAIN-03', sdk.noToken],
  'sdk-selection': ['CHAIN-05', sdk.invalidSelection('{value}')],
  'sdk-variables': ['CHAIN-05', sdk.variablesMissing(['{variable}'])],
} as const satisfies Readonly<Record<string, readonly [rule: string, text: string]>>;

/** What the SDK for JavaScript throws, in the words of @azure/identity. */
export const sdkErrors = Object.entries(thrown).map(([id, [rule, text]]): ErrorEntry<keyof typeof thrown> => ({
  id: id as keyof typeof thrown,
  from: 'sdk',
  status: null,
  code: '',
  text,
  source: 'sdk',
  rule,
}));
