import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCompanion } from '#test/support/sdk/companion.ts';
import type { Companion } from '#test/support/sdk/companion.ts';
import { runProgram } from '#test/support/sdk/run-program.ts';
import { newShop } from '#test/support/sdk/shop.ts';

describe.concurrent.each(['http', 'https'] as const)('an API that checks tokens, by %s', (way) => {
  let companion: Companion;

  beforeAll(async () => {
    companion = await startCompanion({ https: way === 'https' });
  });

  afterAll(async () => companion.close());

  it('finds the keys of the tenant with jose and with jwks-rsa, and refuses what is not its own', async () => {
    const tenant = companion.variable('TENANT_ID');
    const machine = await (await newShop(companion)).machine('vm-web', { system: true });
    const got = await runProgram(companion, 'verify', machine, { way, env: { TENANT: tenant } });
    const v1 = `https://sts.windows.net/${tenant}/`;
    const entra = companion.variable('ENTRA_URL');
    expect(got).toMatchObject({
      metadataV1: { value: { issuer: v1, jwks_uri: `${entra}/common/discovery/keys` } },
      metadataV2: {
        value: {
          issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
          jwks_uri: `${entra}/${tenant}/discovery/v2.0/keys`,
        },
      },
      joseV1: { value: v1 },
      joseV2: { value: v1 },
      jwksRsaV1: { value: v1 },
      jwksRsaV2: { value: v1 },
      // A token of a managed identity is of version 1.0, whichever metadata an API reads.
      wrongIssuer: { error: { code: 'ERR_JWT_CLAIM_VALIDATION_FAILED', message: 'unexpected "iss" claim value' } },
      wrongAudience: { error: { code: 'ERR_JWT_CLAIM_VALIDATION_FAILED', message: 'unexpected "aud" claim value' } },
      changed: { error: { code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' } },
      common: { value: 200 },
      otherTenant: { value: [400, 'invalid_tenant'] },
    });
  });
});
