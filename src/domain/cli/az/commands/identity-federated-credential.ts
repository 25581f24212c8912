import { sameId, groupNameOf } from '#domain/arm/resource-id.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { exchangeAudience } from '#domain/federation/request.ts';
import { credentialsOf } from '#domain/federation/state.ts';
import type { FederatedCredential } from '#domain/federation/state.ts';
import type { JsonObject } from '#domain/kernel/json.ts';
import { has, need, one, some } from '../../arguments.ts';
import type { Argument, Given } from '../../arguments.ts';
import { codedText } from '../../refusal.ts';
import { failed, give, giveSilently, value } from '../../reply.ts';
import type { Context, Reply } from '../../reply.ts';
import { nameArgument, requiredGroup, yesArgument } from '../command.ts';
import type { AzCommand } from '../command.ts';
import { namedBy, withResource } from '../find.ts';

const identityArgument: Argument = {
  key: 'identity',
  names: ['--identity-name'],
  help: 'The name of the identity resource.',
  required: true,
};
const issuer: Argument = {
  key: 'issuer',
  names: ['--issuer'],
  help: 'The openId connect metadata URL of the issuer of the identity provider.',
};
const subject: Argument = {
  key: 'subject',
  names: ['--subject'],
  help: 'The sub value in the token sent to Azure AD for getting the user-assigned managed identity token.',
};
const audiences: Argument = {
  key: 'audiences',
  names: ['--audiences'],
  help: 'The aud value in the token.',
  takes: 'some',
};

const noun = 'federated identity credential';
const place = [nameArgument(noun), identityArgument, requiredGroup];

/** The command names the credential `--name` and its identity `--identity-name`. */
function withIdentity(context: Context, given: Given, act: (id: ResourceId) => Reply): Reply {
  return withResource(context, namedBy(given, 'identity'), ['userAssignedIdentity'], ({ id }) => act(id));
}

function credentialJson(identityId: ResourceId, credential: FederatedCredential): JsonObject {
  const { name } = credential;
  return {
    audiences: credential.audiences,
    id: `${identityId}/federatedIdentityCredentials/${name}`,
    issuer: credential.issuer,
    name,
    resourceGroup: groupNameOf(identityId),
    subject: credential.subject,
    systemData: null,
    type: 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials',
  };
}

function write(context: Context, given: Given, id: ResourceId): Reply {
  const name = need(given, 'name');
  const held = find(context, id, name);
  return give(
    context,
    () => ({
      type: 'CreateFederatedCredential',
      identityId: id,
      name,
      issuer: one(given, 'issuer') ?? held?.issuer ?? '',
      subject: one(given, 'subject') ?? held?.subject ?? '',
      audiences: has(given, 'audiences') ? some(given, 'audiences') : (held?.audiences ?? [exchangeAudience]),
    }),
    ({ after }) => {
      const made = credentialsOf(after.federation, id).find((each) => sameId(each.name, name));
      return { value: made && credentialJson(id, made) };
    },
  );
}

function find({ state }: Context, id: ResourceId, name: string): FederatedCredential | undefined {
  return credentialsOf(state.federation, id).find((each) => sameId(each.name, name));
}

/** The simulator's words: Azure's are not confirmed. */
function notFound(name: string): Reply {
  return failed(codedText('NotFound', `The Federated Identity Credential '${name}' was not found.`));
}

/** `az identity federated-credential` (facts: control-plane §6.1). */
export const federatedCommands: readonly AzCommand[] = [
  {
    name: 'identity federated-credential create',
    help: 'Create a federated identity credential under the specified user assigned identity.',
    takes: [...place, issuer, subject, audiences],
    run: (context, given) => withIdentity(context, given, (id) => write(context, given, id)),
  },
  {
    name: 'identity federated-credential update',
    help: 'Update a federated identity credential under the specified user assigned identity.',
    takes: [...place, issuer, subject, audiences],
    run: (context, given) =>
      withIdentity(context, given, (id) =>
        find(context, id, need(given, 'name')) === undefined
          ? notFound(need(given, 'name'))
          : write(context, given, id),
      ),
  },
  {
    name: 'identity federated-credential show',
    help: 'Show a federated identity credential under the specified user assigned identity.',
    takes: place,
    run: (context, given) =>
      withIdentity(context, given, (id) => {
        const held = find(context, id, need(given, 'name'));
        return held === undefined ? notFound(need(given, 'name')) : value(credentialJson(id, held));
      }),
  },
  {
    name: 'identity federated-credential list',
    help: 'List all federated identity credentials under the specified user assigned identity.',
    takes: [identityArgument, requiredGroup],
    run: (context, given) =>
      withIdentity(context, given, (id) =>
        value(credentialsOf(context.state.federation, id).map((held) => credentialJson(id, held))),
      ),
  },
  {
    name: 'identity federated-credential delete',
    help: 'Delete a federated identity credential under the specified user assigned identity.',
    takes: [...place, yesArgument],
    run: (context, given) =>
      withIdentity(context, given, (identityId) =>
        giveSilently(context, () => ({ type: 'DeleteFederatedCredential', identityId, name: need(given, 'name') })),
      ),
  },
];
