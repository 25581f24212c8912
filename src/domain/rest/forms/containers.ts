import { resourceKinds } from '#domain/arm/kinds.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { containerScope } from '#domain/storage/rules.ts';
import { armRequest } from '../request.ts';
import { command, read, route } from '../route.ts';
import type { Incoming, Parsed, Route } from '../route.ts';

export function containerRequest(
  method: 'PUT' | 'DELETE',
  accountId: ResourceId,
  name: string,
  body?: unknown,
): HttpRequest {
  return armRequest(method, containerScope(accountId, name), resourceKinds.storageAccount.apiVersion, body);
}

const service = '{+account}/blobServices/default';
const container = `${service}/containers/{name}`;

/** Containers as Azure Resource Manager has them; what a body says of one is not kept. */
export const containerRoutes: readonly Route[] = [
  route('GET', service, ({ param }) => read({ kind: 'blobService', id: param('account') })),
  route('GET', `${service}/containers`, ({ param }) => read({ kind: 'containers', id: param('account') })),
  route('GET', container, ({ param }) => read({ kind: 'container', id: param('account'), name: param('name') })),
  route('PUT', container, create),
  // Nothing of a container can be changed here: who may write it sees it as it is.
  route('PATCH', container, ({ param }) =>
    read({ kind: 'container', id: param('account'), name: param('name'), as: 'write' }),
  ),
  route('DELETE', container, ({ param }) => {
    const accountId = param('account') as ResourceId;
    return command({ type: 'DeleteContainer', accountId, name: param('name'), plane: 'control' });
  }),
];

function create({ param }: Incoming): Parsed {
  const accountId = param('account') as ResourceId;
  return command({ type: 'CreateContainer', accountId, name: param('name'), plane: 'control' });
}
