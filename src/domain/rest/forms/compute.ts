import type { PowerAction } from '#domain/compute/state.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { textsAt } from '#domain/kernel/json.ts';
import { invalidContent } from '../refusals.ts';
import { resourceRequest } from '../request.ts';
import { command, refused, route } from '../route.ts';
import type { Incoming, Parsed, Printers, Route } from '../route.ts';
import { curlLine, readCurlLine } from './curl-line.ts';

type ComputeForm = 'SetPower' | 'UpdateScaleSetInstances' | 'RunCommand' | 'SetImdsFault';

/** Power, instances and commands of machines. A fault of the metadata service is the simulator's own affair. */
export const computePrinters: Printers<ComputeForm> = {
  // App Service has actions of the same names, which are not about power here: see `site-actions.ts`.
  SetPower: (_state, { id, action }) => (isSite(id) ? null : resourceRequest('POST', id, `/${action}`)),
  UpdateScaleSetInstances: (_state, { id }) => resourceRequest('POST', id, '/manualupgrade', { instanceIds: ['*'] }),
  RunCommand: (_state, { id, request }) => runCommandRequest(id, request),
  SetImdsFault: () => null,
};

function isSite(id: string): boolean {
  return /\/providers\/microsoft\.web\/sites\//i.test(id);
}

function runCommandRequest(id: ResourceId, request: HttpRequest): HttpRequest {
  return resourceRequest('POST', id, '/runCommand', { commandId: 'RunShellScript', script: [curlLine(request)] });
}

const actions: readonly PowerAction[] = ['start', 'powerOff', 'deallocate', 'restart'];

export const computeRoutes: readonly Route[] = [
  ...actions.map((action) =>
    route('POST', `{+id}/${action}`, ({ param }) =>
      command({ type: 'SetPower', id: param('id') as ResourceId, action }),
    ),
  ),
  route('POST', '{+id}/manualupgrade', ({ param }) =>
    command({ type: 'UpdateScaleSetInstances', id: param('id') as ResourceId }),
  ),
  route('POST', '{+id}/runCommand', runCommand),
];

/** The simulator runs scripts of one line, which sends a request; comments and empty lines aside. */
function runCommand({ param, body }: Incoming): Parsed {
  const [line, ...more] = textsAt(body, 'script')
    .map((text) => text.replace(/^(?:\s*#[^\n]*(?:\n|$)|\s*\n)+/, ''))
    .filter((text) => text !== '');
  const request = line === undefined || more.length > 0 ? null : readCurlLine(line);
  if (request === null) return refused(invalidContent('the script is one line of curl.'));
  return command({ type: 'RunCommand', id: param('id') as ResourceId, request });
}
