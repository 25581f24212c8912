import * as v from 'valibot';
import type { CallStep, ReadStep, RequestStep, SendStep } from '#domain/script/steps/requests.ts';
import { flag, isMap, mapOf, oneOf, optional, strict, text } from '../fields.ts';
import { hostName, origin, step } from './step-of.ts';
import type { StepTable } from './step-of.ts';

const audience = text('give the audience, such as https://vault.azure.net');
/** A name for this token, which later calls use. */
const label = optional(text('name the token'));
const address = text(
  'give an address, such as <vault>/secrets/<name>, <account>/<container>/<blob>, graph/users or arm/<resource>',
);
/** A token's label; the latest token where absent. */
const token = optional(text("give a token's label, or write none, or key for an account's key"));

const changes = (what: string) =>
  optional(mapOf(v.nullable(v.string('must be text, or null to leave it out; put it in quotes')), what));
/** What differs from the request that would be sent. */
const but = optional(
  strict({
    method: optional(oneOf(['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE'], 'give the method')),
    headers: changes('list the headers that differ'),
    query: changes('list the parameters of the address that differ'),
  }),
);

const read: v.GenericSchema<unknown, ReadStep> = step('call', {
  from: origin,
  get: address,
  /** For databases only. */
  statement: optional(text('give the statement that the database runs')),
  token,
  but,
});

const send: v.GenericSchema<unknown, SendStep> = step('call', {
  from: origin,
  send: oneOf(['HEAD', 'PUT', 'POST', 'PATCH', 'DELETE'], 'say what is sent; what is read is written with get'),
  to: address,
  body: optional(text('give the text that is sent')),
  token,
  but,
});

export const requestSteps = {
  'request-token': v.pipe(
    strict({
      do: v.literal('request-token'),
      from: origin,
      resource: audience,
      /** A user-assigned identity that is named in the request. */
      as: optional(text('name the user-assigned identity')),
      /** Which of its ids names it; the client ID where absent. */
      by: optional(oneOf(['client-id', 'object-id', 'resource-id'], 'say which id names the identity')),
      /** Leaves out the header that the endpoint demands. */
      withoutProof: optional(flag('true to leave out the header')),
      but,
      /** Sends again, after the waits of that client. */
      retry: optional(
        oneOf(['ManagedIdentityCredential', 'DefaultAzureCredential', 'msal-node', 'documentation'], 'say who retries'),
      ),
      label,
    }),
    v.check(({ as, by }) => by === undefined || as !== undefined, '`by` says which id of `as` is used; add `as`'),
  ),
  'run-command': step('run-command', { on: hostName, resource: audience }),
  'get-access-token': step('get-access-token', { resource: audience, label }),
  call: v.lazy((input): v.GenericSchema<unknown, CallStep> => (isMap(input) && 'send' in input ? send : read)),
} satisfies StepTable<RequestStep>;
