import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { HttpRequest } from '#domain/http/message.ts';
import type { CompanionEnv } from './guards.ts';
import { refusalResponse } from './refusal.ts';

/** What whoever changes the world has to show: 128 bits, new with each start. */
export interface Secret {
  readonly text: string;
  /** Compares in constant time, whatever is presented. */
  readonly is: (presented: string | undefined) => boolean;
}

export function createSecret(text = randomBytes(16).toString('hex')): Secret {
  const expected = digest(text);
  return {
    text,
    is: (presented) => timingSafeEqual(expected, digest(presented ?? '')) && presented !== undefined,
  };
}

/** Of one length for every input, so that the comparison tells nothing. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The token of a bearer header. */
export function bearerOf(authorization: string | undefined | null): string | undefined {
  return /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
}

/** A request as it may be kept and shown: wherever it carries the secret, it has a word in its place. */
export function withoutSecret(request: HttpRequest, { text }: Secret): HttpRequest {
  const { url, headers, body } = request;
  if (!url.includes(text) && !body.includes(text) && !headers.some(([, value]) => value.includes(text))) return request;
  const clean = (part: string) => part.replaceAll(text, 'companion-secret');
  return {
    ...request,
    url: clean(url),
    headers: headers.map(([name, value]) => [name, clean(value)]),
    body: clean(body),
  };
}

/** The secret as the first segment: for clients that can only be given an address. */
export const secretSegment = '/:secret{[0-9a-f]{32}}';

/** Lets through who shows the secret, as a bearer token or as the segment behind `prefix`. */
export function wantingSecret(secret: Secret, prefix: string) {
  return createMiddleware<CompanionEnv>(async ({ req }, next) => {
    const inPath = req.path.slice(prefix.length + 1).split('/')[0];
    if (secret.is(bearerOf(req.header('Authorization'))) || secret.is(inPath)) return next();
    return refusalResponse({
      status: 401,
      code: 'SecretWanted',
      message: 'Send the secret that the companion printed at its start: Authorization: Bearer <secret>.',
    });
  });
}
