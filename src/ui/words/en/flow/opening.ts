import type { Actor, CastHost, FlowScene } from '#app/flow/scene.ts';
import { list } from './phrases.ts';

/** Who is who, before the first message. */
export function opening({ cast, heldBefore }: FlowScene): string {
  const hosts = cast.hosts.filter(({ name }) => name !== '').map(identities);
  const laptop = cast.hosts.some(({ kind }) => kind === 'laptop') ? ['The code runs on a laptop, outside Azure.'] : [];
  const outside = cast.hosts.some(({ kind }) => kind === 'external') ? ['The code runs outside Azure.'] : [];
  const roles = cast.roles.map((role) => {
    const who = cast.principals.find(({ id }) => id === role.principalId)?.name ?? '';
    const what = `${role.name} on ${targetName(cast.actors, role.target)}`;
    if (role.state === 'orphaned') return `The assignment of ${what} is still there; its principal ${who} is deleted.`;
    return role.state === 'pending' ? `${who} will have ${what}.` : `The service principal ${who} has ${what}.`;
  });
  const held = heldBefore.length > 0 ? ['The application already holds a token.'] : [];
  return [...laptop, ...outside, ...hosts, ...roles, ...held].join(' ');
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
