import * as dictionary from '#domain/kernel/dictionary.ts';
import { applicationsOf, principalsOf, usersOf } from '#domain/cloud/directory.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { userBody } from '#domain/entra/graph.ts';
import type { Group } from '#domain/entra/state.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { toIso } from '#domain/kernel/instant.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { JsonObject } from '#domain/kernel/json.ts';
import { need, one } from '../../arguments.ts';
import type { Argument, Given } from '../../arguments.ts';
import { failed, give, giveSilently, value } from '../../reply.ts';
import type { Context, Reply } from '../../reply.ts';
import { ignored, ignoredFlag } from '../command.ts';
import type { AzCommand } from '../command.ts';

/** What the directory lists of a service principal (facts: control-plane §1.3, §6.7); much of it is always empty. */
interface Listed {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly type: 'ManagedIdentity' | 'Application';
  readonly alternativeNames: readonly string[];
  readonly createdAt: Instant;
  readonly assignmentRequired: boolean;
}

const emptyLists = [
  'addIns',
  'appRoles',
  'keyCredentials',
  'notificationEmailAddresses',
  'oauth2PermissionScopes',
  'passwordCredentials',
  'replyUrls',
  'resourceSpecificApplicationPermissions',
  'tags',
];
const nothings = [
  'appDescription',
  'applicationTemplateId',
  'deletedDateTime',
  'description',
  'disabledByMicrosoftStatus',
  'homepage',
  'loginUrl',
  'logoutUrl',
  'notes',
  'preferredSingleSignOnMode',
  'preferredTokenSigningKeyThumbprint',
  'samlSingleSignOnSettings',
  'signInAudience',
  'tokenEncryptionKeyId',
];

function servicePrincipals(state: CloudState): readonly Listed[] {
  const identities = [...dictionary.values(homeDirectory(state).servicePrincipals)].map((each) => ({
    ...each,
    type: 'ManagedIdentity' as const,
    assignmentRequired: false,
  }));
  const applications = applicationsOf(state).map((each) => ({
    ...each,
    type: 'Application' as const,
    alternativeNames: [],
  }));
  return [...identities, ...applications].toSorted((a, b) => (a.displayName < b.displayName ? -1 : 1));
}

function servicePrincipalJson(state: CloudState, each: Listed): JsonObject {
  return {
    ...Object.fromEntries(emptyLists.map((key) => [key, []])),
    ...Object.fromEntries(nothings.map((key) => [key, null])),
    accountEnabled: true,
    alternativeNames: each.alternativeNames,
    appDisplayName: each.type === 'Application' ? each.displayName : null,
    appId: each.appId,
    appOwnerOrganizationId: each.type === 'Application' ? state.tenantId : null,
    appRoleAssignmentRequired: each.assignmentRequired,
    createdDateTime: toIso(each.createdAt),
    displayName: each.displayName,
    id: each.id,
    info: { logoUrl: null, marketingUrl: null, privacyStatementUrl: null, supportUrl: null, termsOfServiceUrl: null },
    servicePrincipalNames: [each.appId],
    servicePrincipalType: each.type,
    verifiedPublisher: { addedDateTime: null, displayName: null, verifiedPublisherId: null },
  };
}

/** `--display-name` is a prefix; of filters the simulator knows equality of one property. */
function listServicePrincipals({ state }: Context, given: Given): Reply {
  const filter = one(given, 'filter');
  const parts = filter === null ? null : /^(\w+) eq '([^']*)'$/.exec(filter.trim());
  if (filter !== null && parts === null) {
    return failed('Only filters of the form "property eq \'value\'" are simulated here.');
  }
  const prefix = one(given, 'displayName')?.toLowerCase() ?? '';
  const spn = one(given, 'spn');
  const found = servicePrincipals(state)
    .filter(({ displayName }) => displayName.toLowerCase().startsWith(prefix))
    .filter(({ appId }) => spn === null || spn === appId)
    .map((each) => servicePrincipalJson(state, each));
  return value(parts === null ? found : found.filter((each) => each[parts[1] ?? ''] === parts[2]));
}

function groupJson({ id, displayName, createdAt }: Group): JsonObject {
  return {
    createdDateTime: toIso(createdAt),
    description: null,
    displayName,
    id,
    mailEnabled: false,
    mailNickname: displayName.replaceAll(' ', ''),
    securityEnabled: true,
  };
}

function groupsOf(state: CloudState): readonly Group[] {
  return [...dictionary.values(homeDirectory(state).groups)].toSorted((a, b) =>
    a.displayName < b.displayName ? -1 : 1,
  );
}

/** `--display-name` of users and groups is the beginning of it, in its case. */
function beginningAsAsked<Named extends { readonly displayName: string }>(given: Given, all: readonly Named[]) {
  const prefix = one(given, 'displayName') ?? '';
  return all.filter(({ displayName }) => displayName.startsWith(prefix));
}

