import { describe, expect, it } from 'vitest';
import { askToken, call, forged, host, run, shopGroup } from '#test/support/engine.ts';

const shop = run('protocol', shopGroup, host());

describe('services that are not simulated', () => {
  it.each([
    ['https://database.windows.net/', 'https://sql-shop.database.windows.net/'],
    ['https://cosmos.azure.com', 'https://cosmos-shop.documents.azure.com/dbs'],
    ['https://cognitiveservices.azure.com', 'https://ai-shop.cognitiveservices.azure.com/openai/deployments'],
    ['https://azconfig.io', 'https://appcs-shop.azconfig.io/kv'],
  ])('[TARGET-01] have tokens for %s and no answer at %s', (resource, url) => {
    const asked = shop.goOn(askToken('vm-web', { resource }));
    expect(asked.answer.status).toBe(200);
    expect(asked.goOn(call('vm-web', { url }, forged({}))).failure).toBe('nameNotResolved');
  });
});
