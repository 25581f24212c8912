import type { Story, Wanted } from '#app/flow/scene.ts';
import type { GateName } from '#domain/rbac/access.ts';
import { clock as time } from '../time.ts';
import { askerName, audience, upper, wanted } from './phrases.ts';
import type { Telling } from './phrases.ts';

export function callMade({
  by,
  target,
  wanted: thing,
  withToken,
  withKey,
}: Extract<Story, { tells: 'call-made' }>): Telling {
  const who = by === 'platform' ? askerName.platform : 'The application';
  if (withKey) {
    return {
      title: `${who} calls ${target} with an account key`,
      text: `It wants ${wanted(thing)}. A key opens everything in the account and does not say who is calling.`,
      label: thing.kind === 'unknown' ? 'calls' : `reads ${thing.name}`,
    };
  }
  return {
    title: `${who} calls ${target} ${withToken ? 'with the token' : 'without a token'}`,
    text: withToken
      ? `It wants ${wanted(thing)}. The token travels in the Authorization header, and what ${target} learns of the caller is what the token says.`
      : `It wants ${wanted(thing)}, and shows nothing that says who is calling.`,
    label: thing.kind === 'unknown' ? 'calls' : `reads ${thing.name}`,
  };
}

export function callAnswered({
  target,
  wanted: thing,
  status,
  speaker,
  gate,
  role,
}: Extract<Story, { tells: 'call-answered' }>): Telling {
  const who = speaker?.name ?? '';
  const grant = role === null ? '' : ` ${who} has the role ${role.name} on ${role.at ?? 'the subscription'}.`;
  const left = ` The service principal ${who} is deleted; the token lives on, and the role assignment that was left behind still fits it.`;
  return {
    title: withStatus(`${target} answers`, status),
    text: `${passedBy(gate)}${speaker?.gone === true ? left : grant} ${outcome(thing, status)}`,
    label: thing.kind === 'unknown' ? 'answers' : `the ${thing.kind}`,
  };
}

/** A blob that was written is not in the answer, and neither is what nobody can name. */
function outcome(thing: Wanted, status: number | null): string {
  if (thing.kind === 'unknown') return 'What was asked is done.';
  return status === 201 ? `${upper(wanted(thing))} is stored.` : `Here is ${wanted(thing)}.`;
}

/** How the last gate was passed. */
function passedBy(gate: GateName | null): string {
  const all = 'The token passes every gate, and the last of them finds';
  switch (gate) {
    case 'policy':
      return `${all} an access policy of the vault that allows it.`;
    case 'databaseUser':
      return `${all} a user of the database that stands for the caller.`;
    case 'cosmosRole':
      return `${all} a data role of Cosmos DB that allows it.`;
    case 'appRole':
      return `${all} the app role in the token.`;
    case 'application':
      return `${all} that the app lets this client in.`;
    case 'sharedKey':
      return 'The account key fits, and no identity is asked.';
    case 'condition':
      return `${all} a role whose condition holds.`;
    default:
      return `${all} a role that allows it.`;
  }
}

/** A database's protocol has no status to be told. */
function withStatus(what: string, status: number | null): string {
  return status === null ? what : `${what}: ${status}`;
}

export function callRefused(story: Extract<Story, { tells: 'call-refused' }>): Telling {
  const title = withStatus(`${story.target} refuses`, story.status);
  return { title, text: whyCallRefused(story), label: refusedLabel(story) };
}

function refusedLabel({ gate, status, code, pendingUntil }: Extract<Story, { tells: 'call-refused' }>): string {
  if (pendingUntil !== null) return 'role not yet effective';
  if (gate !== null) return gateLabel[gate.gate];
  return status === 404 || code === '' ? 'not found' : code;
}

const gateLabel: Readonly<Record<GateName, string>> = {
  token: 'no token',
  signature: 'wrong signature',
  issuer: 'wrong issuer',
  audience: 'wrong audience',
  lifetime: 'expired',
  sharedKey: 'key refused',
  network: 'network refused',
  deny: 'denied',
  role: 'no role',
  condition: 'condition fails',
  policy: 'no access policy',
  databaseUser: 'no database user',
  cosmosRole: 'no data role',
  appRole: 'no app role',
  application: 'client not let in',
};

/** Why a gate that is not about the token itself refused. */
const refusalOfGate: Readonly<Partial<Record<GateName, string>>> = {
  sharedKey: 'The account does not take this key: shared keys are switched off, or the key was made anew.',
  network: 'The firewall does not let this address in. Who is calling does not matter here.',
  deny: 'A deny assignment takes the action away, whatever roles grant.',
  condition: 'A role would allow it, but the condition of the assignment does not hold for this request.',
  policy: 'The vault decides by access policies, and none gives this caller the permission. Azure roles are not asked.',
  databaseUser:
    'The token is good, and the database has no user that stands for it. An Azure role on the server gives no data.',
  cosmosRole: 'The token is good, and the account has no data role for it. Azure roles on the account give no data.',
  appRole: 'The token is good, and holds no app role that the API asks for.',
  application: 'The token is good, and the app lets other clients in, not this one.',
};

function whyCallRefused(story: Extract<Story, { tells: 'call-refused' }>): string {
  const { target, wanted: thing, gate, speaker, pendingUntil, status, code } = story;
  if (gate === null && status !== 404 && code !== '') {
    return `Who is calling is not the question. ${target} answers ${code}; the message says why.`;
  }
  if (gate === null) {
    return `The caller may ask, but ${target} does not have ${wanted(thing)}.`;
  }
  switch (gate.gate) {
    case 'token':
      return `The call shows no token that can be read. ${target} asks for one.`;
    case 'signature':
      return 'The signature does not fit: the token was changed, or signed by somebody else.';
    case 'issuer':
      return `The token comes from a tenant that ${target} does not trust.`;
    case 'audience':
      return `The token is for ${audience(gate.found)}, and ${target} takes only tokens for ${audience(gate.expected)}.`;
    case 'lifetime':
      return 'The token has expired.';
    case 'role':
      return pendingUntil === null
        ? `The token is good, and ${speaker?.name ?? 'its principal'} has no role here that allows this. To have an identity is not to have access.`
        : `The token is good, and the role is assigned but not yet effective: by ${time(pendingUntil)} at the latest.`;
    default:
      return refusalOfGate[gate.gate] ?? '';
  }
}
