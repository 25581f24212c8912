import { sameId } from '#domain/arm/resource-id.ts';
import type { Command, CommandOf } from '#domain/cloud/command.ts';
import { principalsOf, usersOf } from '#domain/cloud/directory.ts';
import type { AnyPrincipal } from '#domain/cloud/directory.ts';
import { hostsOf, resourcesOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { runChain } from '#domain/credential/chain.ts';
import { tokenReference } from '#domain/entra/token.ts';
import { imdsFaultKinds } from '#domain/imds/state.ts';
import type { ClientId } from '#domain/kernel/brand.ts';
import { sqlRequest } from '#domain/sql/wire.ts';
import { callWithToken, isPrincipal } from '../az/data-call.ts';
import { findPrincipalByText } from '../az/principals.ts';
import { lastAnswer } from '../refusal.ts';
import { failed, give, giveSilently, text } from '../reply.ts';
import type { Context, Reply } from '../reply.ts';
import { latestTokenOf } from '#domain/script/tokens.ts';
import type { LabCommand } from './command.ts';

/** Words that begin with `--` with their values, and the others. */
function options(words: readonly string[]): {
  readonly named: Readonly<Record<string, string>>;
  readonly rest: readonly string[];
} {
  const named: Record<string, string> = {};
  const rest: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (!word.startsWith('--')) {
      rest.push(word);
      continue;
    }
    named[word.slice(2)] = words[index + 1] ?? '';
    index += 1;
  }
  return { named, rest };
}

/** As `az` finds a principal, or else by the name it is shown under: a host's, an identity's, a group's. */
function principalCalled(state: CloudState, text: string): AnyPrincipal | undefined {
  const wanted = text.toLowerCase();
  return (
    findPrincipalByText(state, text) ??
    principalsOf(state).find(({ displayName }) => displayName.toLowerCase() === wanted)
  );
}

const fault: LabCommand = {
  name: 'fault',
  usage: `lab fault <host> ${imdsFaultKinds.join('|')}|off [--requests 3] [--retry-after 1]`,
  help: 'Makes the metadata service of a machine fail, for some requests or until it is mended.',
  run(context, words) {
    const { named, rest } = options(words);
    const [name = '', typed = ''] = rest;
    const host = hostsOf(context.state).find((each) => sameId(each.name, name));
    if (host === undefined) return failed(name === '' ? `usage: ${fault.usage}` : `There is no host named ${name}.`);
    const kind = imdsFaultKinds.find((each) => each.toLowerCase() === typed.toLowerCase());
    if (kind === undefined && typed !== 'off') return failed(`usage: ${fault.usage}`);
    const [requests = null, retryAfter] = ['requests', 'retry-after'].map((option) => countOf(named[option]));
    if (Number.isNaN(requests) || Number.isNaN(retryAfter)) return failed(`usage: ${fault.usage}`);
    const set = kind === undefined ? null : { kind, requests, ...(retryAfter === undefined ? {} : { retryAfter }) };
    return giveSilently(context, () => ({ type: 'SetImdsFault', id: host.id, fault: set }));
  },
};

/** A whole number from 1; not a number for any other text. */
function countOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : Number.NaN;
}

const deny: LabCommand = {
  name: 'deny',
  usage: 'lab deny <scope> <name> <action>[,<action>…] [--for <principal>] | lab deny <scope> <name> off',
  help: 'Makes or takes away a deny assignment, as a deployment stack would.',
  run(context, words) {
    const { named, rest } = options(words);
    const [scope, name, what] = rest;
    if (scope === undefined || name === undefined || what === undefined) return failed(`usage: ${deny.usage}`);
    if (what === 'off') return giveSilently(context, () => ({ type: 'DeleteDenyAssignment', scope, name }));
    const who = named['for'];
    const principal = who === undefined ? null : principalCalled(context.state, who);
    if (principal === undefined) return failed(`There is no principal ${who ?? ''}.`);
    const actions = what.split(',');
    return giveSilently(context, () => ({
      type: 'CreateDenyAssignment',
      scope,
      name,
      actions,
      dataActions: actions,
      principals: principal === null ? [] : [principal.id],
    }));
  },
};

const user: LabCommand = {
  name: 'user',
  usage: 'lab user <name>',
  help: 'Makes a user of the directory.',
  run(context, words) {
    const name = words.join(' ');
    if (name === '') return failed(`usage: ${user.usage}`);
    return give(
      context,
      () => ({ type: 'CreateUser', name }),
      ({ after }) => ({ text: signInNameOf(after, name) }),
    );
  },
};

function signInNameOf(state: CloudState, name: string): string {
  return usersOf(state).find(({ displayName }) => displayName === name)?.userPrincipalName ?? '';
}

const group: LabCommand = {
  name: 'group',
  usage: 'lab group <name>',
  help: 'Makes a group of the directory.',
  run(context, words) {
    const name = words.join(' ');
    if (name === '') return failed(`usage: ${group.usage}`);
    return giveSilently(context, () => ({ type: 'CreateGroup', name }));
  },
};

