import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { createHttpHeaders } from '@azure/core-rest-pipeline';
import { ownClaims } from '#domain/cloud/own-token.ts';
import { learner } from '#domain/entra/built-in.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { HttpMethod, HttpRequest, HttpResponse } from '#domain/http/message.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { dispatch } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { answerIn, signResponse, tokensOf } from '#edge/gateway/answer.ts';
import { callWith, readRequest } from '#edge/gateway/read-request.ts';
import { createTokenSigner } from '#edge/tokens/signer.ts';

/** What was sent and what came back, in order. */
export interface Exchange {
  readonly request: HttpRequest;
  readonly response: HttpResponse;
}

/** A world that official clients talk to without a network. */
export interface InProcessAzure {
  /** Give this to a client as its `httpClient`. */
  readonly client: HttpClient;
  /** Makes a credential whose token is that of a principal; the operator's where none is named. */
  readonly credential: (principal?: PrincipalId) => Credential;
  readonly state: () => CloudState;
  /** Takes the world further by other means than a client. */
  readonly change: (make: (world: World) => World) => void;
  readonly exchanges: readonly Exchange[];
}

export interface Credential {
  readonly getToken: () => Promise<{ readonly token: string; readonly expiresOnTimestamp: number }>;
}

const operator = 'operator';

/** Serves a world to clients at Azure's own addresses; whoever bears `operator` is the learner, who may do everything. */
export function inProcessAzure(start: World): InProcessAzure {
  const signer = createTokenSigner();
  const exchanges: Exchange[] = [];
  let world = start;

  async function send(request: HttpRequest): Promise<HttpResponse> {
    const presented = presentedBy(world.state, request);
    const from = { kind: 'laptop' } as const;
    const command = presented === null ? await readRequest(from, request, signer) : callWith(from, request, presented);
    world = dispatch(world, command);
    const { events } = world.timeline.entries.at(-1) ?? { events: [] };
    const answer = answerIn(events);
    if (answer.kind === 'failure') throw new Error(`no connection: ${answer.reason}`);
    return signResponse(answer.response, tokensOf(world.state, events), signer);
  }

  return {
    client: {
      async sendRequest(asked) {
        const request = requestOf(asked);
        const response = await send(request);
        exchanges.push({ request, response });
        return responseTo(asked, response);
      },
    },
    credential: (principal) => ({
      getToken: () =>
        Promise.resolve({
          token: principal === undefined ? operator : `principal:${principal}`,
          expiresOnTimestamp: Date.now() + 3_600_000,
        }),
    }),
    state: () => world.state,
    change: (make) => {
      world = make(world);
    },
    exchanges,
  };
}

/** Tokens of the operator and of principals are not signed here; anything else is read as it came. */
function presentedBy(state: CloudState, { headers }: HttpRequest): PresentedToken | null {
  const [, text = ''] = headers.find(([name]) => name.toLowerCase() === 'authorization') ?? [];
  const [, principal] = /^Bearer principal:(.+)$/.exec(text) ?? [];
  if (principal === undefined && text !== `Bearer ${operator}`) return null;
  const id = principal === undefined ? learner(state.seed).id : (principal as PrincipalId);
  return { kind: 'jwt', signature: 'valid', claims: ownClaims(state, id, 'https://management.azure.com') };
}

function requestOf({ method, url, headers, body }: PipelineRequest): HttpRequest {
  return { method: method as HttpMethod, url, headers: [...headers], body: typeof body === 'string' ? body : '' };
}

function responseTo(request: PipelineRequest, { status, headers, body }: HttpResponse): PipelineResponse {
  const sent = createHttpHeaders();
  for (const [name, value] of headers) sent.set(name, value);
  return { request, status, headers: sent, bodyAsText: body };
}
