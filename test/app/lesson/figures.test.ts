import { describe, expect, it } from 'vitest';
import { askers, twoIdentities, wantedBy } from '#app/lesson/figures/ids.ts';
import { livesOfIdentities } from '#app/lesson/figures/lives.ts';

describe('the lives of two identities', () => {
  const steps = livesOfIdentities();
  const after = (act: string) => steps.find((step) => step.act === act)?.lives;

  it('begin together', () => {
    expect(steps.map(({ act }) => act)).toEqual(['create', 'delete', 'again', 'remove']);
    expect(new Set(Object.values(after('create') ?? {}))).toEqual(new Set(['there']));
  });

  it('the system-assigned one goes with its host and leaves its role behind', () => {
    expect(after('delete')).toEqual({
      host: 'gone',
      systemPrincipal: 'deleted',
      systemRole: 'orphaned',
      identity: 'there',
      userPrincipal: 'there',
      userRole: 'there',
    });
  });

  it('a host made again gets a new principal, and the old role is not for it', () => {
    expect(after('again')).toMatchObject({ host: 'new', systemPrincipal: 'new', systemRole: 'orphaned' });
  });

  it('the user-assigned one goes when it is deleted', () => {
    expect(after('remove')).toMatchObject({
      host: 'there',
      identity: 'gone',
      userPrincipal: 'deleted',
      userRole: 'orphaned',
    });
  });
});

describe('three ids', () => {
  const [user, system] = twoIdentities();

  it('are three different values; a system-assigned identity has no resource ID of its own', () => {
    expect(new Set([user?.principalId, user?.clientId, user?.resourceId]).size).toBe(3);
    expect(user?.resourceId).toMatch(/userAssignedIdentities\/id-shop-reader$/);
    expect(system?.resourceId).toBeNull();
    expect(system?.principalId).not.toBe(system?.clientId);
  });

  it('each is wanted by somebody', () => {
    expect(askers.map((asker) => wantedBy(asker, 'user'))).toEqual([
      'principalId',
      'principalId',
      'clientId',
      'resourceId',
    ]);
    expect(askers.map((asker) => wantedBy(asker, 'system'))).toEqual(['principalId', 'principalId', null, null]);
  });
});
