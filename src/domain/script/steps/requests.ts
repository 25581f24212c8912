import { withToken } from '#domain/access/request.ts';
import type { Command } from '#domain/cloud/command.ts';
import { keysOf } from '#domain/cloud/operations/call-blob.ts';
import { askForToken } from '#domain/cloud/requests.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { RetryingClient } from '#domain/credential/retries.ts';
import type { HttpMethod, HttpRequest } from '#domain/http/message.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import { requestTo } from '../addresses.ts';
import { differing } from '../difference.ts';
import type { Difference } from '../difference.ts';
import { fillIn } from '../fill-in.ts';
import type { Meanings, TokenChoice } from '../meaning.ts';
import { ScriptError, hostNamed, identityNamed, kindNamed, principalNamed } from '../names.ts';
import { originNamed } from '../origins.ts';

/** What code sends, and what a person on a laptop does. */
export type RequestStep = RequestTokenStep | RunCommandStep | AccessTokenStep | CallStep;

export interface RequestTokenStep {
  readonly do: 'request-token';
  /** See `originNamed`. */
  readonly from: string;
  /** The audience, such as `https://vault.azure.net`. */
  readonly resource: string;
  /** Names a user-assigned identity, by one of its three ids (`by`, client ID where absent). */
  readonly as?: string;
  readonly by?: 'client-id' | 'object-id' | 'resource-id';
  /** Leaves out the proof that the endpoint demands: `Metadata: true`, or `X-IDENTITY-HEADER`. */
  readonly withoutProof?: boolean;
  /** What differs from the request that an SDK would send. */
  readonly but?: Difference;
  /** Sends again as this client would, after its waits, for as long as the answer says so: each an entry of its own. */
  readonly retry?: RetryingClient;
  /** A label under which later calls present this token. */
  readonly label?: string;
}

/** A script that somebody runs on a machine through Azure: it asks for a token, as any code there can. */
export interface RunCommandStep {
  readonly do: 'run-command';
  readonly on: string;
  readonly resource: string;
}

/** The giver's own token on a laptop, as `az account get-access-token` gets one. */
export interface AccessTokenStep {
  readonly do: 'get-access-token';
  readonly resource: string;
  readonly label?: string;
}

export type CallStep = ReadStep | SendStep;

interface Call {
  readonly do: 'call';
  readonly from: string;
  /** The label of a token; the origin's latest token where absent, `none` for no token, `key` for an account's first key. */
  readonly token?: string;
  /** What differs from the service's own way to be asked. */
  readonly but?: Difference;
}

/** Reads what is at an address; see `requestTo`. */
export interface ReadStep extends Call {
  readonly get: string;
  /** The batch that a database runs. */
  readonly statement?: string;
}

export interface SendStep extends Call {
  readonly send: Exclude<HttpMethod, 'GET'>;
  readonly to: string;
  readonly body?: string;
}

export const requestMeanings: Meanings<RequestStep> = {
  'request-token': (state, step) => {
    const { withoutProof = false, but } = step;
    const wish = { resource: fillIn(state, step.resource), selector: selectorOf(state, step), withoutProof };
    const asked = askForToken(state, originNamed(state, step.from), wish);
    return { ...asked, request: differing(state, asked.request, but) };
  },
  'run-command': (state, { on, resource }) => {
    const from = originNamed(state, on);
    return {
      type: 'RunCommand',
      id: hostNamed(state, on).id,
      request: askForToken(state, from, { resource, selector: null }).request,
    };
  },
  'get-access-token': (_state, { resource }) => ({ type: 'RequestUserToken', resource }),
  call: callCommand,
};

function selectorOf(state: CloudState, { as: name, by = 'client-id' }: RequestTokenStep): IdentitySelector | null {
  if (name === undefined) return null;
  if (by === 'resource-id') return { by: 'resourceId', value: identityNamed(state, name).id };
  const principal = principalNamed(state, name);
  return by === 'client-id' ? { by: 'clientId', value: principal.appId } : { by: 'principalId', value: principal.id };
}

function callCommand(state: CloudState, step: CallStep, tokenOf: TokenChoice): Command {
  const from = originNamed(state, step.from);
  const request = differing(state, requestOf(state, step), step.but);
  if (step.token === 'key') return { type: 'CallTarget', from, ...signed(state, step, request) };
  const token = tokenOf(step.token, from);
  return { type: 'CallTarget', from, request: withToken(request, token), token };
}

function requestOf(state: CloudState, step: CallStep): HttpRequest {
  if ('send' in step) {
    return requestTo(state, step.to, { method: step.send, body: fillIn(state, step.body ?? '') });
  }
  return requestTo(state, step.get, { method: 'GET', body: fillIn(state, step.statement ?? '') });
}

/** A request in the name of an account, by its first key as it is now. */
function signed(state: CloudState, step: CallStep, request: HttpRequest) {
  const [name = ''] = ('send' in step ? step.to : step.get).split('/');
  if (name === 'arm' || name === 'graph') throw new ScriptError('Only a storage account is opened by a key.');
  const account = kindNamed(state, name, 'storageAccount');
  const headers = [['Authorization', `SharedKey ${account.name}:signature`], ...request.headers] as const;
  const [key] = keysOf(state, account);
  return { request: { ...request, headers }, token: { kind: 'sharedKey', account: account.name, key } } as const;
}
