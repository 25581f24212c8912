import type { Actor, CastHost, FlowScene, Refusal, Story, Wanted } from '#app/flow/scene.ts';
import type { GateName } from '#domain/rbac/access.ts';
import { clock as time } from './time.ts';

/** A step in words: its heading in the list, why it happens, and what the picture has room for. */
interface Telling {
  readonly title: string;
  readonly text: string;
  readonly label: string;
}

const endpointName = { imds: 'IMDS', identityEndpoint: 'The identity endpoint' } as const;
const askerName = { ...endpointName, platform: 'The platform of the app', application: 'The application' } as const;
const endpointInText = { imds: 'IMDS', identityEndpoint: 'the identity endpoint' } as const;
const askerInText = { ...endpointInText, platform: 'the platform' } as const;

/** `vault.azure.net`: audiences are known by their host, so the scheme and the final slash are left out. */
function audience(resource: string): string {
  return resource.replace(/^https:\/\//, '').replace(/\/$/, '');
}

function hostName({ kind, name }: CastHost): string {
  if (kind === 'laptop') return 'the laptop';
  if (kind === 'external') return 'the workload outside Azure';
  return name === '' ? 'a virtual machine' : name;
}

function duration(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [count(days, 'day'), count(hours, 'hour'), count(rest, 'minute')].filter((part) => part !== '');
  return days === 1 && hours + rest === 0 ? '24 hours' : list(parts.length === 0 ? ['less than a minute'] : parts);
}

function count(number: number, unit: string): string {
  if (number === 0) return '';
  return number === 1 ? `1 ${unit}` : `${number} ${unit}s`;
}

function list(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** `2 March 2026, 09:00 UTC` */
function moment(at: number): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at * 1000);
  return `${day}, ${time(at)} UTC`;
}

function wanted(thing: Wanted): string {
  switch (thing.kind) {
    case 'secret':
      return `the secret ${thing.name}`;
    case 'blob':
      return `the blob ${thing.name}`;
    case 'unknown':
      return 'what it was asked for';
  }
}

const idNames = { clientId: 'client ID', principalId: 'object ID', resourceId: 'resource ID' } as const;

function tokenAsked({ host, endpoint, resource, named }: Extract<Story, { tells: 'token-asked' }>): Telling {
  const who = host.kind === 'laptop' ? 'The code on the laptop' : `The application on ${hostName(host)}`;
  const which =
    named === null ? 'It names no identity' : `It names the identity ${named.name} by its ${idNames[named.by]}`;
  const proof =
    endpoint === 'imds'
      ? 'no password, only the header Metadata: true. Nobody but code inside the machine can reach this address.'
      : 'no password, only the value that the platform put into IDENTITY_HEADER. Nobody but this app can reach the address.';
  const outside = 'It asks as code on a virtual machine would: the same address, the same header.';
  return {
    title: `${who} asks ${endpointInText[endpoint]} for a token`,
    text:
      host.kind === 'laptop' ? outside : `The token is to be for ${audience(resource)}. ${which}, and shows ${proof}`,
    label: 'asks for a token',
  };
}

function entraAsked({ endpoint, host, speaker, resource }: Extract<Story, { tells: 'entra-asked' }>): Telling {
  if (endpoint === 'application') return directlyAsked(host, speaker.name, resource);
  return {
    title: `${askerName[endpoint]} signs in to Microsoft Entra ID as ${speaker.name}`,
    text: `Azure keeps a certificate for ${speaker.name}, and ${askerInText[endpoint]} signs with it. The application never sees that certificate. It asks for a token for ${audience(resource)}.`,
    label: `signs in as ${speaker.name}`,
  };
}

/** Code that has no endpoint shows a token of its own platform, or a person signs in. */
function directlyAsked(host: CastHost | null, name: string, resource: string): Telling {
  const where = host === null ? 'The application' : `The code on ${hostName(host)}`;
  const who = name === '' ? '' : ` as ${name}`;
  const proof =
    host?.kind === 'laptop'
      ? 'Somebody signs in there.'
      : 'It shows the token that its own platform gave it, in the place of a secret; Microsoft Entra ID compares issuer, subject and audience with the federated credentials.';
  return {
    title: `${where} signs in to Microsoft Entra ID${who}`,
    text: `${proof} It asks for a token for ${audience(resource)}.`,
    label: name === '' ? 'signs in' : `signs in as ${name}`,
  };
}

