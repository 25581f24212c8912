import * as appService from '#domain/appservice/wire.ts';
import type { HttpResponse, SourcedResponse } from '#domain/http/message.ts';
import * as imds from '#domain/imds/wire.ts';

/** Why a token was refused. */
export type Refusal =
  | 'no-identity'
  | 'not-attached'
  | 'several-identities'
  | 'proof-missing'
  | 'forwarded'
  | 'unknown-audience'
  | 'principal-gone'
  | 'bad-request';

/** The endpoints' own answers, by what they mean. Asked of the engine, so that its wording may change. */
const known: readonly (readonly [Refusal, SourcedResponse])[] = [
  ['several-identities', imds.severalIdentities()],
  ['no-identity', imds.identityNotFound()],
  ['proof-missing', imds.metadataHeaderMissing('capture')],
  ['forwarded', imds.forwardedRequest()],
  ['proof-missing', appService.wrongIdentityHeader('')],
  ['not-attached', appService.namedIdentityNotFound('')],
  ['no-identity', appService.unableToLoadIdentity('')],
  ['unknown-audience', appService.unknownResource('')],
];

/** What an answer without a token means. `named`: the request named an identity. */
export function refusalOf(response: HttpResponse, named: boolean): Refusal {
  const text = messageIn(response.body);
  const found = known.find(
    ([, known]) => known.response.status === response.status && messageIn(known.response.body) === text,
  )?.[0];
  if (found === 'no-identity' && named) return 'not-attached';
  if (found !== undefined) return found;
  if (text.startsWith('AADSTS500011')) return 'unknown-audience';
  return text.startsWith('AADSTS700016') ? 'principal-gone' : 'bad-request';
}

function messageIn(body: string): string {
  try {
    const parsed = JSON.parse(body) as { readonly error_description?: string; readonly message?: string };
    return parsed.error_description ?? parsed.message ?? '';
  } catch {
    return body;
  }
}
