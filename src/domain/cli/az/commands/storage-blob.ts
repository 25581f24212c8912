import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Resource } from '#domain/arm/resource.ts';
import type { Command } from '#domain/cloud/command.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import { blobApiVersion, blobSuffix } from '#domain/storage/rules.ts';
import { containersOf, findContainer } from '#domain/storage/state.ts';
import type { Blob } from '#domain/storage/state.ts';
import { readJson, textAt } from '#domain/kernel/json.ts';
import type { Json, JsonObject } from '#domain/kernel/json.ts';
import { chosen, need, one } from '../../arguments.ts';
import type { Argument, Given } from '../../arguments.ts';
import { lastAnswer } from '../../refusal.ts';
import { failed, give, value } from '../../reply.ts';
import type { Answer, Context, Next, Outcome, Reply } from '../../reply.ts';
import { ignored, ignoredSwitch } from '../command.ts';
import type { AzCommand } from '../command.ts';
import { callWithToken, isPrincipal } from '../data-call.ts';
import { withAccount } from './storage-account.ts';
import { offsetTime } from '../shapes.ts';

const accountName: Argument = {
  key: 'account',
  names: ['--account-name'],
  help: 'Storage account name.',
  required: true,
};
const authMode: Argument = {
  key: 'mode',
  names: ['--auth-mode'],
  help: 'The mode in which to run the command. "login" mode will directly use your login credentials for the authentication. The legacy "key" mode will attempt to query for an account key if no authentication parameters for the account are provided.',
  choices: ['key', 'login'],
};
const container: Argument = {
  key: 'container',
  names: ['--container-name', '-c'],
  help: 'The container name.',
  required: true,
};
const containerName: Argument = { ...container, key: 'name', names: ['--name', '-n'] };
const blobName: Argument = { key: 'name', names: ['--name', '-n'], help: 'The blob name.', required: true };

/** azure-cli, storage `validate_client_parameters`. */
const queriesKey = `
There are no credentials provided in your command and environment, we will query for account key for your storage account.
It is recommended to provide --connection-string, --account-key or --sas-token in your command as credentials.

You also can add \`--auth-mode login\` in your command to use Azure Active Directory (Azure AD) for authorization if your login account is assigned required RBAC roles.
For more information about RBAC roles in storage, visit https://learn.microsoft.com/azure/storage/common/storage-auth-aad-rbac-cli.

In addition, setting the corresponding environment variables can avoid inputting credentials in your command. Please use --help to get more information about environment variable usage.`;

interface Call {
  readonly method: HttpRequest['method'];
  readonly path: string;
  readonly body?: string;
}

/**
 * Calls the Blob service with the caller's token, or with the account's key, which the CLI lists first
 * (facts: corrections, classes 4). What the learner does by hand, who has no token to show, is `direct`.
 */
function call(
  context: Context,
  given: Given,
  account: Resource,
  asked: Call,
  direct: (finish: (outcome: Outcome) => Answer) => Reply,
  finish: (outcome: Outcome) => Answer,
): Reply {
  const mode = chosen(given, 'mode', ['key', 'login']);
  const request = (authorization: string): HttpRequest => ({
    method: asked.method,
    url: `https://${account.name}${blobSuffix}/${asked.path}`,
    headers: [
      ['Authorization', authorization],
      ['x-ms-version', blobApiVersion],
      ...(asked.method === 'PUT' && asked.body !== undefined ? ([['x-ms-blob-type', 'BlockBlob']] as const) : []),
    ],
    body: asked.body ?? '',
  });
  if (mode === 'login') {
    if (!isPrincipal(context)) return direct(finish);
    return give(context, callWithToken(context, 'https://storage.azure.com', request), finish);
  }
  const warnings = mode === null ? [queriesKey] : [];
  return give(context, callWithKey(context, account, request), (outcome) => ({ warnings, ...finish(outcome) }));
}

function callWithKey(
  context: Context,
  account: Resource,
  request: (authorization: string) => HttpRequest,
): readonly Next[] {
  return [
    () => ({ type: 'ListAccountKeys', accountId: account.id }),
    (_state, events): Command => {
      const keys = readJson(lastAnswer(events)?.body ?? '');
      const first = keys === undefined ? undefined : firstKey(keys);
      return {
        type: 'CallTarget',
        from: context.at,
        request: request(`SharedKey ${account.name}:signature`),
        token: { kind: 'sharedKey', account: account.name, key: first ?? '' },
      };
    },
  ];
}

function firstKey(body: Json): string | undefined {
  const { keys } = body as { readonly keys?: readonly Json[] };
  return textAt(keys?.[0], 'value') ?? undefined;
}

function blobJson(name: string, blob: Blob): JsonObject {
  return {
    container: name,
    deleted: null,
    name: blob.name,
    properties: {
      blobType: 'BlockBlob',
      contentLength: blob.content.length,
      contentSettings: { contentType: 'application/octet-stream' },
      etag: blob.etag.replaceAll('"', ''),
      lastModified: offsetTime(blob.lastModified),
    },
    snapshot: null,
  };
}

