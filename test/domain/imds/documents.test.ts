import { describe, expect, it } from 'vitest';
import { resourceNamed } from '#domain/script/names.ts';
import { host, identity, run, shopGroup } from '#test/support/engine.ts';
import type { Deed, MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { askImds } from './ask-imds.ts';

const imds = 'http://169.254.169.254';
const instance = `${imds}/metadata/instance`;
const version = 'api-version=2025-04-07';

const scaleSet: Deed = {
  type: 'CreateResource',
  kind: 'vmScaleSet',
  resourceGroup: 'rg-shop',
  name: 'vmss-web',
  location: 'westeurope',
};

const shop = run('imds', shopGroup, identity(), host('vm-web', { user: ['id-shop-reader'] }), scaleSet);

/** Asks for a part of the instance document; `path` begins with a slash or is empty. */
function askInstance(path: string, query = version, from = 'vm-web'): MadeDeed {
  return askImds(query, { address: `${instance}${path}`, from });
}

/** A single value of the instance document. */
function valueOf(played: Played, path: string, from = 'vm-web'): string {
  const { answer } = played.goOn(askInstance(path, `${version}&format=text`, from));
  expect(answer).toMatchObject({ status: 200, source: 'docs' });
  expect(answer.headers).toContainEqual(['Content-Type', 'text/plain; charset=utf-8']);
  return answer.body;
}

function leavesOf(node: unknown): unknown[] {
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(leavesOf) : [node];
}

describe('the instance document', () => {
  it('[IMDS-29] describes the machine in texts only', () => {
    const { answer } = shop.goOn(askInstance(''));
    expectGolden(answer, 'IMDS-29-instance', 'docs');
    const leaves = leavesOf(answer.json);
    expect(leaves.length).toBeGreaterThan(30);
    expect(leaves.filter((leaf) => typeof leaf !== 'string')).toEqual([]);
    expect(answer.json).toMatchObject({
      compute: {
        azEnvironment: 'AzurePublicCloud',
        location: 'westeurope',
        name: 'vm-web',
        resourceGroupName: 'rg-shop',
        resourceId: resourceNamed(shop.state, 'vm-web').id,
        subscriptionId: shop.state.subscriptionId,
        vmScaleSetName: '',
      },
    });
  });

  it.each([
    ['2021-12-13', false],
    ['2023-07-01', false],
    ['2023-11-15', true],
    ['2025-04-07', true],
  ])('[IMDS-29] of version %s says a physical zone: %s', (at, says) => {
    const { answer } = shop.goOn(askInstance('/compute', `api-version=${at}`));
    expect(Object.hasOwn(answer.json as object, 'physicalZone')).toBe(says);
  });

  it('[IMDS-27] wants the Metadata header in words of its own', () => {
    const { answer } = shop.goOn(askImds('', { address: instance, headers: [] }));
    expectGolden(answer, 'IMDS-27-no-metadata-header', 'capture');
  });

  it('[IMDS-27] wants it to say true', () => {
    const { answer } = shop.goOn(askImds(version, { address: instance, headers: [['Metadata', 'yes']] }));
    expect(answer).toMatchObject({ status: 400, source: 'unconfirmed' });
    expect(answer.body).toBe('{ "error": "Bad request: . Required metadata header not specified" }');
  });

  it.each(['', 'api-version=', 'api-version=2017-03-01', 'api-version=2025-04-08', 'api-version=latest'])(
    '[IMDS-28] refuses the version in "%s"',
    (query) => {
      expectGolden(shop.goOn(askInstance('', query)).answer, 'IMDS-28-version', 'docs');
    },
  );

  it.each(['2017-04-02', '2017-12-01', '2021-02-01'])('[IMDS-28] takes version %s', (at) => {
    expect(shop.goOn(askInstance('', `api-version=${at}`)).answer.status).toBe(200);
  });

  it.each(['POST', 'PUT'] as const)('[IMDS-05] does not allow %s', (method) => {
    expectGolden(shop.goOn(askImds(version, { address: instance, method })).answer, 'IMDS-05-method', 'spec');
  });
});

describe('a part of the instance document', () => {
  it.each([
    ['/compute', 'vmSize'],
    ['/network', 'interface'],
    ['/network/interface/0', 'macAddress'],
    ['/network/interface/0/ipv4', 'subnet'],
    ['/Compute/OsProfile/', 'computerName'],
  ])('[IMDS-30] is narrowed to %s, which has %s', (path, key) => {
    const { answer } = shop.goOn(askInstance(path));
    expect(answer.status).toBe(200);
    expect(answer.json).toHaveProperty(key);
  });

  it('[IMDS-30] is what the whole holds at that place', () => {
    const whole = shop.goOn(askInstance('')).answer.json as { network: { interface: unknown[] } };
    expect(shop.goOn(askInstance('/network/interface/0')).answer.json).toEqual(whole.network.interface[0]);
  });

  it.each([
    '/compute/identity',
    '/identity',
    '/network/interface/1',
    '/compute/vmId/more',
    '/compute/vmId/0',
    '/compute//vmId',
    '/compute/length',
  ])('[IMDS-30] [IMDS-36] leads nowhere at %s', (path) => {
    expectGolden(shop.goOn(askInstance(path)).answer, 'IMDS-30-nowhere', 'capture');
  });

  it.each(['', '&format=json'])('[IMDS-31] refuses a single value with "%s"', (format) => {
    expectGolden(
      shop.goOn(askInstance('/compute/vmId', version + format)).answer,
      'IMDS-31-value-as-json',
      'unconfirmed',
    );
  });

  it.each([
    ['/compute/location', 'westeurope'],
    ['/compute/provider', 'Microsoft.Compute'],
    ['/compute/zone', ''],
    ['/network/interface/0/ipv4/subnet/0/prefix', '24'],
  ])('[IMDS-31] gives %s as the text "%s"', (path, text) => {
    expect(valueOf(shop, path)).toBe(text);
  });

  it('[IMDS-31] gives the names of what is no single value', () => {
    const { answer } = shop.goOn(askInstance('', `${version}&format=text`));
    expectGolden(answer, 'IMDS-31-names', 'unconfirmed');
    expect(shop.goOn(askInstance('/network/interface/0', `${version}&format=text`)).answer.body).toBe(
      'ipv4/\nipv6/\nmacAddress',
    );
  });

  it('[IMDS-31] knows no other format', () => {
    expectGolden(shop.goOn(askInstance('', `${version}&format=xml`)).answer, 'IMDS-31-format', 'unconfirmed');
  });
});

describe('what is made up of a machine', () => {
  it('[IMDS-32] stays, whatever is done to the machine', () => {
    const before = shop.goOn(askInstance('')).answer.body;
    const later = shop.goOn(
      { do: 'disable-system-assigned', on: 'vm-web' },
      { do: 'advance', days: 3 },
      askInstance(''),
    );
    expect(later.answer.body).toBe(before);
  });

  it('[IMDS-32] has addresses of the right form', () => {
    expect(valueOf(shop, '/network/interface/0/ipv4/ipAddress/0/privateIpAddress')).toMatch(/^10\.0\.0\.\d{1,3}$/);
    expect(valueOf(shop, '/network/interface/0/macAddress')).toMatch(/^[0-9A-F]{12}$/);
    expect(valueOf(shop, '/compute/vmId')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('[IMDS-32] differs from machine to machine', () => {
    const two = shop.goOn(host('vm-batch'));
    expect(valueOf(two, '/compute/vmId', 'vm-batch')).not.toBe(valueOf(two, '/compute/vmId'));
  });

  it('[IMDS-32] is another vmId once the machine is made anew', () => {
    const anew = shop.goOn({ do: 'delete', name: 'vm-web' }, { do: 'advance', minutes: 5 }, host('vm-web'));
    expect(valueOf(anew, '/compute/vmId')).not.toBe(valueOf(shop, '/compute/vmId'));
  });

  it('[IMDS-32] says its tags twice', () => {
    const tagged = shop.goOn(({ state }) => ({
      type: 'SetTags',
      id: resourceNamed(state, 'vm-web').id,
      tags: { env: 'test', owner: 'shop' },
    }));
    expect(valueOf(tagged, '/compute/tags')).toBe('env:test;owner:shop');
    expect(tagged.goOn(askInstance('/compute/tagsList')).answer.json).toEqual([
      { name: 'env', value: 'test' },
      { name: 'owner', value: 'shop' },
    ]);
    expect(valueOf(shop, '/compute/tags')).toBe('');
  });

  it('[IMDS-33] is the first instance of a scale set', () => {
    expect(valueOf(shop, '/compute/name', 'vmss-web')).toBe('vmss-web_0');
    expect(valueOf(shop, '/compute/vmScaleSetName', 'vmss-web')).toBe('vmss-web');
    expect(valueOf(shop, '/compute/resourceId', 'vmss-web')).toMatch(/\/vmss-web\/virtualMachines\/0$/);
  });
});

describe('the other documents', () => {
  it('[IMDS-34] lists the versions without being told one', () => {
    const { answer } = shop.goOn(askImds('', { address: `${imds}/metadata/versions` }));
    expectGolden(answer, 'IMDS-34-versions', 'docs');
    const { apiVersions } = answer.json as { apiVersions: string[] };
    expect(apiVersions).toHaveLength(35);
    expect(apiVersions.toSorted()).toEqual(apiVersions);
  });

  it('[IMDS-35] gives the tenant', () => {
    const { answer } = shop.goOn(askImds('api-version=2018-02-01', { address: `${imds}/metadata/identity/info` }));
    expectGolden(answer, 'IMDS-35-info', 'spec');
    expect(answer.json).toEqual({ tenantId: shop.state.tenantId });
  });

  it.each(['', 'api-version=2017-12-01'])('[IMDS-35] gives no tenant for "%s"', (query) => {
    const { answer } = shop.goOn(askImds(query, { address: `${imds}/metadata/identity/info` }));
    expectGolden(answer, 'IMDS-08-version', 'unconfirmed');
  });

  it.each(['versions', 'identity/info', 'instance'])('[IMDS-04] wants the Metadata header for %s', (path) => {
    const { answer } = shop.goOn(askImds(version, { address: `${imds}/metadata/${path}`, headers: [] }));
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('Required metadata header not specified');
  });

  it.each(['identity', 'identity/identities', 'instances', 'attested'])('[IMDS-06] has no path %s', (path) => {
    const { answer } = shop.goOn(askImds(version, { address: `${imds}/metadata/${path}` }));
    expectGolden(answer, 'IMDS-06-path', 'capture');
  });

  it.each([
    'attested/document',
    'loadbalancer',
    'ScheduledEvents/',
    'identity/getplatformmetadata',
    'identity/issuecredential',
  ])('[IMDS-06] answers for what it leaves out in its own name: %s', (path) => {
    const { answer } = shop.goOn(askImds(version, { address: `${imds}/metadata/${path}` }));
    expectGolden(answer, 'IMDS-06-path', 'unconfirmed');
  });

  it.each(['instance', 'versions', 'identity/info'])('[IMDS-01] gives %s to nobody else', (path) => {
    expect(shop.goOn(askImds(version, { address: `${imds}/metadata/${path}`, from: 'laptop' })).failure).toBe(
      'unreachable',
    );
  });
});
