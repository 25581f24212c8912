import type { RequestCommand } from '#domain/cloud/commands/requests.ts';
import { origin } from './sentence.ts';
import type { Sentences } from './sentence.ts';

export const requestCommands: Sentences<RequestCommand['type']> = {
  RequestToken: ({ from, request }) => `${origin(from)} asks for a token for ${audience(request.url, request.body)}`,
  RequestUserToken: ({ resource }) => `sign in and get a token for ${resource}`,
  CallTarget: ({ from, request, token }) =>
    `${origin(from)} ${request.method === 'GET' ? 'reads' : 'calls'} ${address(request.url)}${
      token.kind === 'none' ? ' without a token' : ''
    }`,
};

function audience(url: string, body: string): string {
  const found = /[?&]resource=([^&]*)/.exec(url)?.[1] ?? /(?:^|&)(?:resource|scope)=([^&]*)/.exec(body)?.[1];
  return found === undefined ? 'no resource' : decodeURIComponent(found).replace(/\/\.default$/, '');
}

function address(url: string): string {
  return (
    url
      .replace(/^https:\/\//, '')
      .replace(/\?.*$/, '')
      // Of an ARM id its end says most.
      .replace(/^(management\.azure\.com)\/+subscriptions\/.+(\/[^/]+\/[^/]+)$/, '$1/…$2')
      .replace(/\.(vault\.azure|blob\.core\.windows)\.net/, '')
  );
}
