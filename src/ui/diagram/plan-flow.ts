import { statusOnWire } from '#app/flow/wire.ts';
import type { Actor, Cast, CastHost, FlowScene, MessageStep, SceneStep, SceneToken } from '#app/flow/scene.ts';
import { flowWords } from '#ui/words/words.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { Enclosure, Head, Lane, Picture, RoleMark, Row, Seal, TokenMark, Verdict } from './picture.ts';
import { framesOf } from './plan.ts';
import type { Plan } from './plan.ts';

/** The plan of a flow that the engine played. */
export function planFlow(scene: FlowScene): Plan {
  const { cast, steps, heldBefore } = scene;
  const lanes = cast.actors.map((actor): Lane => ({ id: actor.id, reached: actor.reached, head: headOf(actor, cast) }));
  const picture: Picture = {
    description: flowWords.picture(lanes.map(({ head }) => head.label)),
    lanes,
    enclosures: [...cast.hosts.map((host) => hostEnclosure(host, cast)), ...tenantEnclosure(cast)],
    roles: rolesOf(cast),
    rows: steps.map((step, index) => rowOf(step, steps[index + 1])),
  };
  const tokens = new Map(
    [...heldBefore.map(({ token }) => token), ...steps.flatMap(tokensOf)].map((token) => [token.id as string, token]),
  );
  const frames = framesOf(picture, {
    holders: heldBefore.map(({ actor, token }) => ({ lane: actor, token: mark(token) })),
    aged: (token, row) => aged(token, tokens.get(token.id), steps[row]),
  });
  return { picture, frames };
}

function headOf(actor: Actor, cast: Cast): Head {
  switch (actor.kind) {
    case 'application':
      return {
        kind: 'station',
        icon: 'application',
        label: flowWords.application,
        short: flowWords.applicationShort,
        note: '',
      };
    case 'imds':
    case 'identityEndpoint': {
      const { [actor.kind]: label } = flowWords.endpoints;
      return { kind: 'station', icon: actor.kind, label, short: label, note: flowWords.endpointNotes[actor.kind] };
    }
    case 'platform':
      return {
        kind: 'station',
        icon: 'platform',
        label: flowWords.platform,
        short: flowWords.platform,
        note: '',
      };
    case 'entra':
      return cast.principals.length === 0
        ? { kind: 'station', icon: 'entra', label: flowWords.entra, short: flowWords.entraShort, note: '' }
        : { kind: 'principals', label: flowWords.entra, seals: cast.principals.map(sealOf) };
    case 'target':
      return { kind: 'target', label: actor.name, target: actor.target };
  }
}

function sealOf({ id, name, of, purgeAt }: Cast['principals'][number]): Seal {
  return { id, name, of, deleted: purgeAt === null ? null : flowWords.purged(purgeAt) };
}

function hostEnclosure(host: CastHost, { actors }: Cast): Enclosure {
  const inside = actors.filter((actor) => 'hostId' in actor && actor.hostId === host.id);
  const endpoint = inside.map(({ kind }) => kind).find((kind) => kind === 'imds' || kind === 'identityEndpoint');
  return {
    kind: 'host',
    lanes: inside.map(({ id }) => id),
    host: host.kind,
    label: hostLabel(host),
    inside: endpoint === undefined ? '' : flowWords.onlyInside[endpoint],
    systemAssigned: host.systemAssigned,
    userAssigned: host.userAssigned,
  };
}

function hostLabel({ kind, name }: CastHost): string {
  if (name !== '') return name;
  if (kind === 'laptop') return flowWords.laptop;
  return kind === 'external' ? flowWords.external : flowWords.someMachine;
}

function tenantEnclosure({ actors }: Cast): readonly Enclosure[] {
  const lanes = actors.filter(({ kind }) => kind === 'entra').map(({ id }) => id);
  return lanes.length === 0 ? [] : [{ kind: 'tenant', lanes, label: flowWords.entra, short: flowWords.entraShort }];
}

/** Targets that let nobody in by an Azure role: that there is none says nothing. */
const ownGrants: readonly (ResourceKind | null)[] = ['sqlServer', 'sqlDatabase', 'cosmosAccount'];

/** One mark for each principal and target: its roles there, or that it has none. */
function rolesOf({ principals, roles, actors }: Cast): readonly RoleMark[] {
  const targets = actors.flatMap((actor) => (actor.kind === 'target' ? [actor] : []));
  return targets.flatMap(({ id: lane, target }) =>
    principals.flatMap(({ id: seal }): readonly RoleMark[] => {
      const [first, ...others] = roles.filter((role) => role.principalId === seal && role.target === lane);
      if (first === undefined)
        return ownGrants.includes(target) ? [] : [{ seal, lane, role: null, state: 'effective' }];
      const more = others.length === 0 ? '' : ` +${others.length}`;
      return [{ seal, lane, role: `${first.name}${more}`, state: first.state }];
    }),
  );
}

function rowOf(step: SceneStep, next: SceneStep | undefined): Row {
  const { title, label } = flowWords.tell(step.story);
  if (step.kind === 'clock') return { kind: 'pause', title, label };
  const { from, to, way, token } = step;
  if (way === 'lost') return { kind: 'silence', title, label, from, to, verdict: { allowed: false, status: null } };
  return {
    kind: 'message',
    title,
    label,
    from,
    to,
    line: way === 'out' ? 'solid' : 'dashed',
    lost: next?.kind === 'message' && next.way === 'lost',
    token: token === null ? null : mark(token),
    verdict: verdictOf(step),
  };
}

/** Where access was the question, or the answer a refusal. */
function verdictOf({ request, response, decision }: MessageStep): Verdict | null {
  if (response === null) return null;
  const status = statusOnWire(request, response);
  if (response.status >= 400) return { allowed: false, status };
  return decision === null ? null : { allowed: decision.allowed, status };
}

function tokensOf(step: SceneStep): readonly SceneToken[] {
  return step.kind === 'message' && step.token !== null ? [step.token] : [];
}

function mark({ id, life }: SceneToken): TokenMark {
  return { id, life };
}

function aged(token: TokenMark, known: SceneToken | undefined, step: SceneStep | undefined): TokenMark {
  if (known === undefined || step === undefined) return token;
  const { nbf, exp } = known.token.claims;
  return { id: token.id, life: Math.min(Math.max((exp - step.at) / (exp - nbf), 0), 1) };
}
