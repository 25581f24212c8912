import { identityEndpoint, identityHeader } from '#domain/appservice/request.ts';
import type { Headers, HttpMethod } from '#domain/http/message.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { send } from '#test/support/engine.ts';
import type { MadeDeed } from '#test/support/engine.ts';

/** A query that is right in all but what a test changes. */
export const goodQuery = 'api-version=2019-08-01&resource=https://vault.azure.net';

/** A token request as code in an app sends it: to its `IDENTITY_ENDPOINT`, with its own `IDENTITY_HEADER`. */
export function askApp(
  query: string,
  {
    from = 'app-shop',
    method = 'GET',
    headers,
    address = identityEndpoint,
  }: {
    readonly from?: string;
    readonly method?: HttpMethod;
    readonly headers?: Headers;
    readonly address?: string;
  } = {},
): MadeDeed {
  return (after) => {
    const proof = identityHeader(after.state.seed, resourceNamed(after.state, 'app-shop').id);
    const request = { method, headers: headers ?? [['X-IDENTITY-HEADER', proof] as const], url: `${address}?${query}` };
    return send(from, request)(after);
  };
}
