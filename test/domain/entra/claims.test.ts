import { describe, expect, it } from 'vitest';
import { claimFacts } from '#domain/entra/claims.ts';
import { askToken, host, identity, run, shopGroup } from '#test/support/engine.ts';
import { appRole, group, member } from './directory.ts';

const shop = run('claims', shopGroup, identity(), host('vm-web', { user: ['id-shop-reader'] }), group('Readers'));
const factsOf = (name: string) => claimFacts.find((claim) => claim.name === name);

describe('what is known of claims', () => {
  it('[ENTRA-25] covers every claim of every kind of token', () => {
    const known = new Set<string>(claimFacts.map(({ name }) => name));
    const tokens = [
      shop.goOn(member('Readers', 'id-shop-reader'), askToken('vm-web', { as: 'id-shop-reader' })),
      shop.goOn(appRole('Mail.Send', 'vm-web'), askToken('vm-web', { resource: 'https://graph.microsoft.com' })),
      shop.goOn({ type: 'RequestUserToken', resource: 'https://management.azure.com/' }),
    ].map(({ claims }) => Object.keys(claims));
    expect(tokens.flat().filter((name) => !known.has(name))).toEqual([]);
    expect(new Set(tokens.flat())).toEqual(known);
  });

  it('[ENTRA-25] says each once', () => {
    expect(new Set(claimFacts.map(({ name }) => name)).size).toBe(claimFacts.length);
  });

  it.each([
    ['oid', ['rbac', 'keyVaultPolicy', 'cosmos', 'sql', 'easyAuth']],
    ['appid', ['sql', 'easyAuth']],
    ['groups', ['rbac', 'keyVaultPolicy', 'cosmos', 'sql']],
    ['roles', ['graph', 'easyAuth']],
    ['aud', ['everyTarget']],
    ['exp', ['everyTarget']],
    ['xms_mirid', []],
    ['sub', []],
    ['uti', []],
  ])('[ENTRA-25] says who compares %s', (name, readers) => {
    expect(factsOf(name)?.comparedBy).toEqual(readers);
  });

  it('[ENTRA-25] says which are not documented', () => {
    expect(claimFacts.filter(({ documented }) => !documented).map(({ name }) => name)).toEqual([
      'xms_mirid',
      'xms_az_rid',
    ]);
  });
});
