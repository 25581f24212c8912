import { parseUri } from '#domain/kernel/uri.ts';
import type { HttpRequest } from '#domain/http/message.ts';

/** Who speaks: the same header means another thing to another service. */
export type Protocol =
  | 'imds'
  | 'identityEndpoint'
  | 'entra'
  | 'keyVault'
  | 'storage'
  | 'sql'
  | 'cosmos'
  | 'messaging'
  | 'arm'
  | 'graph'
  | 'app';

const hosts: readonly (readonly [RegExp, Protocol])[] = [
  [/^169\.254\.169\.254$/, 'imds'],
  [/^login\.microsoftonline\.com$/, 'entra'],
  [/^management\.azure\.com$/, 'arm'],
  [/^graph\.microsoft\.com$/, 'graph'],
  [/\.vault\.azure\.net$/, 'keyVault'],
  [/\.core\.windows\.net$/, 'storage'],
  [/\.documents\.azure\.com$/, 'cosmos'],
  [/\.servicebus\.windows\.net$/, 'messaging'],
  [/\.database\.windows\.net$/, 'sql'],
];

/** The protocol of a request, by its address. */
export function protocolOf({ url }: Pick<HttpRequest, 'url'>): Protocol {
  const uri = parseUri(url);
  if (uri === null) return 'app';
  const found = hosts.find(([host]) => host.test(uri.host.replace(/:\d+$/, '')))?.[1];
  if (found !== undefined) return found;
  return uri.path === '/msi/token' ? 'identityEndpoint' : 'app';
}
