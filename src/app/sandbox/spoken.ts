import { bicepOf } from '#domain/bicep/print.ts';
import { terminalLine } from '#domain/cli/print/own.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import { restRequest } from '#domain/rest/print.ts';
import { seek } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';

/** One command in the languages of Azure; null where a language has no words for it. */
export interface Spoken {
  readonly commandLine: string | null;
  readonly rest: string | null;
  readonly bicep: string | null;
}

/** The command of the entry at this cursor, said in the world as it was before. */
export function spoken(world: World, cursor: number): Spoken {
  const { state, timeline } = seek(world, cursor - 1);
  const command = timeline.entries[cursor - 1]?.command;
  if (command === undefined) return { commandLine: null, rest: null, bicep: null };
  const request = restRequest(state, command);
  return {
    commandLine: terminalLine(state, command),
    rest: request === null ? null : messageText(request),
    bicep: bicepOf(state, command),
  };
}

function messageText({ method, url, headers, body }: HttpRequest): string {
  const lines = [`${method} ${url}`, ...headers.map(([name, value]) => `${name}: ${value}`)];
  return body === '' ? lines.join('\n') : [...lines, '', body].join('\n');
}