const groupArgument: Argument = {
  key: 'group',
  names: ['--group', '-g'],
  help: "Group's object id or display name.",
  required: true,
};
const memberArgument: Argument = {
  key: 'member',
  names: ['--member-id'],
  help: 'The object ID of the contact, group, user, or service principal.',
  required: true,
};
const displayName: Argument = {
  key: 'displayName',
  names: ['--display-name'],
  help: "Object's display name or its prefix.",
};

function withGroup(context: Context, given: Given, act: (group: Group) => Reply): Reply {
  const text = need(given, 'group');
  const group = groupsOf(context.state).find(({ id, displayName }) => id === text || displayName === text);
  return group === undefined ? failed(`No group matches the name of '${text}'`) : act(group);
}

function changeMember(verb: string, type: 'AddGroupMember' | 'RemoveGroupMember', help: string): AzCommand {
  return {
    name: `ad group member ${verb}`,
    help,
    takes: [groupArgument, memberArgument],
    run: (context, given) =>
      withGroup(context, given, ({ id }) =>
        giveSilently(context, () => ({ type, groupId: id, memberId: need(given, 'member') as PrincipalId })),
      ),
  };
}

/** `az ad` (facts: control-plane §6.1, §6.7). */
export const directoryCommands: readonly AzCommand[] = [
  {
    name: 'ad sp list',
    help: 'List service principals.',
    takes: [
      displayName,
      {
        key: 'filter',
        names: ['--filter'],
        help: "OData filter, e.g. --filter \"displayname eq 'test' and servicePrincipalType eq 'Application'\".",
      },
      { key: 'spn', names: ['--spn'], help: 'Service principal name.' },
      ignoredFlag('--all'),
      ignoredFlag('--show-mine'),
    ],
    run: listServicePrincipals,
  },
  {
    name: 'ad sp show',
    help: 'Get the details of a service principal.',
    takes: [{ key: 'id', names: ['--id'], help: 'Service principal name, or object id.', required: true }],
    run: ({ state }, given) => {
      const id = need(given, 'id');
      const found = servicePrincipals(state).find((each) => each.id === id || each.appId === id);
      if (found !== undefined) return value(servicePrincipalJson(state, found));
      return failed(`Service principal '${id}' doesn't exist`);
    },
  },
  {
    name: 'ad user create',
    help: 'Create a user.',
    takes: [
      { ...displayName, required: true },
      ignored('--user-principal-name'),
      ignored('--password'),
      ignored('--mail-nickname'),
    ],
    run: (context, given) => {
      const name = need(given, 'displayName');
      return give(
        context,
        () => ({ type: 'CreateUser', name }),
        ({ after }) => {
          const user = usersOf(after).find((each) => each.displayName === name);
          return { value: user && userBody(user) };
        },
      );
    },
  },
  {
    name: 'ad user list',
    help: 'List users.',
    takes: [displayName],
    run: ({ state }, given) => value(beginningAsAsked(given, usersOf(state)).map(userBody)),
  },
  {
    name: 'ad user show',
    help: 'Get the details of a user.',
    takes: [{ key: 'id', names: ['--id'], help: 'The object ID or principal name of the user.', required: true }],
    run: ({ state }, given) => {
      const id = need(given, 'id');
      const user = usersOf(state).find((each) => each.id === id || each.userPrincipalName === id);
      if (user !== undefined) return value(userBody(user));
      return failed(
        `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
      );
    },
  },
  {
    name: 'ad signed-in-user show',
    help: 'Get the details for the currently logged-in user.',
    takes: [],
    run: ({ state, caller }) => {
      const user = usersOf(state).find(({ id }) => caller.principalId === undefined || id === caller.principalId);
      if (user !== undefined) return value(userBody(user));
      return failed('/me request is only valid with delegated authentication flow.');
    },
  },
  {
    name: 'ad group create',
    help: 'Create a group in the directory.',
    takes: [{ ...displayName, required: true }, ignored('--mail-nickname'), ignored('--description')],
    run: (context, given) => {
      const name = need(given, 'displayName');
      return give(
        context,
        () => ({ type: 'CreateGroup', name }),
        ({ after }) => {
          const group = groupsOf(after).findLast((each) => each.displayName === name);
          return { value: group && groupJson(group) };
        },
      );
    },
  },
  {
    name: 'ad group list',
    help: 'List groups in the directory.',
    takes: [displayName],
    run: ({ state }, given) => value(beginningAsAsked(given, groupsOf(state)).map(groupJson)),
  },
  changeMember('add', 'AddGroupMember', 'Add a member to a group.'),
  changeMember('remove', 'RemoveGroupMember', 'Remove a member from a group.'),
  {
    name: 'ad group member list',
    help: 'Get members of a group.',
    takes: [groupArgument],
    run: (context, given) =>
      withGroup(context, given, ({ members }) =>
        value(
          principalsOf(context.state)
            .filter(({ id }) => members.includes(id))
            .map(({ id, displayName, type }) => ({ displayName, id, type })),
        ),
      ),
  },
];
