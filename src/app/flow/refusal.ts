import * as appService from '#domain/appservice/wire.ts';
import type { HttpResponse, SourcedResponse } from '#domain/http/message.ts';
import * as imds from '#domain/imds/wire.ts';

/** Why a token was refused. */
export type Refusal =
  | 'no-identity'
  | 'not-attached'
  | 'several-identities'
  | 'several-named'
  | 'audience-missing'
  | 'version-unknown'
  | 'wrong-method'
  | 'proof-missing'
  | 'forwarded'
  | 'unknown-audience'
  | 'principal-gone'
  | 'assertion-not-trusted'
  | 'app-role-required'
  | 'throttled'
  | 'updating'
  | 'service-failed'
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
  ['several-named', imds.severalSelectors()],
  ['several-named', appService.severalSelectors('')],
  ['audience-missing', imds.resourceMissing()],
  ['audience-missing', appService.resourceMissing('')],
  ['version-unknown', imds.invalidApiVersion()],
];

/** What an answer without a token means. `named`: the request named an identity. */
export function refusalOf(response: HttpResponse, named: boolean): Refusal {
  const text = messageIn(response.body);
  const found = known.find(
    ([, known]) => known.response.status === response.status && messageIn(known.response.body) === text,
  )?.[0];
  if (found === 'no-identity' && named) return 'not-attached';
  if (found !== undefined) return found;
  const code = /^AADSTS(\d+)/.exec(text)?.[1];
  const [, meant] = entraCodes.find(([codes]) => codes.test(code ?? '')) ?? [];
  return meant ?? refusalByStatus(response.status);
}

/** What the numbers of Microsoft Entra ID mean here. */
const entraCodes: readonly (readonly [RegExp, Refusal])[] = [
  [/^500011$/, 'unknown-audience'],
  [/^700016$/, 'principal-gone'],
  // No federated credential, or none with this issuer, subject or audience.
  [/^(?:70021|70025|70021[1-3]|7002138)$/, 'assertion-not-trusted'],
  [/^(?:501051|50105)$/, 'app-role-required'],
];

function refusalByStatus(status: number): Refusal {
  if (status === 429) return 'throttled';
  if (status === 410) return 'updating';
  if (status === 405) return 'wrong-method';
  return status >= 500 ? 'service-failed' : 'bad-request';
}

function messageIn(body: string): string {
  try {
    const parsed = JSON.parse(body) as { readonly error_description?: string; readonly message?: string };
    return parsed.error_description ?? parsed.message ?? '';
  } catch {
    return body;
  }
}
