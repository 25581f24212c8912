import type { Host } from '#domain/arm/resource.ts';
import type { EntraError } from '#domain/entra/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { DefaultRule, SelectedIdentity } from '#domain/managedidentity/selection.ts';
import type { ReadRequest } from '#domain/managedidentity/token-request.ts';
import type { Actor } from '#domain/protocol/actor.ts';
import type { Draft } from '../../draft.ts';
import type { Rules } from '../../rules.ts';
import { obtainToken, systemClientId } from '../obtain-token.ts';
import type { Obtained } from '../obtain-token.ts';
import { withoutToken } from './endpoint.ts';
import type { EndpointAnswer } from './endpoint.ts';

/** How one host's endpoint speaks: what it reads, whom it chooses, what it answers. */
export interface Protocol {
  readonly actor: Actor;
  readonly defaultRule: DefaultRule;
  readonly read: () => ReadRequest;
  readonly identityRefused: (reason: 'notFound' | 'several', named: boolean) => SourcedResponse;
  readonly entraRefused: (error: EntraError, answer: SourcedResponse) => SourcedResponse;
  readonly issued: (obtained: Extract<Obtained, { kind: 'token' }>) => SourcedResponse;
}

/** Answers a token request in the words of a protocol, for one of the identities that the host carries. */
export function respondByIdentity(draft: Draft, protocol: Protocol, host: Host, rules: Rules): EndpointAnswer {
  const read = protocol.read();
  if (read.kind === 'refused') return withoutToken(read.answer);
  const clientId = systemClientId(draft.state, host);
  const { selector, resource } = read;
  const selection = rules.selectIdentity(host, clientId, selector, protocol.defaultRule);
  if (selection.kind === 'refused') {
    return withoutToken(protocol.identityRefused(selection.reason, selector !== null));
  }
  const { identity } = selection;
  const obtained = obtainToken(draft, { host, identity, resource, endpoint: protocol.actor });
  if (obtained.kind === 'refused') {
    return withoutToken(protocol.entraRefused(obtained.error, obtained.answer));
  }
  const answer = protocol.issued(obtained);
  const certain = selector === null || !isSystemByName(identity);
  return {
    answer: certain ? answer : { ...answer, source: 'unconfirmed' },
    tokenId: obtained.claims.uti,
    fromCache: obtained.fromCache,
  };
}

/** That IMDS finds the system-assigned identity by its own ids is the simulator's choice (facts: corrections 13). */
function isSystemByName(identity: SelectedIdentity): boolean {
  return identity.kind === 'system';
}
