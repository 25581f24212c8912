import * as dictionary from '#domain/kernel/dictionary.ts';
import type { CommandOf } from '#domain/cloud/command.ts';
import { keyVaultApiVersion, keyVaultAudience, keyVaultSuffix } from '#domain/keyvault/rules.ts';
import { findSecret, vaultOf, versionsOf } from '#domain/keyvault/state.ts';
import type { Secret } from '#domain/keyvault/state.ts';
import { getSecretRequest } from '#domain/keyvault/wire.ts';
import { textAt } from '#domain/kernel/json.ts';
import type { Json, JsonObject } from '#domain/kernel/json.ts';
import { has, need, one } from '../../arguments.ts';
import type { Argument, Given } from '../../arguments.ts';
import { codedText } from '../../refusal.ts';
import { failed, give, value } from '../../reply.ts';
import type { Context, Reply } from '../../reply.ts';
import { ignored } from '../command.ts';
import type { AzCommand } from '../command.ts';
import { answeredJson, callWithToken, isPrincipal } from '../data-call.ts';
import { withVault } from './keyvault.ts';
import { offsetTime } from '../shapes.ts';

/** What the CLI asks a token for, before it calls a vault. */

type Vault = Parameters<Parameters<typeof withVault>[2]>[0];

const vaultName: Argument = {
  key: 'vault',
  names: ['--vault-name'],
  help: 'Name of the Key Vault. Required if --id is not specified.',
};
const name: Argument = { key: 'name', names: ['--name', '-n'], help: 'Name of the secret.' };
const id: Argument = { key: 'id', names: ['--id'], help: 'Id of the secret.' };

interface Place {
  readonly vault: string;
  readonly name: string;
  readonly version: string | null;
}

/** `--vault-name` with `--name`, or `--id https://<vault>.vault.azure.net/secrets/<name>[/<version>]`. */
function placeOf(given: Given): Place | string {
  const address = one(given, 'id');
  if (address !== null) {
    const parts = /^https:\/\/([\w-]+)\.vault\.azure\.net\/(?:secrets|deletedsecrets)\/([^/]+)(?:\/([^/]+))?$/i.exec(
      address,
    );
    if (parts === null) return `Not a vault ID: ${address}`;
    return { vault: parts[1] ?? '', name: parts[2] ?? '', version: parts[3] ?? null };
  }
  const missing = [has(given, 'name') ? '' : '--name/-n', has(given, 'vault') ? '' : '--vault-name'].filter(Boolean);
  if (missing.length > 0) return `the following arguments are required: ${missing.join(', ')}`;
  return { vault: need(given, 'vault'), name: need(given, 'name'), version: one(given, 'version') };
}

function withPlace(context: Context, given: Given, act: (vault: Vault, place: Place) => Reply): Reply {
  const place = placeOf(given);
  if (typeof place === 'string') return failed(place);
  return withVault(context, place.vault, (vault) => act(vault, place), 'data');
}

/** A secret as the CLI prints it; the list leaves the value out. */
function secretJson(vault: string, secret: Secret, shows: boolean): JsonObject {
  const time = offsetTime(secret.createdAt);
  const id = `https://${vault}${keyVaultSuffix}/secrets/${secret.name}`;
  return {
    attributes: {
      created: time,
      enabled: true,
      expires: null,
      notBefore: null,
      recoverableDays: 90,
      recoveryLevel: 'Recoverable+Purgeable',
      updated: time,
    },
    contentType: null,
    id: shows ? `${id}/${secret.version}` : id,
    ...(shows ? { kid: null } : {}),
    managed: null,
    name: secret.name,
    tags: {},
    ...(shows ? { value: secret.value } : {}),
  };
}

/** The answer of the data plane in the shape of the CLI. */
function fromWire(body: Json | undefined, vault: string, place: Place, context: Context): Json {
  const held = versionsOf(vaultOf(context.state.keyVault, vault), place.name).at(-1);
  const id = textAt(body, 'id') ?? '';
  const secret: Secret = {
    name: place.name,
    value: textAt(body, 'value') ?? '',
    version: id.slice(id.lastIndexOf('/') + 1),
    createdAt: held?.createdAt ?? context.state.now,
  };
  return secretJson(place.vault, secret, true);
}

function show(context: Context, vault: Vault, place: Place): Reply {
  if (isPrincipal(context)) {
    const path = place.version === null ? place.name : `${place.name}/${place.version}`;
    const steps = callWithToken(context, keyVaultAudience, (token) => getSecretRequest(vault.name, path, token));
    return give(context, steps, (outcome) => ({ value: fromWire(answeredJson(outcome), vault.id, place, context) }));
  }
  const versions = versionsOf(vaultOf(context.state.keyVault, vault.id), place.name);
  const secret = versions.findLast(({ version }) => place.version === null || version === place.version);
  return secret === undefined ? notFound(place.name) : value(secretJson(vault.name, secret, true));
}

