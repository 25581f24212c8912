import { afterEach, expect, it, vi } from 'vitest';
import { playScene } from '#app/flow/play-scene.ts';
import { tokenText } from '#app/flow/signed-token.ts';
import type { CarriedToken } from '#domain/protocol/hops.ts';
import { decodeText } from '#domain/kernel/base64url.ts';
import { allowed } from './scenarios.ts';

function issuedToken(): CarriedToken {
  const step = playScene(allowed).steps[2];
  if (step?.kind !== 'message' || step.token === null) throw new Error('The third message carries no token.');
  return step.token.token;
}

function claimsIn(jwt: string): unknown {
  return JSON.parse(decodeText(jwt.split('.')[1] ?? '') ?? 'null');
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('signs a token once: the same text each time', async () => {
  const token = issuedToken();
  const { jwt, signed } = await tokenText(token);
  expect(signed).toBe(true);
  expect(jwt.split('.').map((part) => part.length > 20)).toEqual([true, true, true]);
  expect(claimsIn(jwt)).toEqual({ ...token.claims });
  expect((await tokenText(token)).jwt).toBe(jwt);
});

it('shows a token unsigned where there is no WebCrypto', async () => {
  vi.stubGlobal('crypto', {});
  const token = issuedToken();
  const { jwt, signed } = await tokenText(token);
  expect(signed).toBe(false);
  expect(jwt.endsWith('.')).toBe(true);
  expect(claimsIn(jwt)).toEqual({ ...token.claims });
});