function byName<Named extends { readonly name: string }>(items: Iterable<Named>): readonly Named[] {
  return [...items].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The names in a list of the Blob service. */
function namesIn({ events }: Outcome): readonly string[] {
  const body = lastAnswer(events)?.body ?? '';
  return [...body.matchAll(/<Name>([^<]*)<\/Name>/g)].map((match) => match[1] ?? '');
}

/** A command of the engine that needs no token of the learner. */
function byHand(context: Context, command: Command): (finish: (outcome: Outcome) => Answer) => Reply {
  return (finish) => give(context, () => command, finish);
}

function download(context: Context, given: Given): Reply {
  const [name, box] = [need(given, 'name'), need(given, 'container')];
  return withAccount(context, given, 'account', (account) => {
    const held = findContainer(context.state.storage, account.id, box);
    const blob = held === undefined ? undefined : dictionary.get(held, name);
    const direct = (): Reply => {
      if (held === undefined) return missing('ContainerNotFound', 'The specified container does not exist.');
      return blob === undefined ? missing('BlobNotFound', 'The specified blob does not exist.') : text(blob.content);
    };
    return call(context, given, account, { method: 'GET', path: `${box}/${name}` }, direct, ({ events }) => ({
      text: lastAnswer(events)?.body ?? '',
    }));
  });
}

function text(content: string): Reply {
  return { kind: 'answer', text: content };
}

function missing(code: string, message: string): Reply {
  return failed(`${message}\nErrorCode:${code}`);
}

function listBlobs(context: Context, given: Given): Reply {
  const box = need(given, 'container');
  return withAccount(context, given, 'account', (account) => {
    const shown = (state: Context['state'], names: readonly string[] | null) => {
      const blobs = findContainer(state.storage, account.id, box) ?? dictionary.empty<Blob>();
      return byName(dictionary.values(blobs))
        .filter(({ name }) => names === null || names.includes(name))
        .map((blob) => blobJson(box, blob));
    };
    const direct = (): Reply =>
      findContainer(context.state.storage, account.id, box) === undefined
        ? missing('ContainerNotFound', 'The specified container does not exist.')
        : value(shown(context.state, null));
    const asked: Call = { method: 'GET', path: `${box}?restype=container&comp=list` };
    return call(context, given, account, asked, direct, (outcome) => ({
      value: shown(outcome.after, namesIn(outcome)),
    }));
  });
}

/** `az storage container` and `az storage blob` (facts: corrections, classes 4). */
export const blobCommands: readonly AzCommand[] = [
  {
    name: 'storage container create',
    help: 'Create a container in a storage account.',
    takes: [containerName, accountName, authMode, ignored('--public-access')],
    run: (context, given) =>
      withAccount(context, given, 'account', (account) => {
        const name = need(given, 'name');
        const command: Command = { type: 'CreateContainer', accountId: account.id, name };
        const asked: Call = { method: 'PUT', path: `${name}?restype=container` };
        return call(context, given, account, asked, byHand(context, command), () => ({ value: { created: true } }));
      }),
  },
  {
    name: 'storage container list',
    help: 'List containers in a storage account.',
    takes: [accountName, authMode],
    run: (context, given) =>
      withAccount(context, given, 'account', (account) => {
        const all = [...dictionary.entries(containersOf(context.state.storage, account.id))].map(([name]) => ({
          name,
        }));
        const direct = () => value(byName(all).map(({ name }) => ({ name })));
        return call(context, given, account, { method: 'GET', path: '?comp=list' }, direct, (outcome) => ({
          value: namesIn(outcome).map((name) => ({ name })),
        }));
      }),
  },
  {
    name: 'storage container delete',
    help: 'Mark the specified container for deletion.',
    takes: [containerName, accountName, authMode],
    run: (context, given) =>
      withAccount(context, given, 'account', (account) => {
        const name = need(given, 'name');
        const command: Command = { type: 'DeleteContainer', accountId: account.id, name };
        const asked: Call = { method: 'DELETE', path: `${name}?restype=container` };
        return call(context, given, account, asked, byHand(context, command), () => ({ value: { deleted: true } }));
      }),
  },
  {
    name: 'storage blob upload',
    help: 'Upload a file to a storage blob.',
    takes: [
      container,
      blobName,
      accountName,
      authMode,
      { key: 'data', names: ['--data'], help: 'The blob data to upload (files are not simulated here).' },
      ignored('--file', '-f'),
      ignoredSwitch('--overwrite'),
    ],
    run: (context, given) =>
      withAccount(context, given, 'account', (account) => {
        const [box, name, content] = [need(given, 'container'), need(given, 'name'), one(given, 'data')];
        if (content === null) return failed('Files are not simulated here: give the content with --data.');
        const command: Command = { type: 'UploadBlob', accountId: account.id, container: box, name, content };
        const asked: Call = { method: 'PUT', path: `${box}/${name}`, body: content };
        return call(context, given, account, asked, byHand(context, command), ({ after }) => {
          const blob = dictionary.get(findContainer(after.storage, account.id, box) ?? dictionary.empty<Blob>(), name);
          if (blob === undefined) return {};
          const time = offsetTime(blob.lastModified);
          return { value: { etag: blob.etag, lastModified: time, request_server_encrypted: true } };
        });
      }),
  },
  {
    name: 'storage blob download',
    help: 'Download a blob to a file path. Here: its content is printed.',
    takes: [container, blobName, accountName, authMode, ignored('--file', '-f')],
    run: download,
  },
  {
    name: 'storage blob list',
    help: 'List blobs in a given container.',
    takes: [container, accountName, authMode],
    run: listBlobs,
  },
  {
    name: 'storage blob delete',
    help: 'Mark a blob or snapshot for deletion.',
    takes: [container, blobName, accountName, authMode],
    run: (context, given) =>
      withAccount(context, given, 'account', (account) => {
        const [box, name] = [need(given, 'container'), need(given, 'name')];
        const command: Command = { type: 'DeleteBlob', accountId: account.id, container: box, name };
        const asked: Call = { method: 'DELETE', path: `${box}/${name}` };
        return call(context, given, account, asked, byHand(context, command), () => ({}));
      }),
  },
];
