import { nameOf } from '#domain/arm/resource-id.ts';
import type { Entry } from '#domain/timeline/timeline.ts';
import type { Answer } from '#edge/gateway/answer.ts';

/** Says one line about a request that was answered. */
export type RequestLog = (entry: Entry, answer: Answer) => void;

export const silent: RequestLog = () => {};

/** `09:10:12 vm-web  GET 169.254.169.254/metadata/identity/oauth2/token  200`: never a token, a body or a query. */
export function requestLog(print: (line: string) => void, clock: () => Date): RequestLog {
  return ({ command }, answer) => {
    if (command.type !== 'RequestToken' && command.type !== 'CallTarget') return;
    const { from, request } = command;
    const where = from.kind === 'host' ? nameOf(from.resourceId) : from.kind;
    const [address = ''] = request.url.replace(/^https?:\/\//, '').split('?');
    const outcome = answer.kind === 'response' ? String(answer.response.status) : answer.reason;
    print(`${clock().toTimeString().slice(0, 8)} ${where}  ${request.method} ${printable(address)}  ${outcome}`);
  };
}

/** An address is a stranger's text: nothing in it may move the cursor. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 200);
}
