import type { RequestCommand } from '#domain/cloud/commands/requests.ts';
import { origin } from './sentence.ts';
import type { Sentences } from './sentence.ts';

export const requestCommands: Sentences<RequestCommand['type']> = {
  RequestToken: ({ from, request }) => `${origin(from)} fordert ein Token ${audience(request.url, request.body)} an`,
  RequestUserToken: ({ resource }) => `Anmelden und ein Token für ${resource} abrufen`,
  CallTarget: ({ from, request, token }) => {
    const what = `${address(request.url)}${token.kind === 'none' ? ' ohne Token' : ''}`;
    return request.method === 'GET' ? `${origin(from)} liest ${what}` : `${origin(from)} ruft ${what} auf`;
  },
};

function audience(url: string, body: string): string {
  const found = /[?&]resource=([^&]*)/.exec(url)?.[1] ?? /(?:^|&)(?:resource|scope)=([^&]*)/.exec(body)?.[1];
  return found === undefined ? 'ohne Ressource' : `für ${decodeURIComponent(found).replace(/\/\.default$/, '')}`;
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
