import { owner } from './command.ts';
import type { Caller, Command } from './command.ts';
import { decide } from './decide.ts';
import type { CloudState } from './state.ts';
import { isJsonObject, readJson, textAt } from '#domain/kernel/json.ts';

/** An answer of Azure that refuses a command: its status and what the body says. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** What Azure would refuse about a management command, or null; forms ask before they submit. Changes nothing. */
export function check(state: CloudState, command: Command, by: Caller = owner): Refusal | null {
  for (const event of decide(state, command, by)) {
    if (event.type !== 'ManagementAnswered' || event.response.status < 400) continue;
    return { status: event.response.status, ...errorIn(event.response.body) };
  }
  return null;
}

/** Code and message of an error body, as ARM (JSON) and Storage (XML) write them. */
export function errorIn(body: string): { readonly code: string; readonly message: string } {
  if (body.startsWith('<?xml')) {
    const code = /<Code>([^<]*)<\/Code>/.exec(body)?.[1] ?? '';
    const message = /<Message>([^<\n]*)/.exec(body)?.[1] ?? '';
    return { code, message };
  }
  return errorInJson(body);
}

function errorInJson(body: string): { readonly code: string; readonly message: string } {
  const read = readJson(body);
  if (!isJsonObject(read)) return { code: '', message: body };
  return {
    code: textAt(read, 'error', 'code') ?? textAt(read, 'error') ?? '',
    message: textAt(read, 'error', 'message') ?? textAt(read, 'error_description') ?? textAt(read, 'message') ?? '',
  };
}
