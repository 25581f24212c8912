import type { AccessQuestion, Asker } from '#domain/access/explain.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import { getSecretRequest } from '#domain/keyvault/wire.ts';
import { originNamed } from '#domain/script/to-command.ts';
import { getBlobRequest } from '#domain/storage/wire.ts';
import { idsOf } from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';

export const secret: HttpRequest = getSecretRequest('kv-shop', 'db-password', null);
export const image: HttpRequest = getBlobRequest('stshopimages', 'images/logo.svg', null);

/** Code on a host asks, by default for its only or system-assigned identity. */
function from(played: Played, host = 'vm-web', as?: string): Asker {
  const selector = as === undefined ? null : ({ by: 'clientId', value: idsOf(played, as).clientId } as const);
  return { kind: 'origin', from: originNamed(played.state, host), selector };
}

export function question(played: Played, request = secret, host = 'vm-web', as?: string): AccessQuestion {
  return { who: from(played, host, as), request };
}
