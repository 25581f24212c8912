import { afterAll, beforeAll, expect, it } from 'vitest';
import { seed } from '#test/support/seed.ts';
import { expectAlive, fuzzBytes, fuzzRequests } from './fuzz.ts';
import { startHostile } from './hostile-companion.ts';
import type { HostileCompanion } from './hostile-companion.ts';

let companion: HostileCompanion;

beforeAll(async () => {
  companion = await startHostile();
});

afterAll(async () => companion.close());

it('random bytes, and good requests with bytes changed, get a refusal or nothing', async () => {
  await fuzzBytes(companion, { seed, numRuns: 250 });
  expect(companion.hasEnded()).toBe(false);
});

it('random requests get an answer of Azure or a refusal', async () => {
  await fuzzRequests(companion, { seed, numRuns: 250 });
  expect(companion.hasEnded()).toBe(false);
});

it('after that the companion is whole', async () => {
  await expectAlive(companion);
});
