import { keyVaultAudience } from '#domain/keyvault/rules.ts';
import { readConnection } from '#domain/appservice/connection.ts';
import type { Connection } from '#domain/appservice/connection.ts';
import { readSetting } from '#domain/appservice/key-vault-reference.ts';
import type { ReferenceEnd, SecretAddress } from '#domain/appservice/key-vault-reference.ts';
import * as platformWire from '#domain/appservice/platform-wire.ts';
import type { ConnectionEnd } from '#domain/appservice/platform-wire.ts';
import { settingNamed } from '#domain/appservice/settings.ts';
import { siteOf } from '#domain/appservice/state.ts';
import type { SiteConfig } from '#domain/appservice/state.ts';
import type { Host } from '#domain/arm/resource.ts';
import { findByCloudName } from '#domain/arm/state.ts';
import { tokenReference } from '#domain/entra/token.ts';
import type { PresentedToken, TokenClaims } from '#domain/entra/token.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { percentEncode } from '#domain/kernel/percent.ts';
import { getSecretRequest } from '#domain/keyvault/wire.ts';
import { messagingSuffix } from '#domain/messaging/rules.ts';
import type { MessagingKind } from '#domain/messaging/rules.ts';
import type { Actor } from '#domain/protocol/actor.ts';
import { blobApiVersion } from '#domain/storage/rules.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { askForToken } from '../requests.ts';
import type { Rules } from '../rules.ts';
import type { CloudState } from '../state.ts';
import { callFrom } from './call-target.ts';
import { obtainToken, systemClientId } from './obtain-token.ts';
import { askFrom } from './request-token.ts';
import { appIdOf, findSite, onSite } from './site.ts';
import type { TargetAnswer } from './target-call.ts';

/**
 * The platform reads a Key Vault reference in the app's name, before any of its code runs: by the system-assigned
 * identity, or by the one that `keyVaultReferenceIdentity` names by its resource ID (facts: corrections, classes 2).
 */
export function resolveKeyVaultReference(
  draft: Draft,
  { id, setting }: CommandOf<'ResolveKeyVaultReference'>,
  rules: Rules,
): void {
  const path = `/config/configreferences/appsettings/${percentEncode(setting)}`;
  onSite(draft, { id, method: 'GET', path }, (site) => {
    const { settings, referenceIdentity: identity } = siteOf(draft.state.appService, site.id);
    const reference = settingNamed(settings, setting) ?? '';
    const read = readSetting(reference);
    if (read.kind === 'value') return platformWire.noSuchReference(setting);
    const facts = { site: site.id, setting, reference, identity };
    return read.kind === 'invalid'
      ? platformWire.referenceBody({ ...facts, address: null, end: 'invalidSyntax' })
      : platformWire.referenceBody({
          ...facts,
          address: read.address,
          end: readSecret(draft, { site, identity, address: read.address }, rules),
        });
  });
}

interface SecretReading {
  readonly site: Host;
  readonly identity: SiteConfig['referenceIdentity'];
  readonly address: SecretAddress;
}

function readSecret(draft: Draft, { site, identity, address }: SecretReading, rules: Rules): ReferenceEnd {
  const named = identity === 'SystemAssigned' ? null : ({ by: 'resourceId', value: identity } as const);
  const selection = rules.selectIdentity(site, systemClientId(draft.state, site), named, 'appService');
  if (selection.kind === 'refused') {
    if (named === null) return 'noIdentity';
    return named.value.startsWith('/') ? 'notAttached' : 'notAResourceId';
  }
  const endpoint = platformOf(site);
  // The platform holds the identity's certificate itself: it needs no endpoint inside the app.
  const obtained = obtainToken(draft, {
    host: site,
    identity: selection.identity,
    resource: keyVaultAudience,
    endpoint,
  });
  if (obtained.kind === 'refused') return 'principalGone';
  const { vault, secret, version } = address;
  const path = version === null ? secret : `${secret}/${version}`;
  const request = getSecretRequest(vault, path, bearer(obtained.claims));
  const answered = callFrom(draft, endpoint, callBy(site, request, obtained.claims), rules);
  return readingEnd(answered, version);
}

function readingEnd(answered: TargetAnswer | null, version: string | null): ReferenceEnd {
  if (answered === null) return 'vaultNotFound';
  switch (answered.answer.response.status) {
    case 200:
      return 'resolved';
    case 403:
      return isFirewall(answered) ? 'firewall' : 'noPermission';
    case 404:
      return version === null ? 'secretNotFound' : 'versionNotFound';
    default:
      return 'tokenRefused';
  }
}

/**
 * The Functions host opens an identity-based connection. It asks the app's own endpoint as any SDK does, and so an
 * identity is named by its client ID (facts: corrections, classes 2).
 */
