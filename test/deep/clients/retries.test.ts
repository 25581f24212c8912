import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCompanion } from '#test/support/sdk/companion.ts';
import type { Companion, Fault } from '#test/support/sdk/companion.ts';
import { runProgram } from '#test/support/sdk/run-program.ts';
import type { Outcome } from '#test/support/sdk/run-program.ts';
import { newShop } from '#test/support/sdk/shop.ts';
import type { Shop } from '#test/support/sdk/shop.ts';

/*
 * How official clients ask again when the metadata service fails: facts, clients §1. Delays have a jitter from half to the
 * whole of what is written; what a process needs besides is allowed for.
 */

const slack = 4;
let companion: Companion;
let shop: Shop;

beforeAll(async () => {
  companion = await startCompanion();
  shop = await newShop(companion);
});

afterAll(async () => companion.close());

async function ask(name: string, fault: Fault, want: object): Promise<Outcome> {
  const machine = await shop.machine(`vm-${name}`, { system: true });
  await companion.fail(machine.id, fault);
  const got = await runProgram(companion, 'tokens', machine, { wants: { token: want } });
  return got['token'] ?? { seconds: 0 };
}

const chain = { with: 'DefaultAzureCredential' };

describe.concurrent('@azure/identity', () => {
  it.each<[name: string, fault: Fault, want: object, least: number, most: number]>([
    ['throttled', { status: 429, count: 1, retryAfter: 1 }, {}, 1, 1],
    ['throttled-thrice', { status: 429, count: 3, retryAfter: 1 }, {}, 3, 3],
    ['throttled-in-chain', { status: 429, count: 1, retryAfter: 1 }, chain, 1, 1],
    ['updating', { status: 410, count: 1, retryAfter: 1 }, {}, 1, 3],
    ['updating-twice', { status: 410, count: 2 }, {}, 4.5, 9],
    ['updating-in-chain', { status: 410, count: 1 }, chain, 1.5, 3],
    ['endpoint', { status: 404, count: 2 }, {}, 1.2, 2.4],
    ['failing', { status: 500, count: 1 }, {}, 0.5, 1],
    ['unavailable', { status: 503, count: 1 }, {}, 0.5, 1],
    ['unavailable-and-says-when', { status: 503, count: 1, retryAfter: 2 }, {}, 2, 2],
  ])('%s: asks again and gets the token', async (name, fault, want, least, most) => {
    const { value, error, seconds } = await ask(name, fault, want);
    expect(error).toBeUndefined();
    expect(value).toHaveProperty('claims.aud', 'https://vault.azure.net');
    expect(seconds).toBeGreaterThanOrEqual(least);
    expect(seconds).toBeLessThan(most + slack);
  });

  it('gives up at once where a 429 does not say when to come back', async () => {
    const { error, seconds } = await ask('silent', { status: 429, count: 1 }, {});
    expect(error).toMatchObject({
      name: 'CredentialUnavailableError',
      message: expect.stringContaining('Temporarily throttled, too many requests'),
    });
    expect(seconds).toBeLessThan(slack);
  });

  it('gives up after it asked three times more', async () => {
    const { error, seconds } = await ask('stubborn', { status: 429, count: 4, retryAfter: 1 }, {});
    expect(error?.message).toContain('Temporarily throttled, too many requests');
    expect(seconds).toBeGreaterThanOrEqual(3);
  });

  it('finds a service that was mended, and one whose fault was replaced', async () => {
    const machine = await shop.machine('vm-mended', { system: true });
    await companion.fail(machine.id, { status: 429, count: 9 });
    await companion.fail(machine.id, { status: 500, count: 1 });
    const replaced = await runProgram(companion, 'tokens', machine, { wants: { token: {} } });
    expect(replaced['token']?.error).toBeUndefined();
    await companion.fail(machine.id, { status: 429, count: 9 });
    await companion.fail(machine.id, { status: 429, count: 0 });
    const mended = await runProgram(companion, 'tokens', machine, { wants: { token: {} } });
    expect(mended['token']?.error).toBeUndefined();
  });
});

describe.concurrent('@azure/msal-node by itself', () => {
  it.each<[name: string, fault: Fault, least: number, most: number]>([
    ['throttled', { status: 429, count: 1 }, 1, 1],
    ['failing', { status: 500, count: 2 }, 3, 3],
    ['endpoint', { status: 404, count: 1 }, 1, 1],
    ['updating', { status: 410, count: 1 }, 10, 10],
  ])('%s: asks again and gets the token', async (name, fault, least, most) => {
    const machine = await shop.machine(`vm-msal-${name}`, { system: true });
    await companion.fail(machine.id, fault);
    const { value, error, seconds } = (await runProgram(companion, 'msal', machine))['first'] ?? { seconds: 0 };
    expect(error).toBeUndefined();
    expect(value).toHaveProperty('fromCache', false);
    expect(seconds).toBeGreaterThanOrEqual(least);
    expect(seconds).toBeLessThan(most + slack);
  });
});
