import { describe, expect, it } from 'vitest';
import { nameOf } from '#domain/arm/resource-id.ts';
import { askToken, host, identity, idsOf, run, shopGroup } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { askImds, goodQuery } from './ask-imds.ts';

const reader = 'id-shop-reader';
const writer = 'id-shop-writer';

/** vm-web with these identities; id-shop-reader and id-shop-writer exist, attached or not. */
function machine(system: boolean, ...user: readonly string[]): Played {
  return run('imds', shopGroup, identity(reader), identity(writer), host('vm-web', { system, user }));
}

/** Asks for an identity by one of its ids. */
function namedBy(parameter: string, id: 'clientId' | 'principalId' | 'resourceId', name: string): MadeDeed {
  return (after) => askImds(`${goodQuery}&${parameter}=${idsOf(after, name)[id]}`)(after);
}

/** Whose token an answer holds: the name of the host or of the user-assigned identity. */
function ownerOf(asked: Played): string {
  expect(asked.answer.status).toBe(200);
  const owner = nameOf(asked.claims.xms_mirid ?? '');
  expect(asked.claims.oid).toBe(idsOf(asked, owner).principalId);
  return owner;
}

describe('a caller that names nothing', () => {
  it('[IMDS-11] is told that a machine without an identity has none', () => {
    const { answer } = machine(false).goOn(askToken());
    expectGolden(answer, 'IMDS-11-no-identity', 'capture');
    // The length that azure-sdk-for-net#37278 shows.
    expect(answer.body).toHaveLength(68);
  });

  it('[IMDS-12] is answered as the system-assigned identity', () => {
    expect(ownerOf(machine(true).goOn(askToken()))).toBe('vm-web');
  });

  it.each([[[reader]], [[reader, writer]]])('[IMDS-12] is so beside %j too', (user) => {
    const asked = machine(true, ...user).goOn(askToken());
    expect(ownerOf(asked)).toBe('vm-web');
  });

  it('[IMDS-13] is answered as the only user-assigned identity', () => {
    expect(ownerOf(machine(false, writer).goOn(askToken()))).toBe(writer);
  });

  it('[IMDS-14] has to say which of several user-assigned identities it means', () => {
    const { answer } = machine(false, reader, writer).goOn(askToken());
    expectGolden(answer, 'IMDS-14-several', 'docs');
  });

  it('[IMDS-14] breaks when a second identity is attached, and works again when it is gone', () => {
    const one = machine(false, reader).goOn(askToken());
    const two = one.goOn({ do: 'attach', identity: writer, to: 'vm-web' }, askToken());
    expect(two.answer.status).toBe(400);
    const again = two.goOn({ do: 'detach', identity: writer, from: 'vm-web' }, askToken());
    expect(ownerOf(again)).toBe(reader);
  });

  it('[IMDS-12] changes identity without noticing when the system-assigned one is turned on', () => {
    const turnedOn = machine(false, reader).goOn({ do: 'enable-system-assigned', on: 'vm-web' }, askToken());
    expect(ownerOf(turnedOn)).toBe('vm-web');
  });
});

