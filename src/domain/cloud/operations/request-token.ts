import { onTheWire } from '#domain/http/message.ts';
import { parseUri } from '#domain/kernel/uri.ts';
import type { Actor } from '#domain/protocol/actor.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import type { Rules } from '../rules.ts';
import type { CloudState } from '../state.ts';
import { cannotSend } from './can-send.ts';
import { appService } from './endpoints/app-service.ts';
import { nowhere } from './endpoints/endpoint.ts';
import type { Endpoint, EndpointAnswer, Reached } from './endpoints/endpoint.ts';
import { entra } from './endpoints/entra.ts';
import { imds } from './endpoints/imds.ts';

/** Everything that gives tokens to code, found by its address. */
const endpoints: readonly Endpoint[] = [imds, appService, entra];

/** Asks the endpoint that gives code its tokens, from where the code runs. */
export function requestToken(draft: Draft, command: CommandOf<'RequestToken'>, rules: Rules): void {
  askFrom(draft, { kind: 'application', origin: command.from }, command, rules);
}

/** A request by any sender: code, or the platform of a host. Gives the answer back; null where nobody was reached. */
export function askFrom(
  draft: Draft,
  sender: Actor,
  command: CommandOf<'RequestToken'>,
  rules: Rules,
): EndpointAnswer | null {
  const reached = reach(draft.state, command);
  const to = reached.kind === 'service' ? reached.actor : reached.meant;
  draft.emit({ type: 'RequestSent', from: sender, to, request: command.request, tokenId: null });
  if (reached.kind === 'nothing') {
    draft.emit({ type: 'ConnectionFailed', from: sender, to, reason: reached.reason });
    return null;
  }
  const answered = reached.respond(draft, rules);
  const { source } = answered.answer;
  const response = onTheWire(command.request.method, answered.answer.response);
  const { tokenId, fromCache } = answered;
  draft.emit({ type: 'ResponseReturned', from: to, to: sender, response, source, tokenId, fromCache, decision: null });
  return answered;
}

/** What is at the address; code that is not running reaches nobody, whatever is there. */
function reach(state: CloudState, command: CommandOf<'RequestToken'>): Reached {
  const reached = atAddress(state, command);
  const unsent = cannotSend(state, command.from);
  if (unsent === null) return reached;
  return { kind: 'nothing', meant: reached.kind === 'service' ? reached.actor : reached.meant, reason: unsent };
}

function atAddress(state: CloudState, command: CommandOf<'RequestToken'>): Reached {
  const uri = parseUri(command.request.url);
  if (uri === null) return { kind: 'nothing', meant: { kind: 'imds' }, reason: 'unreachable' };
  const endpoint = endpoints.find(({ isAt }) => isAt(uri));
  return endpoint?.reach(state, command, uri) ?? nowhere(uri.host);
}
