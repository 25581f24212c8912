import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCompanion } from '#test/support/sdk/companion.ts';
import type { Companion } from '#test/support/sdk/companion.ts';
import { runProgram } from '#test/support/sdk/run-program.ts';

// What each client can do is tried in test/companion/arm; here the ways by which they come.
const companions: { plain?: Companion; secure?: Companion } = {};

beforeAll(async () => {
  [companions.plain, companions.secure] = await Promise.all([startCompanion(), startCompanion({ https: true })]);
});

afterAll(async () => {
  await Promise.all([companions.plain?.close(), companions.secure?.close()]);
});

it.concurrent.each(['http', 'https', 'proxy'] as const)(
  'every ARM client manages a group of its own by %s',
  async (way) => {
    const companion = way === 'http' ? companions.plain : companions.secure;
    if (companion === undefined) throw new Error('There is no companion.');
    const proxy = way === 'proxy' ? { HTTPS_PROXY: companion.variable('PROXY_URL') } : {};
    const names = { SUBSCRIPTION: companion.variable('SUBSCRIPTION_ID'), TENANT: companion.variable('TENANT_ID') };
    const env = { ...proxy, ...names, ARM_TOKEN: companion.variable('ARM_TOKEN'), GROUP: `conf${way}` };
    const outcomes = await runProgram(companion, 'management', null, { way, env });
    const got = Object.fromEntries(Object.entries(outcomes).map(([name, { value, error }]) => [name, error ?? value]));
    expect(got).toMatchObject({
      group: `conf${way}`,
      groupIsThere: true,
      identity: 'string',
      machine: ['Succeeded', 'SystemAssigned, UserAssigned', 'Standard_D2s_v5'],
      vault: true,
      account: `stconf${way}`,
      site: 'SystemAssigned',
      assignment: true,
      assignments: [true],
      bySystemIdentity: true,
      listed: expect.arrayContaining(['Microsoft.Compute/virtualMachines', 'Microsoft.KeyVault/vaults']),
      madeAnew: true,
      missing: { name: 'RestError', statusCode: 404, code: 'ResourceNotFound' },
      noToken: { name: 'RestError', statusCode: 401, code: 'InvalidAuthenticationToken' },
      end: false,
    });
  },
);
