import type { CastHost, Refusal, Story } from '#app/flow/scene.ts';
import { endpointName, askerName, endpointInText, askerInText, audience, hostName, duration, list } from './phrases.ts';
import type { Telling } from './phrases.ts';

const idNames = { clientId: 'client ID', principalId: 'object ID', resourceId: 'resource ID' } as const;

export function tokenAsked(story: Extract<Story, { tells: 'token-asked' }>): Telling {
  const { host, endpoint, resource, named, proven } = story;
  const who = host.kind === 'laptop' ? 'The code on the laptop' : `The application on ${hostName(host)}`;
  const which =
    named === null ? 'It names no identity' : `It names the identity ${named.name} by its ${idNames[named.by]}`;
  const unproven = 'nothing at all: no password, and not the header that the endpoint demands.';
  const shown =
    endpoint === 'imds'
      ? 'no password, only the header Metadata: true. Nobody but code inside the machine can reach this address.'
      : 'no password, only the value that the platform put into IDENTITY_HEADER. Nobody but this app can reach the address.';
  const proof = proven ? shown : unproven;
  const wish =
    resource === '' ? 'It does not say for whom the token is to be.' : `The token is to be for ${audience(resource)}.`;
  const outside = 'It asks as code on a virtual machine would: the same address, the same header.';
  return {
    title: `${who} asks ${endpointInText[endpoint]} for a token`,
    text: host.kind === 'laptop' ? outside : `${wish} ${which}, and shows ${proof}`,
    label: 'asks for a token',
  };
}

export function entraAsked({ endpoint, host, speaker, resource }: Extract<Story, { tells: 'entra-asked' }>): Telling {
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

export function tokenIssued({ speaker, resource, secondsLeft }: Extract<Story, { tells: 'token-issued' }>): Telling {
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
  'several-named': 'The request names identities by two of their ids. One says enough, and two could be two.',
  'audience-missing': 'The request does not say for whom the token is to be, and there is no token for everybody.',
  'version-unknown': 'The request asks for a version of this endpoint that there is not.',
  'wrong-method': 'The endpoint knows GET alone.',
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
  'several-named': 'two ids',
  'audience-missing': 'for whom?',
  'version-unknown': 'unknown version',
  'wrong-method': 'wrong method',
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

export function entraRefused(story: Extract<Story, { tells: 'entra-refused' }>): Telling {
  const about = story.refusal === 'unknown-audience' ? ` It was asked for ${audience(story.resource)}.` : '';
  return {
    title: `Microsoft Entra ID refuses: ${story.status}`,
    text: `${refusalText[story.refusal]}${about}`,
    label: refusalLabel[story.refusal],
  };
}

export function tokenHanded(story: Extract<Story, { tells: 'token-handed' }>): Telling {
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

export function tokenRefused(story: Extract<Story, { tells: 'token-refused' }>): Telling {
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
