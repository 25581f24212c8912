import { armHost } from '#domain/arm/address.ts';
import { isHost } from '#domain/arm/kinds.ts';
import { findResource } from '#domain/arm/state.ts';
import { ownClaims } from '#domain/cloud/own-token.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { learner } from '#domain/entra/built-in.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import { headerOf } from '#domain/http/message.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { parseUri } from '#domain/kernel/uri.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { answerIn, signResponse, tokensOf } from '#edge/gateway/answer.ts';
import type { Answer } from '#edge/gateway/answer.ts';
import { callWith, readRequest } from '#edge/gateway/read-request.ts';
import type { SentRequest } from '#edge/gateway/read-request.ts';
import type { TokenSigner } from '#edge/tokens/signer.ts';
import type { SharedWorld } from '../world/shared-world.ts';
import type { RequestLog } from '../request-log.ts';
import { bearerOf, withoutSecret } from './secret.ts';
import type { Secret } from './secret.ts';

/** Who sends: code at a known place, or whoever the token in the request was given to. */
export type Sender = Origin | 'bearer';

/** Gives a request, at Azure's own address, to the world, and back what Azure answers, signed. */
export type Exchange = (sender: Sender, request: HttpRequest) => Promise<Answer>;

export interface ExchangeSettings {
  readonly world: SharedWorld;
  readonly signer: TokenSigner;
  /** As a bearer token of Azure Resource Manager it makes the caller the subscription's owner. */
  readonly secret: Secret;
  /** Any bearer token that is none of this world's does so too. */
  readonly insecureOperator: boolean;
  readonly log: RequestLog;
}

/** Key Vault Secrets User. Two digits of its id are swapped in a list that clients are written by; who sends that means this role. */
const secretsUser = '4633458b-17de-408a-b874-0445c86b69e6';
const misprintedRole = /4633458b-17de-408a-874b-0445c86b69e6/gi;

const laptop: Origin = { kind: 'laptop' };

/**
 * One request at a time: the token is verified first, then the world decides without waiting for anything. The answer
 * goes out once what it changed is kept.
 */
export function createExchange({ world, signer, secret, insecureOperator, log }: ExchangeSettings): Exchange {
  return async (sender, request) => {
    const command = await read(sender, request);
    const { entry, state, kept } = world.run(command);
    const answer = answerIn(entry.events);
    const [signed] = await Promise.all([signedAnswer(answer, tokensOf(state, entry.events)), kept]);
    log(entry, answer);
    return signed;
  };

  async function signedAnswer(answer: Answer, tokenOf: ReturnType<typeof tokensOf>): Promise<Answer> {
    if (answer.kind === 'failure') return answer;
    return { kind: 'response', response: await signResponse(answer.response, tokenOf, signer) };
  }

  /** The command as it is once the world's clock stands where it should. */
  async function read(sender: Sender, sent: HttpRequest): Promise<(state: CloudState) => SentRequest> {
    const request = withoutSecret(sent, secret);
    const atArm = bearerAtArm(sent);
    if (atArm !== undefined && secret.is(atArm)) return asOperator(request);
    const command = await readRequest(sender === 'bearer' ? laptop : sender, request, signer);
    if (command.type !== 'CallTarget') return () => command;
    const isOfThisWorld = command.token.kind === 'jwt' && command.token.signature !== 'unknown';
    if (insecureOperator && atArm !== undefined && !isOfThisWorld) return asOperator(request);
    if (sender !== 'bearer') return () => command;
    return (state) => ({ ...command, from: holderOf(state, command.token) });
  }
}

/** The bearer token that a request presents to Azure Resource Manager. */
function bearerAtArm({ url, headers }: HttpRequest): string | undefined {
  const authorization = headerOf(headers, 'Authorization');
  return authorization !== null && parseUri(url)?.host === armHost ? bearerOf(authorization) : undefined;
}

function asOperator(sent: HttpRequest): (state: CloudState) => SentRequest {
  const request = { ...sent, body: sent.body.replace(misprintedRole, secretsUser) };
  return (state) => {
    const claims = ownClaims(state, learner(state.seed).id, `https://${armHost}`);
    return callWith(laptop, request, { kind: 'jwt', claims, signature: 'valid' });
  };
}

/** The host whose endpoint gave the token out: code there is taken for the sender, and firewalls see its address. */
function holderOf(state: CloudState, token: PresentedToken): Origin {
  if (token.kind !== 'jwt') return laptop;
  const host = dictionary.get(state.tokens.live, token.claims.uti)?.host;
  const resource = host === undefined ? undefined : findResource(state.arm, host);
  return resource !== undefined && isHost(resource) ? { kind: 'host', resourceId: resource.id } : laptop;
}