function tokenIssued({ speaker, resource, secondsLeft }: Extract<Story, { tells: 'token-issued' }>): Telling {
  return {
    title: 'Microsoft Entra ID issues a token',
    text: `It says who is calling, ${speaker.name}, and for whom it is, ${audience(resource)}. It lives for ${duration(secondsLeft)}. Azure roles are not written in it.`,
    label: 'issues a token',
  };
}

const refusalText: Readonly<Record<Refusal, string>> = {
  'no-identity': 'There is no identity to speak as.',
  'not-attached': 'The identity that the request names is not attached here.',
  'several-identities': 'More than one identity is attached, and the request names none.',
  'proof-missing': 'The request lacks the header that keeps forwarded requests out.',
  forwarded: 'The request was forwarded by something in between (X-Forwarded-For), and such requests are refused.',
  'unknown-audience': 'No resource of that name is known in this tenant.',
  'principal-gone': 'The service principal behind the identity is deleted.',
  'assertion-not-trusted':
    'No federated credential of the identity trusts this token: issuer, subject and audience have to be the same to the letter.',
  'app-role-required': 'The API admits only principals that have one of its app roles, and this one has none.',
  throttled: 'Too many requests came at once. Nothing is wrong with this one: wait, and send it again.',
  updating: 'The service is being updated. It is back within 70 seconds: wait, and send it again.',
  'service-failed': 'The service failed. Nothing is wrong with the request: wait, and send it again.',
  'bad-request': 'The request is not one that this endpoint understands.',
};

const refusalLabel: Readonly<Record<Refusal, string>> = {
  'no-identity': 'no identity',
  'not-attached': 'not attached',
  'several-identities': 'which identity?',
  'proof-missing': 'header missing',
  forwarded: 'forwarded',
  'unknown-audience': 'unknown audience',
  'principal-gone': 'principal deleted',
  'assertion-not-trusted': 'not trusted',
  'app-role-required': 'no app role',
  throttled: 'too many requests',
  updating: 'being updated',
  'service-failed': 'failed',
  'bad-request': 'not understood',
};

function entraRefused(story: Extract<Story, { tells: 'entra-refused' }>): Telling {
  const about = story.refusal === 'unknown-audience' ? ` It was asked for ${audience(story.resource)}.` : '';
  return {
    title: `Microsoft Entra ID refuses: ${story.status}`,
    text: `${refusalText[story.refusal]}${about}`,
    label: refusalLabel[story.refusal],
  };
}

function tokenHanded(story: Extract<Story, { tells: 'token-handed' }>): Telling {
  const { host, endpoint, fromCache, secondsLeft } = story;
  if (fromCache) {
    return {
      title: `${endpointName[endpoint]} answers from its cache`,
      text: `It kept the token of the earlier request and gives it out again. Microsoft Entra ID is not asked. ${duration(secondsLeft)} of its life are left.`,
      label: 'the same token',
    };
  }
  return {
    title: `${endpointName[endpoint]} hands the token to the application`,
    text: `The application on ${hostName(host)} now holds a token and never held a secret. The platform keeps a copy: whoever asks the same again gets the same token until it expires.`,
    label: 'hands it over',
  };
}

function tokenRefused(story: Extract<Story, { tells: 'token-refused' }>): Telling {
  return {
    title: `${endpointName[story.endpoint]} refuses: ${story.status}`,
    text: whyRefused(story),
    label: refusalLabel[story.refusal],
  };
}

function whyRefused({ host, endpoint, refusal, resource, named }: Extract<Story, { tells: 'token-refused' }>): string {
  const unasked = 'Microsoft Entra ID is not asked.';
  switch (refusal) {
    case 'no-identity':
      return host.userAssigned.length === 0
        ? `${hostName(host)} has no identity, so there is nobody to speak as. ${unasked}`
        : `${hostName(host)} has no system-assigned identity, and this endpoint picks no user-assigned one by itself. Name ${list(host.userAssigned.map(({ name }) => name))}. ${unasked}`;
    case 'several-identities':
      return `${hostName(host)} carries ${list(host.userAssigned.map(({ name }) => name))}, and the request names ${host.userAssigned.length === 2 ? 'neither' : 'none of them'}. ${endpointName[endpoint]} does not guess. Name one, by its client ID. ${unasked}`;
    case 'not-attached':
      return `${named ?? 'The identity'} is not attached to ${hostName(host)}. ${unasked}`;
    case 'proof-missing':
      return `The request lacks the header ${endpoint === 'imds' ? 'Metadata: true' : 'X-IDENTITY-HEADER'}, which keeps forwarded requests out. ${unasked}`;
    case 'unknown-audience':
      return `Microsoft Entra ID knows no resource named ${resource} in this tenant, and ${endpointInText[endpoint]} passes that on.`;
    default:
      return refusalText[refusal];
  }
}

