import { owner } from '#domain/cloud/command.ts';
import type { Caller } from '#domain/cloud/command.ts';
import { askForToken } from '#domain/cloud/requests.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { findPrincipal } from '#domain/entra/state.ts';
import { tokenReference } from '#domain/entra/token.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import { usersOf } from '#domain/cloud/directory.ts';
import { instant, toIso } from '#domain/kernel/instant.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import type { JsonObject } from '#domain/kernel/json.ts';
import { has, one, some } from '../../arguments.ts';
import type { Given } from '../../arguments.ts';
import { failed, give, value } from '../../reply.ts';
import type { Context, Reply } from '../../reply.ts';
import { ignored, ignoredFlag } from '../command.ts';
import type { AzCommand } from '../command.ts';
import { tokenIn, tokenStep } from '../data-call.ts';

/** facts: control-plane §6.7; the name of a managed identity's user is not confirmed. */
function subscriptionJson(context: Context, caller: Caller): JsonObject {
  const { tenantId, subscriptionId } = context.state;
  return {
    environmentName: 'AzureCloud',
    homeTenantId: tenantId,
    id: subscriptionId,
    isDefault: true,
    managedByTenants: [],
    name: 'Managed Identity Lab',
    state: 'Enabled',
    tenantId,
    user: userOf(context, caller),
  };
}

function userOf({ state }: Context, { principalId, displayName }: Caller): JsonObject {
  const identity = findPrincipal(state.entra, state.tenantId, principalId ?? '');
  if (identity !== undefined) {
    const name = identity.identityKind === 'SystemAssigned' ? 'systemAssignedIdentity' : 'userAssignedIdentity';
    return {
      assignedIdentityInfo: identity.identityKind === 'SystemAssigned' ? 'MSI' : `MSIClient-${identity.appId}`,
      name,
      type: 'servicePrincipal',
    };
  }
  const user = usersOf(state).find(({ id }) => principalId === undefined || id === principalId);
  return { name: user?.userPrincipalName ?? displayName, type: 'user' };
}

function selectorOf(given: Given): IdentitySelector | null {
  const [clientId, principalId, resourceId] = ['clientId', 'objectId', 'resourceId'].map((key) => one(given, key));
  if (typeof clientId === 'string') return { by: 'clientId', value: clientId };
  if (typeof principalId === 'string') return { by: 'principalId', value: principalId };
  return typeof resourceId === 'string' ? { by: 'resourceId', value: resourceId } : null;
}

/** What the CLI says where no endpoint answers (azure-cli-core, msal). */
const noEndpoint = 'Failed to connect to MSI. Please make sure MSI is configured correctly.';
const oldName =
  'Passing the managed identity ID with --username is no longer supported. Use --client-id, --object-id or --resource-id instead.';

function login(context: Context, given: Given): Reply {
  if (!has(given, 'identity'))
    return { kind: 'answer', value: [subscriptionJson(context, owner)], change: { caller: owner } };
  if (has(given, 'username')) return failed(oldName);
  if (context.at.kind !== 'host') return failed(noEndpoint);
  return give(
    context,
    (state) =>
      askForToken(state, context.at, { resource: 'https://management.azure.com', selector: selectorOf(given) }),
    ({ after, events }) => {
      const oid = claimsIn(context, events)?.oid;
      const identity = oid === undefined ? undefined : findPrincipal(after.entra, after.tenantId, oid);
      if (identity === undefined) return noEndpoint;
      const caller: Caller = { kind: 'user', displayName: identity.displayName, principalId: identity.id };
      return { value: [subscriptionJson({ ...context, state: after }, caller)], change: { caller } };
    },
  );
}

function claimsIn(context: Context, events: readonly CloudEvent[]): TokenClaims | null {
  const token = tokenIn(context, events);
  return token.kind === 'jwt' ? token.claims : null;
}

const resourceTypes: Readonly<Record<string, string>> = {
  'aad-graph': 'https://graph.windows.net/',
  arm: 'https://management.core.windows.net/',
  'ms-graph': 'https://graph.microsoft.com/',
  'oss-rdbms': 'https://ossrdbms-aad.database.windows.net',
};

