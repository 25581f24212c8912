import type { HttpMethod, HttpRequest, HttpResponse } from '#domain/http/message.ts';
import { reasonOf } from '#domain/http/reasons.ts';
import { answerRead } from '#domain/rest/read.ts';
import { parseRest } from '#domain/rest/parse.ts';
import { need, one, some } from '../../arguments.ts';
import type { Given } from '../../arguments.ts';
import { readJson } from '#domain/kernel/json.ts';
import { lastAnswer } from '../../refusal.ts';
import { failed, text, value } from '../../reply.ts';
import type { Context, Reply } from '../../reply.ts';
import { ignored, ignoredFlag } from '../command.ts';
import type { AzCommand } from '../command.ts';

const methods = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'] as const satisfies readonly HttpMethod[];

/** A request as `az rest` sends it: a path is one of the management plane, `{subscriptionId}` stands for one's own. */
function requestOf(context: Context, given: Given): HttpRequest | string {
  const typed = need(given, 'url').replaceAll('{subscriptionId}', context.state.subscriptionId);
  const url = typed.startsWith('/') ? `https://management.azure.com${typed}` : typed;
  const method = methods.find((each) => each === (one(given, 'method') ?? 'get').toUpperCase()) ?? 'GET';
  const body = one(given, 'body') ?? '';
  if (body.startsWith('@')) return 'Files are not simulated here: give the body itself.';
  const parameters = some(given, 'parameters').join('&');
  return {
    method,
    url: parameters === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${parameters}`,
    headers: body === '' ? [] : [['Content-Type', 'application/json']],
    body,
  };
}

/** `az rest` prints a refusal as `Reason(body)`. */
function printed({ status, body }: HttpResponse): Reply {
  if (status >= 400) return failed(`${reasonOf(status)}(${body})`);
  const json = readJson(body);
  return json === undefined ? text(body) : value(json);
}

function run(context: Context, given: Given): Reply {
  const request = requestOf(context, given);
  if (typeof request === 'string') return failed(request);
  const parsed = parseRest(context.state, request);
  switch (parsed.kind) {
    case 'refused':
      return printed(parsed.answer.response);
    case 'read':
      return printed(answerRead(context.state, parsed.read, context.caller).response);
    case 'command':
      return {
        kind: 'give',
        commands: [parsed.command, ...(parsed.besides ?? [])],
        finish: ({ events }) => {
          const response = lastAnswer(events);
          return response === null ? text('') : printed(response);
        },
      };
  }
}

/** `az rest` (facts: corrections, classes 4). */
export const restCommands: readonly AzCommand[] = [
  {
    name: 'rest',
    help: 'Invoke a custom request.',
    takes: [
      { key: 'url', names: ['--url', '--uri', '-u'], help: 'Request URL.', required: true },
      { key: 'method', names: ['--method', '-m'], help: 'HTTP request method.', choices: methods, fallback: 'get' },
      { key: 'body', names: ['--body', '-b'], help: 'Request body.' },
      {
        key: 'parameters',
        names: ['--url-parameters', '--uri-parameters'],
        help: 'Query parameters in the URL.',
        takes: 'some',
      },
      { ...ignored('--headers'), takes: 'some' },
      ignored('--resource'),
      ignoredFlag('--skip-authorization-header'),
    ],
    run,
  },
];