function notFound(name: string): Reply {
  const message = `A secret with (name/id) ${name} was not found in this key vault. If you recently deleted this secret you may be able to recover it using the correct recovery command. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182`;
  return failed(codedText('SecretNotFound', message));
}

/** `secret delete`, `recover` and `purge`: one command of the engine each. */
function change(
  verb: string,
  type: 'DeleteSecret' | 'RecoverDeletedSecret' | 'PurgeDeletedSecret',
  help: string,
): AzCommand {
  return {
    name: `keyvault secret ${verb}`,
    help,
    takes: [vaultName, name, id],
    run: (context, given) =>
      withPlace(context, given, (vault, place) =>
        give(
          context,
          (): CommandOf<typeof type> => ({ type, vaultId: vault.id, name: place.name }),
          ({ before, after }) => {
            if (type === 'PurgeDeletedSecret') return {};
            const from = type === 'DeleteSecret' ? before : after;
            const secret = findSecret(from.keyVault, vault.id, place.name);
            return { value: secret && secretJson(vault.name, secret, false) };
          },
        ),
      ),
  };
}

/** `az keyvault secret` (facts: control-plane §6.1). */
export const secretCommands: readonly AzCommand[] = [
  {
    name: 'keyvault secret set',
    help: 'Create a secret (if one does not exist) or update a secret in a KeyVault.',
    takes: [
      vaultName,
      name,
      id,
      { key: 'value', names: ['--value'], help: 'Plain text secret value.' },
      ignored('--description', '--content-type'),
      ignored('--expires'),
    ],
    run: (context, given) => {
      const text = one(given, 'value');
      if (text === null) return failed('usage error: --value VALUE (a --file is not simulated here)');
      return withPlace(context, given, (vault, place) =>
        give(
          context,
          () => ({ type: 'SetSecret', vaultId: vault.id, name: place.name, value: text }),
          ({ after }) => {
            const secret = findSecret(after.keyVault, vault.id, place.name);
            return { value: secret && secretJson(vault.name, secret, true) };
          },
        ),
      );
    },
  },
  {
    name: 'keyvault secret show',
    help: 'Get a specified secret from a given key vault.',
    takes: [vaultName, name, id, { key: 'version', names: ['--version', '-v'], help: 'The secret version.' }],
    run: (context, given) => withPlace(context, given, (vault, place) => show(context, vault, place)),
  },
  {
    name: 'keyvault secret list',
    help: 'List secrets in a specified key vault.',
    takes: [{ ...vaultName, required: true }, ignored('--maxresults')],
    run: (context, given) =>
      withVault(
        context,
        need(given, 'vault'),
        (vault) => {
          if (isPrincipal(context)) return listWithToken(context, vault);
          const secrets = dictionary.values(vaultOf(context.state.keyVault, vault.id).secrets);
          return value(sorted([...secrets]).map((secret) => secretJson(vault.name, secret, false)));
        },
        'data',
      ),
  },
  {
    name: 'keyvault secret list-deleted',
    help: 'List deleted secrets for the specified vault.',
    takes: [{ ...vaultName, required: true }],
    run: (context, given) =>
      withVault(context, need(given, 'vault'), (vault) => {
        const deleted = [...dictionary.values(vaultOf(context.state.keyVault, vault.id).deletedSecrets)];
        return value(
          deleted.flatMap(({ versions, deletedAt, purgeAt }) => {
            const last = versions.at(-1);
            if (last === undefined) return [];
            return [
              {
                ...secretJson(vault.name, last, false),
                deletedDate: offsetTime(deletedAt),
                recoveryId: `https://${vault.name}${keyVaultSuffix}/deletedsecrets/${last.name}`,
                scheduledPurgeDate: offsetTime(purgeAt),
              },
            ];
          }),
        );
      }),
  },
  change('delete', 'DeleteSecret', 'Delete all versions of a secret.'),
  change('recover', 'RecoverDeletedSecret', 'Recover the deleted secret to the latest version.'),
  change('purge', 'PurgeDeletedSecret', 'Permanently delete the specified secret.'),
];

function sorted(secrets: readonly Secret[]): readonly Secret[] {
  return secrets.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function listWithToken(context: Context, vault: Vault): Reply {
  const steps = callWithToken(context, keyVaultAudience, (authorization) => ({
    method: 'GET',
    url: `https://${vault.name}${keyVaultSuffix}/secrets?api-version=${keyVaultApiVersion}`,
    headers: [['Authorization', authorization]],
    body: '',
  }));
  return give(context, steps, ({ after }) => {
    const secrets = dictionary.values(vaultOf(after.keyVault, vault.id).secrets);
    return { value: sorted([...secrets]).map((secret) => secretJson(vault.name, secret, false)) };
  });
}
