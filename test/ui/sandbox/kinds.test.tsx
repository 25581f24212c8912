import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { resourcesOf } from '#domain/cloud/queries.ts';
import { openAsLearner } from './driver.tsx';

const alone = [
  ['scale set', 'vmss-web'],
  ['container app', 'ca-checkout'],
  ['AKS cluster', 'aks-shop'],
  ['SQL server', 'sql-shop'],
  ['Cosmos DB account', 'cosmos-shop'],
  ['Service Bus namespace', 'sb-shop-mail'],
  ['Event Hubs namespace', 'evh-shop-clicks'],
] as const;

describe('every kind of resource', () => {
  it.each(alone)('%s: is created, stands in the picture, and can be deleted', async (kind, name) => {
    const learner = await openAsLearner();
    await learner.creates('resource group', 'rg-shop');
    await learner.creates(kind, name);
    expect(await screen.findByRole('button', { name: new RegExp(`^${name}, ${kind}`) })).toBeVisible();
    await learner.press(`Delete ${name}`);
    expect(resourcesOf(learner.world.state)).toEqual([]);
  });

  it.each([
    ['web app', 'app-shop', 'deployment slot', 'staging', 'app-shop/staging'],
    ['SQL server', 'sql-shop', 'SQL database', 'orders', 'sql-shop/orders'],
  ])(
    'what lies under a %s says so before there is one, and is named after it',
    async (parent, under, kind, name, whole) => {
      const learner = await openAsLearner();
      await learner.creates('resource group', 'rg-shop');
      const create = screen.getByRole('region', { name: 'Create' });
      await learner.user.selectOptions(within(create).getByLabelText('What'), kind);
      expect(screen.getByText(`It lies under a ${parent}: create that first.`)).toBeVisible();
      await learner.creates(parent, under);
      await learner.creates(kind, name);
      expect(await screen.findByRole('button', { name: new RegExp(`^${whole}, ${kind}`) })).toBeVisible();
    },
  );

  it('a long name of a user-assigned identity is taken, with the caution that Azure has for it', async () => {
    const learner = await openAsLearner();
    await learner.creates('resource group', 'rg-shop');
    await learner.user.selectOptions(screen.getByLabelText('What'), 'user-assigned identity');
    await learner.types('Name', 'id-of-twenty-four-letter');
    expect(screen.queryByText(/at most 24 characters/)).toBeNull();
    await learner.types('Name', 'id-of-twenty-five-letters');
    expect(screen.getByText(/asks for at most 24 characters/)).toBeVisible();
    await learner.user.type(screen.getByLabelText('Name'), '{Enter}');
    expect(resourcesOf(learner.world.state).map(({ name }) => name)).toEqual(['id-of-twenty-five-letters']);
  });

  it('a vault can be made with access policies, and a scale set with manual upgrades', async () => {
    const learner = await openAsLearner();
    await learner.creates('resource group', 'rg-shop');
    await learner.user.selectOptions(screen.getByLabelText('What'), 'key vault');
    await learner.chooses('Permission model', 'access policies of the vault');
    await learner.creates('key vault', 'kv-old');
    await learner.user.selectOptions(screen.getByLabelText('What'), 'scale set');
    await learner.chooses('Upgrade mode', 'Manual: instances are updated by hand');
    await learner.creates('scale set', 'vmss-web');
    const created = learner.world.timeline.entries.map(({ command }) => command);
    expect(created).toContainEqual(expect.objectContaining({ name: 'kv-old', permissionModel: 'accessPolicies' }));
    expect(created).toContainEqual(expect.objectContaining({ name: 'vmss-web', upgradeMode: 'Manual' }));
  });
});
