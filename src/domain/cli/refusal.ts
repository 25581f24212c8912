import { errorIn } from '#domain/cloud/check.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import type { HttpResponse } from '#domain/http/message.ts';
import { at, readJson } from '#domain/kernel/json.ts';
import { jsonText } from './output/json.ts';

/** What `az` prints of the first answer that refuses, or null; an answer with a tolerated code refuses nothing. */
export function refusalIn(events: readonly CloudEvent[], tolerates: readonly string[] = []): string | null {
  for (const event of events) {
    if (event.type === 'ConnectionFailed') return connectionText(event.reason);
    const response = answerTo(event);
    if (response === null || response.status < 400) continue;
    const { code } = errorIn(response.body);
    if (!tolerates.includes(code)) return refusalText(response, event.type === 'ManagementAnswered' ? event.url : '');
  }
  return null;
}

/** The answer that reaches whoever typed the line. */
export function answerTo(event: CloudEvent): HttpResponse | null {
  if (event.type === 'ManagementAnswered') return event.response;
  return event.type === 'ResponseReturned' && event.to.kind === 'application' ? event.response : null;
}

/** The last such answer. */
export function lastAnswer(events: readonly CloudEvent[]): HttpResponse | null {
  const answered = events.findLast((event) => answerTo(event) !== null);
  return answered === undefined ? null : answerTo(answered);
}

function connectionText(reason: string): string {
  return reason === 'nameNotResolved'
    ? 'The host name cannot be resolved. Check that the resource exists.'
    : 'The connection failed: nothing answers at that address from here.';
}

/** `(Code) Message`, then both again, as Azure's Python clients write an error (facts: control-plane §6). */
export function codedText(code: string, message: string): string {
  return `(${code}) ${message}\nCode: ${code}\nMessage: ${message}`;
}

function refusalText(response: HttpResponse, url: string): string {
  const { body } = response;
  const { code, message } = errorIn(body);
  if (body.startsWith('<?xml') || body.startsWith('\u{FEFF}<?xml')) return storageText(body, code, message);
  if (url.startsWith('https://graph.microsoft.com')) return message;
  // A database answers in plain text: there is no code to print.
  if (code === '') return message === '' ? `Operation returned an invalid status '${response.status}'` : message;
  const inner = at(readJson(body), 'error', 'innererror') ?? null;
  const tail = inner === null ? '' : `\nInner error: ${jsonText(inner).replaceAll('\n  ', '\n    ')}`;
  return `${codedText(code, message)}${tail}`;
}

/** What `az storage` says where a role is missing (azure-cli, storage `_exception_handler`). */
const noPermission = `You do not have the required permissions needed to perform this operation.
Depending on your operation, you may need to be assigned one of the following roles:
    "Storage Blob Data Owner"
    "Storage Blob Data Contributor"
    "Storage Blob Data Reader"
    "Storage Queue Data Contributor"
    "Storage Queue Data Reader"
    "Storage Table Data Contributor"
    "Storage Table Data Reader"

If you want to use the old authentication method and allow querying for the right account key, please use the "--auth-mode" parameter and "key" value.`;

const blockedByNetwork = `The request may be blocked by network rules of storage account. Please check network rule set using 'az storage account show -n accountname --query networkRuleSet'.
If you want to change the default action to apply when no rule matches, please use 'az storage account update'.`;

function storageText(body: string, code: string, message: string): string {
  if (code === 'AuthorizationPermissionMismatch') return noPermission;
  if (code === 'AuthorizationFailure') return blockedByNetwork;
  const detail = /\n(RequestId:[^\n<]*)\n(Time:[^<\n]*)/.exec(body);
  const lines = detail === null ? [] : [detail[1] ?? '', detail[2] ?? ''];
  return [message, ...lines, `ErrorCode:${code}`].join('\n');
}