const app: LabCommand = {
  name: 'app',
  usage: 'lab app <name> [--roles Read,Write] [--assignment-required true]',
  help: 'Registers an application: an API with app roles that tokens can be asked for.',
  run(context, words) {
    const { named, rest } = options(words);
    const name = rest.join(' ');
    if (name === '') return failed(`usage: ${app.usage}`);
    const appRoles = (named['roles'] ?? '').split(',').filter((role) => role !== '');
    const assignmentRequired = named['assignment-required'] === 'true';
    return giveSilently(context, () => ({ type: 'RegisterApplication', name, appRoles, assignmentRequired }));
  },
};

const appRole: LabCommand = {
  name: 'app-role',
  usage: 'lab app-role add|remove <principal> <client ID of the API> <role>',
  help: 'Gives a principal an app role of an API, or takes it away, as Microsoft Graph does.',
  run(context, [verb, who = '', resource = '', role = '']) {
    const principal = principalCalled(context.state, who);
    if ((verb !== 'add' && verb !== 'remove') || role === '') return failed(`usage: ${appRole.usage}`);
    if (principal === undefined) return failed(`There is no principal ${who}.`);
    const type: CommandOf<'AssignAppRole' | 'RemoveAppRole'>['type'] =
      verb === 'add' ? 'AssignAppRole' : 'RemoveAppRole';
    return giveSilently(context, () => ({ type, principalId: principal.id, resource: resource as ClientId, role }));
  },
};

const serviceAccount: LabCommand = {
  name: 'service-account',
  usage: 'lab service-account <cluster>/<namespace>/<name> [--client-id <client ID>] | … off',
  help: 'Makes a service account of a cluster, or takes it away.',
  run(context, words) {
    const { named, rest } = options(words);
    const [path = '', off] = rest;
    const [clusterName = '', namespace = '', name = ''] = path.split('/');
    const cluster = resourcesOf(context.state).find(
      (each) => each.kind === 'aksCluster' && sameId(each.name, clusterName),
    );
    if (name === '') return failed(`usage: ${serviceAccount.usage}`);
    if (cluster === undefined) return failed(`There is no cluster named ${clusterName}.`);
    const place = { clusterId: cluster.id, namespace, name };
    const command: Command =
      off === 'off'
        ? { type: 'DeleteServiceAccount', ...place }
        : { type: 'CreateServiceAccount', ...place, clientId: named['client-id'] ?? null };
    return giveSilently(context, () => command);
  },
};

const sql: LabCommand = {
  name: 'sql',
  usage: 'lab sql <server>/<database> "<statement>"',
  help: 'Runs statements in a database: with the token that this host was given last, or with your own.',
  run(context, [place = '', ...words]) {
    const [server = '', database = ''] = place.split('/');
    const batch = words.join(' ');
    if (database === '' || batch === '') return failed(`usage: ${sql.usage}`);
    const request = sqlRequest(server, database, batch);
    const finish = ({ events }: { readonly events: Parameters<typeof lastAnswer>[0] }) => ({
      text: lastAnswer(events)?.body ?? '',
    });
    if (context.at.kind === 'laptop' || isPrincipal(context)) {
      return give(
        context,
        callWithToken(context, 'https://database.windows.net/', () => request),
        finish,
      );
    }
    const token = latestTokenOf(context.past, context.at) ?? ({ kind: 'none' } as const);
    return give(context, () => ({ type: 'CallTarget', from: context.at, request, token }), finish);
  },
};

const chain: LabCommand = {
  name: 'chain',
  usage: 'lab chain <resource> [--client-id <client ID>]',
  help: 'Asks DefaultAzureCredential for a token from here, and shows what each of its members came to.',
  run: askChain,
};

/** Requests are decided in a copy of the world first; giving their commands makes them happen. */
function askChain(context: Context, words: readonly string[]): Reply {
  const { named, rest } = options(words);
  const [resource] = rest;
  if (resource === undefined) return failed(`usage: ${chain.usage}`);
  const clientId = named['client-id'];
  const ran = runChain(context.state, {
    from: context.at,
    resource: resource.replace(/\/\.default$/, ''),
    environment: {},
    options: clientId === undefined ? {} : { managedIdentityClientId: clientId },
    signedIn: context.at.kind === 'laptop' ? context.caller : null,
  });
  if (ran.kind === 'notRunning') return failed('No code runs here.');
  if (ran.kind === 'invalid') return failed(ran.message);
  const links = ran.links.map(({ credential, verdict, message }) =>
    [`${credential}: ${verdict.kind}`, ...(message === null ? [] : [`    ${message}`])].join('\n'),
  );
  const last = ran.tokenId === null ? (ran.error?.name ?? '') : tokenReference(ran.tokenId);
  const printed = [...links, last].join('\n');
  const commands = ran.links.flatMap(({ attempts }) => attempts.map(({ command }) => command));
  if (commands.length === 0) return text(printed);
  return { kind: 'give', commands, finish: () => text(printed) };
}

/** What the directory, the data planes and faults are changed by where `az` has no short form. */
export const worldCommands: readonly LabCommand[] = [
  fault,
  deny,
  user,
  group,
  app,
  appRole,
  serviceAccount,
  sql,
  chain,
];