export function openConnection(draft: Draft, { id, connection }: CommandOf<'OpenConnection'>, rules: Rules): void {
  onSite(draft, { id, method: 'GET', path: '/hostruntime/admin/host/status' }, (site) => {
    if (!hasFunctionsHost(draft.state, site)) return platformWire.noFunctionsHost(site.id);
    const read = readConnection(siteOf(draft.state.appService, site.id).settings, connection);
    const end = read.kind === 'identity' ? open(draft, site, read, rules) : read.kind;
    return platformWire.hostStatus(site.id, end, connection);
  });
}

type IdentityConnection = Extract<Connection, { kind: 'identity' }>;

function open(draft: Draft, site: Host, connection: IdentityConnection, rules: Rules): ConnectionEnd {
  const platform = platformOf(site);
  const { host, selector } = connection;
  const { resource, request } = firstCallTo(draft.state, connection);
  const asking = askForToken(draft.state, { kind: 'host', resourceId: site.id }, { resource, selector });
  const given = askFrom(draft, platform, asking, rules);
  if (given === null) return 'endpointNotSet';
  const token = given.tokenId === null ? undefined : dictionary.get(draft.state.tokens.live, given.tokenId);
  if (token === undefined) return 'identityRefused';
  const call = callBy(site, request(host, site, bearer(token.claims)), token.claims);
  return openingEnd(callFrom(draft, platform, call, rules));
}

/** Where nothing is yet, the connection is open all the same: 404 says that the identity may look. */
function openingEnd(answered: TargetAnswer | null): ConnectionEnd {
  if (answered === null) return 'nameNotResolved';
  switch (answered.answer.response.status) {
    case 401:
      return 'tokenRefused';
    case 403:
      return isFirewall(answered) ? 'firewall' : 'noPermission';
    default:
      return 'opened';
  }
}

interface FirstCall {
  /** The audience that the SDK asks for. */
  readonly resource: string;
  readonly request: (host: string, site: Host, authorization: string) => HttpRequest;
}

/** The first call of the Functions host to a service: what it needs to work, in the fewest words. */
const firstCalls: Readonly<Record<'blob' | 'serviceBus' | 'eventHubs', FirstCall>> = {
  blob: {
    resource: 'https://storage.azure.com',
    // The blob by which one instance of the host keeps the others from being the first.
    request: (host, { name }, authorization) => ({
      method: 'GET',
      url: `https://${host}/azure-webjobs-hosts/locks/${name}/host`,
      headers: [
        ['Authorization', authorization],
        ['x-ms-version', blobApiVersion],
      ],
      body: '',
    }),
  },
  serviceBus: {
    resource: 'https://servicebus.azure.net',
    request: (host, _site, authorization) =>
      messagingCall('DELETE', `https://${host}/work/messages/head`, authorization),
  },
  // Events are received by AMQP only, which is not simulated: the binding that sends stands for both.
  eventHubs: {
    resource: 'https://eventhubs.azure.net',
    request: (host, _site, authorization) => messagingCall('POST', `https://${host}/work/messages`, authorization),
  },
};

function messagingCall(method: 'DELETE' | 'POST', url: string, authorization: string): HttpRequest {
  return { method, url, headers: [['Authorization', authorization]], body: '' };
}

/** The kind of trigger tells the host which of two services a namespace is of; here what the name is held by does. */
function firstCallTo(state: CloudState, { service, host }: IdentityConnection): FirstCall {
  if (service === 'blob') return firstCalls.blob;
  const name = host.endsWith(messagingSuffix) ? host.slice(0, -messagingSuffix.length) : host;
  const isOf = (kind: MessagingKind) => findByCloudName(state.arm, kind, name) !== undefined;
  return isOf('eventHubsNamespace') && !isOf('serviceBusNamespace') ? firstCalls.eventHubs : firstCalls.serviceBus;
}

/** A function app, or a slot of one. */
function hasFunctionsHost(state: CloudState, { kind, id }: Host): boolean {
  return kind === 'functionApp' || (kind === 'webAppSlot' && findSite(state, appIdOf(id))?.kind === 'functionApp');
}

function platformOf({ id }: Host): Actor {
  return { kind: 'platform', host: id };
}

function bearer({ uti }: TokenClaims): string {
  return `Bearer ${tokenReference(uti)}`;
}

/** A call of the platform comes from the app's address. */
function callBy({ id }: Host, request: HttpRequest, claims: TokenClaims): Omit<CommandOf<'CallTarget'>, 'type'> {
  const token: PresentedToken = { kind: 'jwt', claims, signature: 'valid' };
  return { from: { kind: 'host', resourceId: id }, request, token };
}

function isFirewall({ decision }: TargetAnswer): boolean {
  return decision?.gates.at(-1)?.gate === 'network';
}
