import type { CloudState } from '#domain/cloud/state.ts';
import type { TokenId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { CarriedToken, Hop } from '#domain/protocol/hops.ts';
import type { AccessDecision } from '#domain/rbac/access.ts';
import type { World } from '#domain/timeline/timeline.ts';
import type { HttpRequest, HttpResponse, WireSource } from '#domain/http/message.ts';
import { castOf } from './cast.ts';
import type { Actor, Cast } from './cast.ts';
import { boardOf } from './board.ts';
import type { Place } from './board.ts';
import type { FlowRun } from './flow-run.ts';
import type { Story } from './story.ts';
import { tell } from './tell.ts';

/** A message between two actors of the cast, with everything that a screen says of it. */
export interface MessageStep {
  readonly kind: 'message';
  /** Ids of actors. */
  readonly from: string;
  readonly to: string;
  /** `lost`: a request that got no answer, told when that is known. */
  readonly way: 'out' | 'back' | 'lost';
  readonly at: Instant;
  readonly request: HttpRequest;
  readonly response: HttpResponse | null;
  /** The evidence for the wording of the response; null where there is none to judge. */
  readonly source: WireSource | null;
  /** The token that travels with the message. */
  readonly token: SceneToken | null;
  /** The token that the message is about: the one it carries, or the one that its request presented. */
  readonly about: SceneToken | null;
  readonly decision: AccessDecision | null;
  /** Which entry of the timeline it belongs to. */
  readonly entry: number;
  readonly story: Story;
}

/** Time that passes between messages. */
export interface ClockStep {
  readonly kind: 'clock';
  readonly at: Instant;
  readonly story: Story;
}

export type { Actor, Cast, CastHost } from './cast.ts';
export type { Refusal } from './refusal.ts';
export type { Story, Wanted } from './story.ts';

export type SceneStep = MessageStep | ClockStep;

export interface SceneToken {
  readonly id: TokenId;
  readonly token: CarriedToken;
  /** What remains of its life when the message is sent, from 1 to 0. */
  readonly life: number;
  /** Seconds from then until it expires; negative afterwards. */
  readonly secondsLeft: number;
}

/** A flow made ready to be watched: who takes part, what is known before, and the steps. Plain data. */
export interface FlowScene {
  readonly startsAt: Instant;
  readonly cast: Cast;
  /** The tokens that applications hold before the first step. */
  readonly heldBefore: readonly { readonly actor: string; readonly token: SceneToken }[];
  readonly steps: readonly SceneStep[];
  /** The cloud before the first step, and the world after the last: what else is to be asked of them is asked when somebody wants to know. */
  readonly before: CloudState;
  readonly after: World;
}

/** Reads a run as a scene: ids become names, answers get their reasons. */
export function sceneOf(run: FlowRun): FlowScene {
  const { before } = run;
  const board = boardOf(run);
  const cast = castOf(before, board);
  return {
    startsAt: before.now,
    cast,
    heldBefore: board.heldBefore.map(({ actor, token }) => ({ actor, token: sceneToken(token, before.now) })),
    steps: run.steps.map((step, index): SceneStep => {
      if (step.kind === 'clock') {
        return { kind: 'clock', at: step.to, story: { tells: 'time-passed', from: step.from, to: step.to } };
      }
      const place = board.places[index];
      if (place === undefined || place === null) throw new Error('A message has no place on the board.');
      return messageStep({ before, cast, at: step.at, entry: step.entry }, step.hop, place);
    }),
    before,
    after: run.after,
  };
}

interface Setting {
  readonly before: CloudState;
  readonly cast: Cast;
  readonly at: Instant;
  readonly entry: number;
}

const ways = { request: 'out', response: 'back', failure: 'lost' } as const;

function messageStep({ before, cast, at, entry }: Setting, hop: Hop, { from, to, presented }: Place): MessageStep {
  const token = hop.kind === 'failure' ? null : hop.token;
  const about = token ?? presented;
  const answer = hop.kind === 'response' ? hop : null;
  const passage = { before, cast, at, about, from: actorNamed(cast, from), to: actorNamed(cast, to) };
  return {
    kind: 'message',
    from,
    to,
    way: ways[hop.kind],
    at,
    request: hop.request,
    response: answer?.response ?? null,
    source: answer?.source ?? null,
    token: token === null ? null : sceneToken(token, at),
    about: about === null ? null : sceneToken(about, at),
    decision: answer?.decision ?? null,
    entry,
    story: tell(passage, hop),
  };
}

function actorNamed({ actors }: Cast, id: string): Actor {
  const actor = actors.find((candidate) => candidate.id === id);
  if (actor === undefined) throw new Error(`${id} is not in the cast.`);
  return actor;
}

function sceneToken(token: CarriedToken, at: Instant): SceneToken {
  const { uti, nbf, exp } = token.claims;
  const secondsLeft = exp - at;
  return { id: uti, token, secondsLeft, life: Math.min(Math.max(secondsLeft / (exp - nbf), 0), 1) };
}
