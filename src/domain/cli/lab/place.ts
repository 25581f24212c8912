import { owner } from '#domain/cloud/command.ts';
import type { Caller } from '#domain/cloud/command.ts';
import { hostsOf, homeDirectory, resourcesOf } from '#domain/cloud/queries.ts';
import { usersOf } from '#domain/cloud/directory.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { sameId } from '#domain/arm/resource-id.ts';
import { githubIssuer } from '#domain/federation/request.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { failed } from '../reply.ts';
import type { LabCommand } from './command.ts';

/** The user, or else the managed identity, whose name or sign-in name this is. */
export function callerOf(state: CloudState, text: string): Caller | null {
  if (text === 'owner' || text === 'me') return owner;
  const wanted = text.toLowerCase();
  const user = usersOf(state).find(
    ({ displayName, userPrincipalName, id }) =>
      id === wanted || displayName.toLowerCase() === wanted || userPrincipalName.toLowerCase() === wanted,
  );
  const identities = [...dictionary.values(homeDirectory(state).servicePrincipals)];
  const found = user ?? identities.find(({ displayName, id }) => id === wanted || displayName.toLowerCase() === wanted);
  return found === undefined ? null : { kind: 'user', displayName: found.displayName, principalId: found.id };
}

const as: LabCommand = {
  name: 'as',
  usage: 'lab as <user>|owner',
  help: 'Who gives the next commands: a user of the directory, or you, who may do everything.',
  run({ state }, words) {
    const name = words.join(' ');
    const caller = callerOf(state, name);
    if (name === '') return failed(`usage: ${as.usage}`);
    if (caller === null) return failed(`There is no user named ${name}. Make one: lab user "${name}"`);
    return {
      kind: 'answer',
      text: `You are ${caller === owner ? 'the owner' : caller.displayName} now.`,
      change: { caller },
    };
  },
};

const on: LabCommand = {
  name: 'on',
  usage: 'lab on <host>|laptop|pod <cluster>/<namespace>/<service account>|github <subject>',
  help: 'Where the next lines are typed: on a host, in a pod, in a workflow, or on a laptop.',
  run({ state }, words) {
    const at = originOf(state, words);
    if (typeof at === 'string') return failed(at);
    return { kind: 'answer', text: `This terminal is on ${words.join(' ')} now.`, change: { at } };
  },
};

function originOf(state: CloudState, [place = '', detail = '']: readonly string[]): Origin | string {
  switch (place) {
    case '':
      return `usage: ${on.usage}`;
    case 'laptop':
      return { kind: 'laptop' };
    case 'github':
      return detail === '' ? `usage: ${on.usage}` : { kind: 'external', issuer: githubIssuer, subject: detail };
    case 'pod':
      return podOf(state, detail);
    default: {
      const host = hostsOf(state).find(({ name, id }) => sameId(name, place) || sameId(id, place));
      return host === undefined ? `There is no host named ${place}.` : { kind: 'host', resourceId: host.id };
    }
  }
}

function podOf(state: CloudState, detail: string): Origin | string {
  const [name = '', namespace, serviceAccount] = detail.split('/');
  const cluster = resourcesOf(state).find((each) => each.kind === 'aksCluster' && sameId(each.name, name));
  if (cluster === undefined) return `There is no cluster named ${name}.`;
  if (namespace === undefined || serviceAccount === undefined) return `usage: ${on.usage}`;
  return { kind: 'pod', clusterId: cluster.id, namespace, serviceAccount };
}

/** Where and who. */
export const placeCommands: readonly LabCommand[] = [as, on];