/** `--resource`, or `--scope` without its permission, or a type; the CLI's default is the management plane. */
function audienceOf(given: Given): string {
  const resource = one(given, 'resource');
  if (resource !== null) return resource;
  const [scope] = some(given, 'scope');
  if (scope !== undefined) return scope.replace(/\/(?:\.default|user_impersonation)$/, '');
  return resourceTypes[one(given, 'type') ?? 'arm'] ?? 'https://management.core.windows.net/';
}

function accessToken(context: Context, given: Given): Reply {
  return give(context, tokenStep(context, audienceOf(given)), ({ events }) => {
    const claims = claimsIn(context, events);
    if (claims === null) return 'No token was issued.';
    const expiresOn = `${toIso(instant(claims.exp)).replace('T', ' ').replace('Z', '')}.000000`;
    return {
      value: {
        accessToken: tokenReference(claims.uti),
        expiresOn,
        expires_on: claims.exp,
        subscription: context.state.subscriptionId,
        tenant: context.state.tenantId,
        tokenType: 'Bearer',
      },
    };
  });
}

/** `--defaults group=rg-shop location=westeurope`; an empty value takes a default away. */
function configure(context: Context, words: readonly string[]): Reply {
  const defaults: Record<string, string> = { ...context.defaults };
  for (const word of words) {
    const equals = word.indexOf('=');
    if (equals < 1) return failed('usage error: --defaults STRING=STRING STRING=STRING ...');
    const name = word.slice(0, equals).replace(/^defaults\./, '');
    const text = word.slice(equals + 1);
    if (text === '') delete defaults[name];
    else defaults[name] = text;
  }
  return { kind: 'answer', change: { defaults } };
}

/** `az login`, `az account` and the defaults of the terminal (facts: control-plane §6.1, §6.2, §6.7). */
export const accountCommands: readonly AzCommand[] = [
  {
    name: 'login',
    help: 'Log in to Azure. Without --identity the terminal acts for you again.',
    takes: [
      { key: 'identity', names: ['--identity', '-i'], help: 'Log in using managed identity.', takes: 'flag' },
      { key: 'clientId', names: ['--client-id'], help: 'Client ID of the user-assigned managed identity.' },
      { key: 'objectId', names: ['--object-id'], help: 'Object ID of the user-assigned managed identity.' },
      { key: 'resourceId', names: ['--resource-id'], help: 'Resource ID of the user-assigned managed identity.' },
      { key: 'username', names: ['--username', '-u'], help: 'User name.' },
      ignoredFlag('--allow-no-subscriptions'),
      ignored('--tenant', '-t'),
    ],
    run: login,
  },
  {
    name: 'logout',
    help: 'Log out to remove access to Azure subscriptions. The terminal acts for you again.',
    takes: [],
    run: () => ({ kind: 'answer', change: { caller: owner } }),
  },
  {
    name: 'account show',
    help: 'Get the details of a subscription.',
    takes: [],
    run: (context) => value(subscriptionJson(context, context.caller)),
  },
  {
    name: 'account list',
    help: 'Get a list of subscriptions for the logged in account.',
    takes: [],
    run: (context) => value([subscriptionJson(context, context.caller)]),
  },
  {
    name: 'account get-access-token',
    help: 'Get a token for utilities to access Azure.',
    takes: [
      { key: 'resource', names: ['--resource'], help: 'Azure resource endpoints in AAD v1.0.' },
      { key: 'scope', names: ['--scope'], help: 'Space-separated AAD scopes in AAD v2.0.', takes: 'some' },
      {
        key: 'type',
        names: ['--resource-type'],
        help: 'Type of well-known resource.',
        choices: Object.keys(resourceTypes),
      },
      ignored('--tenant', '-t'),
    ],
    run: accessToken,
  },
  {
    name: 'configure',
    help: 'Manage Azure CLI configuration: the default group and location of this terminal.',
    takes: [
      {
        key: 'defaults',
        names: ['--defaults', '-d'],
        help: "Space-separated 'name=value' pairs.",
        takes: 'some',
        required: true,
      },
    ],
    run: (context, given) => configure(context, some(given, 'defaults')),
  },
];
