import type { Headers, HttpMethod } from '#domain/http/message.ts';
import { send } from '#test/support/engine.ts';
import type { MadeDeed } from '#test/support/engine.ts';

/** A query that is right in all but what a test changes. */
export const goodQuery = 'api-version=2018-02-01&resource=https://vault.azure.net';

/** A token request to IMDS as a learner types it: `curl -H Metadata:true http://169.254.169.254/…`. */
export function askImds(
  query: string,
  {
    from = 'vm-web',
    method = 'GET',
    headers = [['Metadata', 'true']],
    address = 'http://169.254.169.254/metadata/identity/oauth2/token',
  }: {
    readonly from?: string;
    readonly method?: HttpMethod;
    readonly headers?: Headers;
    readonly address?: string;
  } = {},
): MadeDeed {
  return send(from, { method, headers, url: `${address}${query === '' ? '' : `?${query}`}` });
}
