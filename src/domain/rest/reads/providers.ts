import { everyKind, fitsNameRule, resourceKinds } from '#domain/arm/kinds.ts';
import { subscriptionScope } from '#domain/arm/resource-id.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import { findByCloudName } from '#domain/arm/state.ts';
import { armEmpty, armError, armJson } from '#domain/arm/wire.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { findDeletedVault } from '#domain/keyvault/state.ts';
import type { Reader } from '../may-read.ts';

export type ProviderRead =
  | { readonly kind: 'providers' }
  | { readonly kind: 'provider'; readonly namespace: string }
  /** Every provider is registered: to ask for it again changes nothing. */
  | { readonly kind: 'registration'; readonly namespace: string }
  | { readonly kind: 'nameAvailability'; readonly of: ResourceKind; readonly provider: string; readonly name: string }
  /** How an operation ended that was answered 202. */
  | { readonly kind: 'operationResult' };

type Namespace = { readonly namespace: string };

export const providerReaders = {
  providers: (state: CloudState, _read: unknown, reader: Reader) =>
    reader.list(namespaces, 'Microsoft.Resources/subscriptions/providers/read', {
      id: () => subscriptionScope(state.subscriptionId),
      body: (each) => providerBody(state, each),
    }),
  provider: (state: CloudState, { namespace }: Namespace, reader: Reader) =>
    reader.one('Microsoft.Resources/subscriptions/providers/read', subscriptionScope(state.subscriptionId), () =>
      showProvider(state, namespace),
    ),
  registration: (state: CloudState, { namespace }: Namespace, reader: Reader) =>
    reader.one(`${namespace}/register/action`, subscriptionScope(state.subscriptionId), () =>
      showProvider(state, namespace),
    ),
  nameAvailability: (state: CloudState, asked: Extract<ProviderRead, { kind: 'nameAvailability' }>, reader: Reader) =>
    reader.one(`${asked.provider}/checkNameAvailability/read`, subscriptionScope(state.subscriptionId), () =>
      armJson(200, availability(state, asked), 'unconfirmed'),
    ),
  operationResult: () => armEmpty(200),
};

const namespaces: readonly string[] = [
  ...new Set(everyKind.map((kind) => resourceKinds[kind].armType.split('/')[0] ?? '')),
  'Microsoft.Authorization',
  'Microsoft.Resources',
].sort();

/** A namespace in its own spelling. Of other providers of Microsoft no more is known than that they are registered. */
function showProvider(state: CloudState, asked: string) {
  const known = namespaces.find((each) => each.toLowerCase() === asked.toLowerCase());
  const isMicrosofts = /^microsoft\.[a-z0-9.]+$/i.test(asked);
  if (known === undefined && !isMicrosofts) {
    return armError(404, 'InvalidResourceNamespace', `The resource namespace '${asked}' is invalid.`, 'unconfirmed');
  }
  return armJson(200, providerBody(state, known ?? asked), 'docs');
}

/** A provider as ARM prints it, as far as the simulator knows its types (docs: providers REST). */
function providerBody({ subscriptionId }: CloudState, namespace: string): unknown {
  const kinds = everyKind
    .map((kind) => resourceKinds[kind])
    .filter(({ armType }) => armType.startsWith(`${namespace}/`));
  const types = new Map(kinds.map(({ armType, apiVersion }) => [armType.slice(namespace.length + 1), apiVersion]));
  return {
    id: `${subscriptionScope(subscriptionId)}/providers/${namespace}`,
    namespace,
    registrationPolicy: 'RegistrationRequired',
    registrationState: 'Registered',
    resourceTypes: [...types].map(([resourceType, version]) => ({
      resourceType,
      locations: ['West Europe', 'North Europe'],
      apiVersions: [version],
    })),
  };
}

/** The fields are documented, the words of a name that is not free are not. */
function availability(
  state: CloudState,
  { of: kind, name }: { readonly of: ResourceKind; readonly name: string },
): unknown {
  const rule = resourceKinds[kind].name;
  if (!fitsNameRule(name, rule)) {
    return { nameAvailable: false, reason: reasonOfInvalid[kind] ?? 'Invalid', message: `Use ${rule.says}.` };
  }
  const kinds: readonly ResourceKind[] = kind === 'webApp' ? ['webApp', 'functionApp'] : [kind];
  const isDeleted = kind === 'keyVault' && findDeletedVault(state.keyVault, name) !== undefined;
  const isTaken = isDeleted || kinds.some((each) => findByCloudName(state.arm, each, name) !== undefined);
  if (!isTaken) return { nameAvailable: true };
  return { nameAvailable: false, reason: 'AlreadyExists', message: `The name '${name}' is already in use.` };
}

const reasonOfInvalid: Readonly<Partial<Record<ResourceKind, string>>> = {
  keyVault: 'AccountNameInvalid',
  storageAccount: 'AccountNameInvalid',
};
