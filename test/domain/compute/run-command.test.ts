import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '#domain/http/message.ts';
import { imdsTokenRequest } from '#domain/imds/request.ts';
import { tokenReference } from '#domain/entra/token.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { askToken, host, idsOf, run, shopGroup, vaultAudience } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

const shop = run('script', shopGroup, host(), host('vm-bare', { system: false }), host('app-shop', { kind: 'webApp' }));
const tokenRequest = imdsTokenRequest(vaultAudience, null);

function runOn(name = 'vm-web', request: HttpRequest = tokenRequest): MadeDeed {
  return ({ state }) => ({ type: 'RunCommand', id: resourceNamed(state, name).id, request });
}

/** What the script printed. */
function printed({ answer }: Played): string {
  expect(answer).toMatchObject({ status: 200, source: 'unconfirmed' });
  const { value } = answer.json as { value: { message: string }[] };
  return value[0]?.message ?? '';
}

describe('a command run on a machine', () => {
  it('[COMPUTE-10] asks IMDS as the machine, and its caller reads the token', () => {
    const played = shop.goOn(runOn());
    expectGolden(played.answer, 'COMPUTE-10-output', 'unconfirmed');
    expect(played.claims.oid).toBe(idsOf(played, 'vm-web').principalId);
    expect(printed(played)).toContain(tokenReference(played.claims.uti));
  });

  it('[COMPUTE-10] is the exchange of code on the machine, and then an answer to the caller', () => {
    const [byCode, byCommand] = [shop.goOn(askToken()), shop.goOn(runOn())];
    const exchange = byCommand.entry(-1).events;
    expect(exchange.slice(0, -1)).toEqual(byCode.entry(-1).events);
    const last = exchange.at(-1);
    if (last?.type !== 'ManagementAnswered') throw new Error('not answered');
    expect(last.url).toMatch(/\/virtualMachines\/vm-web\/runCommand\?api-version=/);
  });

  it('[COMPUTE-10] shares the cache with code on the machine', () => {
    const played = shop.goOn(askToken(), runOn());
    expect(played.hops).toHaveLength(2);
    expect(played.hops[1]).toMatchObject({ kind: 'response', fromCache: true });
  });

  it('[COMPUTE-10] prints what IMDS refuses', () => {
    expect(printed(shop.goOn(runOn('vm-bare')))).toContain('Identity not found');
  });

  it('[COMPUTE-10] prints that nobody answers', () => {
    const elsewhere = { ...tokenRequest, url: 'http://172.16.0.2:8081/msi/token' };
    expect(printed(shop.goOn(runOn('vm-web', elsewhere)))).toContain('Failed to connect');
  });

  it.each(['powerOff', 'deallocate'] as const)('[COMPUTE-11] is refused after %s', (action) => {
    const stopped = shop.goOn(
      ({ state }) => ({ type: 'SetPower', id: resourceNamed(state, 'vm-web').id, action }),
      runOn(),
    );
    expect(stopped.answer).toMatchObject({ status: 409, source: 'unconfirmed' });
    expect(stopped.answer.body).toContain("'vm-web' is not running.");
    expect(stopped.hops).toEqual([]);
  });

  it('[COMPUTE-03] is refused where there is no machine', () => {
    expect(shop.goOn(runOn('app-shop')).answer.status).toBe(400);
  });
});
