import * as v from 'valibot';
import type { Step } from '#domain/script/script.ts';
import { amount, flag, isMap, listOf, oneOf, optional, refusal, shown, strict, text } from './fields.ts';

const resourceName = text('name the resource');
const hostOrIdentity = text('name a host, for its system-assigned identity, or a user-assigned identity');
const role = text('name the role, such as Key Vault Secrets User');
const scope = text('name a resource or a group, or write subscription');
const host = text('name a host, or write laptop');

/** Every step that a script can take, by its `do`. The compiler holds this table to the domain's `Step`. */
const steps = {
  'create-group': strict({
    do: v.literal('create-group'),
    name: text('name the resource group'),
    /** An Azure region, such as `westeurope`. */
    location: optional(text('name the region')),
  }),
  create: strict({
    do: v.literal('create'),
    kind: oneOf(
      ['virtualMachine', 'webApp', 'functionApp', 'keyVault', 'storageAccount', 'userAssignedIdentity'],
      'say what is created',
    ),
    name: resourceName,
    /** The resource group. */
    in: text('name the resource group'),
    /** Creates a host with its system-assigned identity on. */
    systemAssigned: optional(flag('true for a host whose system-assigned identity is on')),
    /** User-assigned identities that are attached as the host is created. */
    userAssigned: optional(listOf(resourceName, 'name the user-assigned identities')),
  }),
  delete: strict({ do: v.literal('delete'), name: resourceName }),
  'delete-group': strict({ do: v.literal('delete-group'), name: text('name the resource group') }),
  'enable-system-assigned': strict({ do: v.literal('enable-system-assigned'), on: text('name the host') }),
  'disable-system-assigned': strict({ do: v.literal('disable-system-assigned'), on: text('name the host') }),
  attach: strict({
    do: v.literal('attach'),
    identity: text('name the user-assigned identity'),
    to: text('name the host'),
  }),
  detach: strict({
    do: v.literal('detach'),
    identity: text('name the user-assigned identity'),
    from: text('name the host'),
  }),
  'assign-role': strict({ do: v.literal('assign-role'), role, to: hostOrIdentity, at: scope }),
  'remove-role': strict({ do: v.literal('remove-role'), role, from: hostOrIdentity, at: scope }),
  'set-secret': strict({
    do: v.literal('set-secret'),
    vault: text('name the key vault'),
    name: text('name the secret'),
    value: text("give the secret's value"),
  }),
  'create-container': strict({
    do: v.literal('create-container'),
    account: text('name the storage account'),
    name: text('name the container'),
  }),
  'upload-blob': strict({
    do: v.literal('upload-blob'),
    account: text('name the storage account'),
    container: text('name the container'),
    name: text('name the blob'),
    content: text("give the blob's text"),
  }),
  'request-token': v.pipe(
    strict({
      do: v.literal('request-token'),
      from: host,
      /** The audience. */
      resource: text('give the audience, such as https://vault.azure.net'),
      /** A user-assigned identity that is named in the request. */
      as: optional(text('name the user-assigned identity')),
      /** Which of its ids names it; the client ID where absent. */
      by: optional(oneOf(['client-id', 'object-id', 'resource-id'], 'say which id names the identity')),
      /** Leaves out the header that the endpoint demands. */
      withoutProof: optional(flag('true to leave out the header')),
      /** A name for this token, which later calls use. */
      label: optional(text('name the token')),
    }),
    v.check(({ as, by }) => by === undefined || as !== undefined, '`by` says which id of `as` is used; add `as`'),
  ),
  call: strict({
    do: v.literal('call'),
    from: host,
    get: text('give <vault>/secrets/<name> or <account>/<container>/<blob>'),
    /** A token's label; the latest token where absent. */
    token: optional(text("give a token's label, or write none")),
  }),
  advance: v.pipe(
    strict({
      do: v.literal('advance'),
      minutes: optional(amount('how many minutes')),
      hours: optional(amount('how many hours')),
      days: optional(amount('how many days')),
    }),
    v.check(
      ({ minutes = 0, hours = 0, days = 0 }) => minutes + hours + days > 0,
      'the clock does not move; give minutes, hours or days',
    ),
  ),
  'set-role-delay': strict({ do: v.literal('set-role-delay'), minutes: amount('how many minutes a role takes') }),
} satisfies { readonly [Do in Step['do']]: v.GenericSchema<unknown, Extract<Step, { readonly do: Do }>> };

type Do = Step['do'];

/** One step of a script, of any kind or of the kinds named. */
function stepOf<const Allowed extends Do>(allowed: readonly Allowed[]) {
  type Output = Extract<Step, { readonly do: Allowed }>;
  return v.lazy((input): v.GenericSchema<unknown, Output> => {
    if (!isMap(input) || input['do'] === undefined)
      return refusal(`${shown(input)} is not a step; begin it with \`do:\``);
    const chosen = allowed.find((name) => name === input['do']);
    if (chosen === undefined)
      return refusal(`${shown(input['do'])} is not a step here; known are ${allowed.join(', ')}`);
    // The compiler does not follow a table whose key is a union; `satisfies` above checks each entry.
    return steps[chosen] as unknown as v.GenericSchema<unknown, Output>;
  });
}

const all = Object.keys(steps) as readonly Do[];

/** A script: steps in order. */
export const script = listOf(stepOf(all), 'list the steps');
/** A script that does something. */
export const someScript = v.pipe(script, v.minLength(1, 'empty; list the steps'));
/** What can be watched in the theatre: requests, calls, and time. */
export const watchedScript = v.pipe(
  listOf(stepOf(['request-token', 'call', 'advance']), 'list the steps that are watched'),
  v.minLength(1, 'empty; list the steps that are watched'),
  v.description('list the steps that are watched'),
);
