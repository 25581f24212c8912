import type { ResourceKind } from '#domain/arm/resource.ts';
import { textAt } from '#domain/kernel/json.ts';
import { invalidContent, notSimulated } from './refusals.ts';
import { read, refused, route } from './route.ts';
import type { Route } from './route.ts';

const subscription = '/subscriptions/{subscription}';
const providers = `${subscription}/providers`;
const roleDefinition = '{+scope}/providers/Microsoft.Authorization/roleDefinitions/{name}';

/** The action under which each provider says whether a name is free. */
const names: readonly (readonly [provider: string, kind: ResourceKind])[] = [
  ['Microsoft.KeyVault', 'keyVault'],
  ['Microsoft.Storage', 'storageAccount'],
  ['Microsoft.Web', 'webApp'],
];

/** Providers themselves, free names, operations that are polled, and what is not simulated. */
export const providerRoutes: readonly Route[] = [
  route('GET', providers, () => read({ kind: 'providers' })),
  route('GET', `${providers}/{namespace}`, ({ param }) => read({ kind: 'provider', namespace: param('namespace') })),
  route('POST', `${providers}/{namespace}/register`, ({ param }) =>
    read({ kind: 'registration', namespace: param('namespace') }),
  ),
  ...names.map(([provider, kind]) =>
    route('POST', `${providers}/${provider}/checkNameAvailability`, ({ body }) => {
      const name = textAt(body, 'name');
      if (name === null) return refused(invalidContent('a name is expected.'));
      return read({ kind: 'nameAvailability', of: kind, provider, name });
    }),
  ),
  route('GET', `${subscription}/operationresults/{operation}`, () => read({ kind: 'operationResult' })),
  route('PUT', roleDefinition, () => refused(notSimulated('Custom roles are'))),
  route('DELETE', roleDefinition, () => refused(notSimulated('Custom roles are'))),
];