describe('a caller that names an identity', () => {
  const rows = [
    ['alone', machine(false, reader)],
    ['beside another', machine(false, writer, reader)],
    ['beside the system-assigned one', machine(true, reader)],
    ['beside both', machine(true, writer, reader)],
  ] as const;

  it.each(rows)('[IMDS-15] is answered as the attached one, %s', (_, vm) => {
    for (const by of ['client-id', 'object-id', 'resource-id'] as const) {
      expect(ownerOf(vm.goOn(askToken('vm-web', { as: reader, by })))).toBe(reader);
    }
  });

  it('[IMDS-15] may write the id in capitals', () => {
    const vm = machine(true, reader);
    const { clientId, resourceId } = idsOf(vm, reader);
    for (const name of [`client_id=${clientId.toUpperCase()}`, `msi_res_id=${resourceId.toUpperCase()}`]) {
      expect(ownerOf(vm.goOn(askImds(`${goodQuery}&${name}`)))).toBe(reader);
    }
  });

  it.each([
    ['nothing is attached', machine(false)],
    ['only the system-assigned one is on', machine(true)],
    ['another is attached', machine(false, writer)],
    ['others are', machine(true, writer)],
  ])('[IMDS-16] is told that it is not found where %s', (_, vm) => {
    const asked = vm.goOn(askToken('vm-web', { as: reader }));
    expectGolden(asked.answer, 'IMDS-11-no-identity', 'capture');
  });

  it('[IMDS-11] is told so on a machine without an identity, by whatever id', () => {
    for (const by of ['client-id', 'object-id', 'resource-id'] as const) {
      const { answer } = machine(false).goOn(askToken('vm-web', { as: reader, by }));
      expect(answer).toMatchObject({ status: 400, source: 'capture' });
      expect(answer.body).toContain('Identity not found');
    }
  });

  it.each([
    ['client_id', 'principalId'],
    ['client_id', 'resourceId'],
    ['object_id', 'clientId'],
    ['msi_res_id', 'clientId'],
  ] as const)('[IMDS-16] is not understood when %s holds its %s', (parameter, id) => {
    const asked = machine(true, reader).goOn(namedBy(parameter, id, reader));
    expect(asked.answer.status).toBe(400);
    expect(asked.answer.body).toContain('Identity not found');
  });

  it('[IMDS-16] is not found by an empty name', () => {
    expect(machine(true).goOn(askImds(`${goodQuery}&client_id=`)).answer.body).toContain('Identity not found');
  });

  it.each(['msi_res_id', 'mi_res_id'])('[IMDS-17] may spell the ARM id %s', (parameter) => {
    const asked = machine(true, reader).goOn(namedBy(parameter, 'resourceId', reader));
    expect(ownerOf(asked)).toBe(reader);
  });

  it.each([
    ['client_id', 'clientId'],
    ['object_id', 'principalId'],
  ] as const)('[IMDS-18] may name the system-assigned identity by its own %s', (parameter, id) => {
    const asked = machine(true, reader).goOn(namedBy(parameter, id, 'vm-web'));
    expect(ownerOf(asked)).toBe('vm-web');
    expect(asked.answer.source).toBe('unconfirmed');
  });

  it('[IMDS-18] does not reach the system-assigned identity of another machine', () => {
    const two = machine(true).goOn(host('vm-batch'));
    expect(two.goOn(namedBy('client_id', 'clientId', 'vm-batch')).answer.body).toContain('Identity not found');
  });
});

describe('a reference to a deleted identity', () => {
  const deleted = machine(false, reader).goOn({ do: 'delete', name: reader });

  it('[IMDS-25] still selects it, and Microsoft Entra ID refuses', () => {
    expectGolden(deleted.goOn(askToken()).answer, 'IMDS-25-deleted-identity', 'unconfirmed');
  });

  it('[IMDS-25] still counts as one of several', () => {
    const two = deleted.goOn({ do: 'attach', identity: writer, to: 'vm-web' }, askToken());
    expect(two.answer.body).toContain('Multiple user assigned identities exist');
    expect(ownerOf(two.goOn(askToken('vm-web', { as: writer })))).toBe(writer);
  });

  it('[IMDS-25] does not become a reference to a new identity of the same name', () => {
    const renewed = deleted.goOn(identity(reader));
    expect(renewed.goOn(askToken('vm-web', { as: reader })).answer.body).toContain('Identity not found');
    const byResource = renewed.goOn(askToken('vm-web', { as: reader, by: 'resource-id' }));
    expect(byResource.answer.body).toContain('AADSTS700016');
    const attached = renewed.goOn({ do: 'attach', identity: reader, to: 'vm-web' }, askToken());
    expect(ownerOf(attached)).toBe(reader);
  });
});
