import type { Resource, ResourceKind } from '#domain/arm/resource.ts';
import { findByCloudName } from '#domain/arm/state.ts';
import { cosmosSuffix } from '#domain/cosmos/rules.ts';
import { entraHost } from '#domain/entra/discovery.ts';
import { graphHost } from '#domain/entra/graph-wire.ts';
import { onTheWire } from '#domain/http/message.ts';
import { parseUri } from '#domain/kernel/uri.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import { keyVaultSuffix } from '#domain/keyvault/rules.ts';
import { messagingSuffix } from '#domain/messaging/rules.ts';
import type { Actor } from '#domain/protocol/actor.ts';
import { armHost } from '#domain/arm/address.ts';
import { sqlSuffix } from '#domain/sql/rules.ts';
import { blobSuffix } from '#domain/storage/rules.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import type { Rules } from '../rules.ts';
import type { CloudState } from '../state.ts';
import { callApp, findApp } from './call-app.ts';
import { callArm } from './call-arm.ts';
import { callBlob } from './call-blob.ts';
import { callCosmos } from './call-cosmos.ts';
import { callEntra } from './call-entra.ts';
import { callGraph } from './call-graph.ts';
import { callKeyVault } from './call-key-vault.ts';
import { callEventHubs, callServiceBus } from './call-messaging.ts';
import { callSql } from './call-sql.ts';
import { cannotSend } from './can-send.ts';
import type { ServiceCall, TargetAnswer, TargetCall } from './target-call.ts';

/** Who answers at an address. */
interface Reached {
  /** Null for a service that the whole cloud shares. */
  readonly target: Resource | null;
  readonly answer: (draft: Draft, call: ServiceCall, rules: Rules) => TargetAnswer;
}

/** A way to find who answers; null where nobody does. */
type Finder = (state: CloudState, uri: Uri) => Reached | null;
type TargetService = (draft: Draft, call: TargetCall, rules: Rules) => TargetAnswer;

/** Every service that can be called. The first that knows the address answers. */
const services: readonly Finder[] = [
  named(keyVaultSuffix, 'keyVault', callKeyVault),
  named(blobSuffix, 'storageAccount', callBlob),
  named(sqlSuffix, 'sqlServer', callSql, 'tds'),
  named(cosmosSuffix, 'cosmosAccount', callCosmos),
  named(messagingSuffix, 'serviceBusNamespace', callServiceBus),
  named(messagingSuffix, 'eventHubsNamespace', callEventHubs),
  found(findApp, callApp),
  atHost(armHost, callArm),
  atHost(graphHost, callGraph),
  atHost(entraHost, callEntra),
];

/** Resources at `<name><suffix>`; SQL Server speaks a protocol of its own. */
function named(suffix: string, kind: ResourceKind, call: TargetService, protocol: 'http' | 'tds' = 'http'): Finder {
  return found((state, { host, scheme }) => {
    if (!host.endsWith(suffix) || (scheme === 'tds') !== (protocol === 'tds')) return undefined;
    return findByCloudName(state.arm, kind, host.slice(0, -suffix.length));
  }, call);
}

/** Resources whose address is found in another way. */
function found(find: (state: CloudState, uri: Uri) => Resource | undefined, call: TargetService): Finder {
  return (state, uri) => {
    const target = find(state, uri);
    if (target === undefined) return null;
    return { target, answer: (draft, asked, rules) => call(draft, { ...asked, target }, rules) };
  };
}

/** A service of the whole cloud, at one host. */
function atHost(host: string, answer: Reached['answer']): Finder {
  return (_state, uri) => (uri.host === host ? { target: null, answer } : null);
}

/** Calls a service by its host name; a name that nobody holds does not resolve. */
export function callTarget(draft: Draft, command: CommandOf<'CallTarget'>, rules: Rules): void {
  callFrom(draft, { kind: 'application', origin: command.from }, command, rules);
}

/**
 * A call by any sender: code, or the platform of a host, whose calls arrive from the host's address.
 * Gives the answer back for what the sender does next; null where nobody was reached.
 */
export function callFrom(
  draft: Draft,
  sender: Actor,
  { from, request, token }: Omit<CommandOf<'CallTarget'>, 'type'>,
  rules: Rules,
): TargetAnswer | null {
  const uri = parseUri(request.url);
  const reached = uri === null ? null : findService(draft.state, uri);
  const to = targetActor(request.url, uri, reached);
  // A token whose signature does not hold is not the one that the world issued, whatever id it bears.
  const isIssued = token.kind === 'jwt' && token.signature === 'valid';
  const tokenId = isIssued ? token.claims.uti : null;
  draft.emit({ type: 'RequestSent', from: sender, to, request, tokenId });
  const unsent = cannotSend(draft.state, from);
  if (unsent !== null || reached === null || uri === null) {
    draft.emit({ type: 'ConnectionFailed', from: sender, to, reason: unsent ?? 'nameNotResolved' });
    return null;
  }
  const answered = reached.answer(draft, { from, request, uri, token }, rules);
  const { response, source } = answered.answer;
  const { decision } = answered;
  draft.emit({
    type: 'ResponseReturned',
    from: to,
    to: sender,
    response: onTheWire(request.method, response),
    source,
    tokenId: null,
    fromCache: false,
    decision,
  });
  return answered;
}

function targetActor(url: string, uri: Uri | null, reached: Reached | null): Actor {
  return { kind: 'target', host: uri?.host ?? url, resourceId: reached?.target?.id ?? null };
}

function findService(state: CloudState, uri: Uri): Reached | null {
  for (const find of services) {
    const reached = find(state, uri);
    if (reached !== null) return reached;
  }
  return null;
}
