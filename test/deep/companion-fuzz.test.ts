import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAlive, fuzzBytes, fuzzRequests } from '#test/companion/hostile/fuzz.ts';
import { startHostile } from '#test/companion/hostile/hostile-companion.ts';
import type { HostileCompanion } from '#test/companion/hostile/hostile-companion.ts';
import { seed } from '#test/support/seed.ts';

let companion: HostileCompanion;

beforeAll(async () => {
  companion = await startHostile();
});

afterAll(async () => companion.close());

const settings = { seed, numRuns: 20_000, limit: 25_000 };

it('25 seconds of random bytes get refusals or nothing', async () => {
  await fuzzBytes(companion, settings);
  expect(companion.hasEnded()).toBe(false);
});

it('25 seconds of random requests get answers of Azure or refusals', async () => {
  await fuzzRequests(companion, settings);
  expect(companion.hasEnded()).toBe(false);
});

it('after that the companion is whole', async () => {
  await expectAlive(companion);
});