function callMade({ by, target, wanted: thing, withToken, withKey }: Extract<Story, { tells: 'call-made' }>): Telling {
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

function callAnswered({
  target,
  wanted: thing,
  status,
  speaker,
  gate,
  role,
}: Extract<Story, { tells: 'call-answered' }>): Telling {
  const who = speaker?.name ?? '';
  const grant = role === null ? '' : ` ${who} has the role ${role.name} on ${role.at}.`;
  const left = ` The service principal ${who} is deleted; the token lives on, and the role assignment that was left behind still fits it.`;
  return {
    title: withStatus(`${target} answers`, status),
    text: `${passedBy(gate)}${speaker?.gone === true ? left : grant} Here is ${wanted(thing)}.`,
    label: thing.kind === 'unknown' ? 'answers' : `the ${thing.kind}`,
  };
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

function callRefused(story: Extract<Story, { tells: 'call-refused' }>): Telling {
  const title = withStatus(`${story.target} refuses`, story.status);
  const label = story.pendingUntil === null ? gateLabel[story.gate?.gate ?? 'none'] : 'role not yet effective';
  return { title, text: whyCallRefused(story), label };
}

const gateLabel: Readonly<Record<GateName | 'none', string>> = {
  none: 'not found',
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
  const { target, wanted: thing, gate, speaker, pendingUntil } = story;
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

function notReached({ host, to, reason }: Extract<Story, { tells: 'not-reached' }>): Telling {
  const why = {
    unreachable: `169.254.169.254 is a link-local address: no network carries it further. From ${hostName(host)} it leads to no machine in Azure, so there is nobody who could refuse.`,
    endpointNotSet: `${hostName(host)} has no identity, so the platform sets no IDENTITY_ENDPOINT. There is no address to ask.`,
    nameNotResolved: `No service has the name ${to}.`,
    notRunning: `${hostName(host)} does not run, and neither does code on it: nobody sends the request.`,
    originGone: `${hostName(host)} is no longer there, and its code went with it: nobody sends the request.`,
  } as const;
  return { title: 'Nobody answers', text: why[reason], label: 'no answer' };
}

/** Every story in words. */
function tell(story: Story): Telling {
  switch (story.tells) {
    case 'token-asked':
      return tokenAsked(story);
    case 'entra-asked':
      return entraAsked(story);
    case 'token-issued':
      return tokenIssued(story);
    case 'entra-refused':
      return entraRefused(story);
    case 'token-handed':
      return tokenHanded(story);
    case 'token-refused':
      return tokenRefused(story);
    case 'call-made':
      return callMade(story);
    case 'call-answered':
      return callAnswered(story);
    case 'call-refused':
      return callRefused(story);
    case 'not-reached':
      return notReached(story);
    case 'time-passed':
      return {
        title: `${upper(duration(story.to - story.from))} pass`,
        text: `The world’s clock moves from ${time(story.from)} to ${time(story.to)}. Nothing is sent meanwhile.`,
        label: `${duration(story.to - story.from)} pass`,
      };
  }
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Who is who, before the first message. */
function opening({ cast, heldBefore }: FlowScene): string {
  const hosts = cast.hosts.filter(({ name }) => name !== '').map(identities);
  const laptop = cast.hosts.some(({ kind }) => kind === 'laptop') ? ['The code runs on a laptop, outside Azure.'] : [];
  const roles = cast.roles.map((role) => {
    const who = cast.principals.find(({ id }) => id === role.principalId)?.name ?? '';
    const what = `${role.name} on ${targetName(cast.actors, role.target)}`;
    if (role.state === 'orphaned') return `The assignment of ${what} is still there; its principal ${who} is deleted.`;
    return role.state === 'pending' ? `${who} will have ${what}.` : `The service principal ${who} has ${what}.`;
  });
  const held = heldBefore.length > 0 ? ['The application already holds a token.'] : [];
  return [...laptop, ...hosts, ...roles, ...held].join(' ');
}

function identities({ kind, name, systemAssigned, userAssigned }: CastHost): string {
  if (kind === 'aksCluster') return `Pods of ${name} sign in by workload identity.`;
  const attached = list(userAssigned.map((identity) => identity.name));
  if (systemAssigned && attached !== '') return `${name} has a system-assigned identity and carries ${attached}.`;
  if (systemAssigned) return `${name} has a system-assigned identity.`;
  return attached === ''
    ? `${name} has no identity.`
    : `${name} carries the user-assigned ${plural(userAssigned.length)} ${attached}.`;
}

function plural(number: number): string {
  return number === 1 ? 'identity' : 'identities';
}

function targetName(actors: readonly Actor[], id: string): string {
  const actor = actors.find((candidate) => candidate.id === id);
  return actor?.kind === 'target' ? actor.name : '';
}

interface ClaimWords {
  readonly means: string;
  /** Who looks at it, and what follows. */
  readonly compared: string;
}

const internal: ClaimWords = {
  means: 'Internal to Microsoft Entra ID.',
  compared: 'Nobody else reads it.',
};

const claims: Readonly<Record<string, ClaimWords>> = {
  typ: { means: 'What this text is: a JSON Web Token.', compared: 'Whoever reads it looks here first.' },
  alg: { means: 'How it is signed: RSA with SHA-256.', compared: 'The target checks the signature this way.' },
  kid: { means: 'Which key signed it.', compared: 'The target looks up the public key by it.' },
  x5t: {
    means: 'The same key, by the thumbprint of its certificate.',
    compared: 'The target may use it in place of kid.',
  },
  aud: {
    means: 'Audience: whom the token is for.',
    compared: 'The target compares it with its own audience: 401 where they differ.',
  },
  iss: {
    means: 'Issuer: the tenant that made the token.',
    compared: 'The target compares it with the tenant that it trusts.',
  },
  iat: {
    means: 'Issued at. Five minutes early, to allow for clocks that differ.',
    compared: 'Nobody compares it.',
  },
  nbf: { means: 'Not valid before.', compared: 'The target compares it with its clock.' },
  exp: { means: 'Expires.', compared: 'The target compares it with its clock; so does the cache of the platform.' },
  aio: internal,
  rh: internal,
  appid: {
    means: 'Client ID of the identity, by which callers name it.',
    compared: 'Azure SQL finds its user by it. Azure roles never look at it.',
  },
  appidacr: {
    means: 'How the identity proved itself: 2 is a certificate.',
    compared: 'Seldom does anybody compare it.',
  },
  idp: { means: 'Who signed the caller in: the same tenant.', compared: 'Seldom does anybody compare it.' },
  idtyp: { means: 'The caller is an app, not a person.', compared: 'Services that treat apps apart look at it.' },
  oid: {
    means: 'Object ID of the service principal: who is calling.',
    compared: 'Role assignments compare it with their principalId: 403 where none fits.',
  },
  sub: {
    means: 'Subject. For a managed identity the same as oid.',
    compared: 'Apps of your own may know callers by it.',
  },
  tid: { means: 'Tenant of the identity.', compared: 'The target reads it along with iss.' },
  uti: { means: 'Id of this very token.', compared: 'You find it in the sign-in log.' },
  ver: { means: 'Version of the token’s format.', compared: 'Whoever reads the token looks at it.' },
  xms_mirid: {
    means: 'Resource ID of the identity: the host of a system-assigned one, else the identity itself.',
    compared: 'Nobody compares it; Key Vault prints it in its refusals.',
  },
  roles: {
    means: 'App roles of the caller in the API that the token is for.',
    compared: 'The API compares them. Azure roles are never among them.',
  },
  groups: {
    means: 'Groups that the caller is in, as they were when the token was issued.',
    compared: 'Role assignments of these groups count for it.',
  },
  upn: { means: 'The sign-in name of a person.', compared: 'Nobody should: it can change.' },
  scp: { means: 'What a person lets the client do.', compared: 'The target looks at it where a person is calling.' },
  xms_az_rid: {
    means: 'The host that asked. Only tokens of user-assigned identities carry it.',
    compared: 'Nobody compares it; it tells hosts apart that share an identity.',
  },
};

const gates: Readonly<Record<GateName, string>> = {
  token: 'A token is shown',
  signature: 'The signature is genuine',
  issuer: 'The issuer is trusted',
  audience: 'The token is for this service',
  lifetime: 'The token is valid now',
  sharedKey: 'The account key fits',
  network: 'The network lets the address in',
  deny: 'No deny assignment is in the way',
  role: 'A role allows the action',
  condition: 'The condition of the role holds',
  policy: 'An access policy allows the action',
  databaseUser: 'A user of the database stands for the caller',
  cosmosRole: 'A data role of Cosmos DB allows the action',
  appRole: 'The token holds the app role',
  application: 'The app lets this client in',
};

export const flowWords = {
  scenario: 'Scenario',
  loading: 'Playing the scenario in the simulator…',
  failedTitle: 'The scenario could not be loaded',
  failedText: 'Check the connection to this site and try again.',
  tryAgain: 'Try again',
  unknownTitle: 'No such scenario',
  unknownText: (id: string) => `There is no scenario named “${id}”. These are the ones to choose from.`,
  copyMermaid: 'Copy as Mermaid',
  keysButton: 'Keys',
  keysTitle: 'Keys',
  keys: [
    ['→', 'Next step'],
    ['←', 'Step back'],
    ['Space', 'Play or pause'],
    ['Home', 'Back to the beginning'],
    ['End', 'To the last step'],
    ['?', 'This list'],
  ],
  keysNote: 'They rest while you are in a field, and where another control uses them.',
  controls: 'Player',
  play: 'Play',
  pause: 'Pause',
  next: 'Next step',
  back: 'Step back',
  restart: 'Back to the beginning',
  position: 'Position',
  speed: 'Speed',
  speedOf: (speed: number) => `${speed}×`,
  steps: 'Steps',
  stepOf: (step: number, all: number) => (step === 0 ? `Before step 1 of ${all}` : `Step ${step} of ${all}`),
  announce: (step: number, all: number, title: string, text: string) =>
    step === 0 ? `${title}. ${text}` : `Step ${step} of ${all}. ${title}. ${text}`,
  openingTitle: 'Before the first message',
  opening,
  tell,
  time,
  moment,
  duration,
  clock: (at: number) => `The world’s clock: ${moment(at)}`,
  picture: (names: readonly string[]) => `Messages between ${list(names)}. The same steps are in the list.`,
  application: 'application',
  applicationShort: 'app',
  endpoints: { imds: 'IMDS', identityEndpoint: 'endpoint' },
  endpointNotes: { imds: '169.254.169.254', identityEndpoint: 'of App Service' },
  onlyInside: { imds: 'IMDS: only from inside', identityEndpoint: 'endpoint: only from inside' },
  entra: 'Microsoft Entra ID',
  entraShort: 'Entra ID',
  tenant: 'tenant',
  laptop: 'laptop',
  external: 'workload outside Azure',
  platform: 'platform',
  someMachine: 'a virtual machine',
  purged: (at: number) =>
    `purged on ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(at * 1000)}`,
  details: 'What is behind this step',
  tabs: { message: 'Message', token: 'Token', gates: 'Gates' },
  request: 'Request',
  response: 'Response',
  answerTo: 'It answers this request',
  noMessageYet: (withIds: boolean) =>
    withIds ? 'No message has been sent yet. These ids will be met again.' : 'No message has been sent yet.',
  objectId: 'object ID',
  clientId: 'client ID',
  noMessage: 'No message: the clock moves.',
  noAnswer: 'No answer ever came.',
  noTokenTitle: 'No token in this step',
  noTokenText: 'A token is in play once Microsoft Entra ID has issued one.',
  noGatesTitle: 'Nothing is decided in this step',
  noGatesText:
    'Gates stand at the target. It opens them one after the other, and the first that refuses ends the call.',
  speaksFor: (name: string) => `speaks for ${name}`,
  tokenLife: (seconds: number) => (seconds > 0 ? `${duration(seconds)} left` : `expired ${duration(seconds)} ago`),
  tokenWhole: 'The token on the wire',
  signed: 'Signed with RS256 by the simulator’s own key.',
  unsigned: 'Unsigned: this browser offers no WebCrypto here.',
  signing: 'Signing…',
  header: 'Header',
  otherClaims: (number: number) => `${number} more claims`,
  claimWords: (name: string): ClaimWords => claims[name] ?? internal,
  gates,
  gatePassed: 'passed',
  gateRefused: 'refused',
  gateUnasked: 'not asked',
  expected: 'Expected',
  found: 'Found',
  foundNothing: 'nothing',
  pending: (at: number) => `A role is assigned and takes effect by ${time(at)} at the latest.`,
  allowed: 'Every gate passed',
  refused: 'The first gate that refuses ends the call',
  simulatorText: 'simulator text',
  simulated: 'The wording of this message is',
  unseenRequest: 'Azure’s own services talk here, unseen from outside; this message is',
  openTheatre: 'Open in the theatre',
  showDetails: 'Show what is behind the step',
  hideDetails: 'Hide what is behind the step',
  figureSteps: 'Read it as steps',
  audience,
} as const;
