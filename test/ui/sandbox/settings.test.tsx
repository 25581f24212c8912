import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { resourcesOf } from '#domain/cloud/queries.ts';
import { openAsLearner } from './driver.tsx';

async function atTheShop() {
  const learner = await openAsLearner();
  await learner.opensTheShop();
  return learner;
}

describe('what a machine has', () => {
  it('power: a stopped machine sends nothing', async () => {
    const learner = await atTheShop();
    await learner.selects(/^vm-web, virtual machine/);
    await learner.unfolds('More');
    await learner.press('Deallocate');
    expect(screen.getByText(/It is deallocated/)).toBeVisible();
    await learner.press('Ask for a token');
    expect(await screen.findByText('Nobody answers', { selector: 'h3, strong, p, h2' })).toBeVisible();
    await learner.turnsTo('Details');
    await learner.unfolds('More');
    await learner.press('Start');
    expect(screen.getByText('It runs.')).toBeVisible();
  });

  it('failures of IMDS: switched on with a count, met, and mended', async () => {
    const learner = await atTheShop();
    await learner.selects(/^vm-web, virtual machine/);
    await learner.unfolds('More');
    await learner.unfolds('Let IMDS fail');
    await learner.chooses('IMDS answers', '429, too many requests');
    await learner.press('Let IMDS fail');
    expect(screen.getByText('IMDS answers 429, too many requests, 3 times more.')).toBeVisible();
    await learner.press('Ask for a token');
    expect(await screen.findByText(/refuses: 429/)).toBeVisible();
    await learner.turnsTo('Details');
    await learner.unfolds('More');
    await learner.unfolds('Let IMDS fail');
    expect(screen.getByText('IMDS answers 429, too many requests, 2 times more.')).toBeVisible();
    await learner.press('Mend IMDS');
    expect(screen.getByText('IMDS works.')).toBeVisible();
  });
});

describe('a panel', () => {
  it('shows what is needed first, and keeps the rest under one heading', async () => {
    const learner = await atTheShop();
    await learner.selects(/^vm-web, virtual machine/);
    const headings = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
    expect(headings).toEqual(expect.arrayContaining(['Identity', 'Its roles', 'Ask for a token', 'Read something']));
    expect(screen.queryByText('Power')).toBeNull();
    await learner.unfolds('More');
    expect(screen.getByRole('heading', { name: 'Power' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Tags, locks, group' })).toBeVisible();
  });
});

describe('what every resource can have', () => {
  it('tags, with a word where they are no tags', async () => {
    const learner = await atTheShop();
    await learner.selects(/^vm-web, virtual machine/);
    await learner.unfolds('More');
    await learner.unfolds('Tags');
    await learner.types('Tags', 'prod');
    expect(screen.getByText('A tag is written as name=value.')).toBeVisible();
    await learner.types('Tags', 'env=prod, owner=shop');
    await learner.press('Set the tags');
    expect(learner.world.timeline.entries.at(-1)?.command).toMatchObject({ tags: { env: 'prod', owner: 'shop' } });
  });

  it('a lock: Azure refuses the deletion, to owners too, until it is removed', async () => {
    const learner = await atTheShop();
    await learner.selects(/^kv-shop, key vault/);
    await learner.unfolds('More');
    await learner.press('Add the lock');
    await learner.press('Delete kv-shop');
    expect(await learner.refusal()).toHaveTextContent('ScopeLocked');
    const refusal = screen.getByText(/^Azure refuses/).closest<HTMLElement>('[role=status]');
    await learner.user.click(within(refusal ?? document.body).getByRole('button', { name: 'Remove the lock keep' }));
    expect(screen.getByText('The lock is gone. Try again.')).toBeVisible();
    await learner.press('Delete kv-shop');
    expect(resourcesOf(learner.world.state).map(({ name }) => name)).toEqual(['vm-web']);
  });

  it('another group: the panel follows the resource', async () => {
    const learner = await atTheShop();
    await learner.creates('resource group', 'rg-other');
    await learner.selects(/^kv-shop, key vault/);
    await learner.unfolds('More');
    await learner.press('Move kv-shop');
    expect(screen.getByRole('region', { name: /^kv-shop/ })).toBeVisible();
    expect(learner.world.timeline.entries.at(-1)?.command).toMatchObject({ resourceGroup: 'rg-other' });
  });
});

describe('what a vault has', () => {
  it('deleted secrets come back or are purged', async () => {
    const learner = await atTheShop();
    await learner.selects(/^kv-shop, key vault/);
    await learner.press('Delete the secret db-password');
    await learner.unfolds('More');
    await learner.unfolds('Deleted secrets');
    await learner.press('Recover db-password');
    const secrets = screen.getByRole('list', { name: 'Secrets' });
    expect(within(secrets).getByText('db-password')).toBeVisible();
  });

  it('access policies decide once the vault asks them', async () => {
    const learner = await atTheShop();
    await learner.selects(/^kv-shop, key vault/);
    await learner.unfolds('More');
    await learner.unfolds('Who decides about its secrets');
    await learner.chooses('Who decides about its secrets', 'access policies of the vault');
    await learner.press('Change it');
    await learner.selects(/^vm-web, virtual machine/);
    await learner.press('Ask for a token');
    await learner.turnsTo('Details');
    await learner.press('Read');
    expect(await screen.findByText(/decides by access policies, and none gives/)).toBeVisible();
  });

  it('a firewall that offers the addresses of this world', async () => {
    const learner = await atTheShop();
    await learner.selects(/^kv-shop, key vault/);
    await learner.unfolds('More');
    await learner.unfolds('Firewall');
    await learner.chooses('Addresses that are not in the list', 'are kept out');
    await learner.user.click(screen.getByLabelText(/^vm-web \(20\./));
    await learner.press('Save the firewall');
    expect(screen.getByText(/^Open to 20\..* only\.$/)).toBeVisible();
  });
});

describe('what a deleted vault leaves', () => {
  it('is recovered by name', async () => {
    const learner = await atTheShop();
    await learner.selects(/^kv-shop, key vault/);
    await learner.press('Delete kv-shop');
    await learner.press('Recover the deleted vault kv-shop');
    expect(await screen.findByRole('button', { name: /^kv-shop, key vault/ })).toBeVisible();
  });
});

describe('what a database has', () => {
  it('an administrator makes a user for an identity, which then reads', async () => {
    const learner = await atTheShop();
    await learner.creates('SQL server', 'sql-shop');
    await learner.user.selectOptions(screen.getByLabelText('Principal'), 'You');
    await learner.press('Make administrator');
    await learner.creates('SQL database', 'orders');
    await learner.press('Send the statement');
    expect(await screen.findByText('sql-shop answers')).toBeVisible();
    await learner.turnsTo('Details');
    expect(screen.getByRole('list', { name: 'Users of the database' })).toHaveTextContent('vm-web');
    await learner.press('Let it read');
    await learner.press('Send the statement');
    await learner.selects(/^vm-web, virtual machine/);
    await learner.chooses('For which service (audience)', 'https://database.windows.net/');
    await learner.press('Ask for a token');
    await learner.turnsTo('Details');
    const details = screen.getByRole('tabpanel', { name: 'Details' });
    await learner.user.selectOptions(within(details).getByLabelText('What'), 'sql-shop/orders/Orders');
    await learner.press('Read');
    expect(await screen.findByText('sql-shop answers')).toBeVisible();
  });
});

describe('what an account and a cluster have', () => {
  it('keys that are listed open the account instead of a token', async () => {
    const learner = await atTheShop();
    await learner.creates('storage account', 'stshop');
    await learner.user.type(screen.getAllByLabelText('Name').at(-1) ?? document.body, '{Enter}');
    await learner.unfolds('More');
    await learner.unfolds('Account keys');
    await learner.press('List the keys');
    expect(screen.getByRole('list', { name: 'Account keys' })).toHaveTextContent(/Key 1 /);
    await learner.user.click(screen.getByRole('switch', { name: 'Shared keys' }));
    expect(learner.world.timeline.entries.at(-1)?.command).toMatchObject({
      type: 'SetSharedKeyAccess',
      allowed: false,
    });
  });

  it('a pod signs in as the identity that trusts its service account', async () => {
    const learner = await atTheShop();
    await learner.creates('user-assigned identity', 'id-checkout');
    await learner.creates('AKS cluster', 'aks-shop');
    await learner.chooses('Identity in its annotation', 'id-checkout');
    await learner.press('Create the service account');
    await learner.selects(/^id-checkout, user-assigned identity/);
    await learner.user.click(screen.getByRole('button', { name: 'Add the credential' }));
    const trusts = /^id-checkout, .*, trusts service account shop\/checkout by federated credential$/;
    expect(screen.getByRole('button', { name: trusts })).toBeVisible();
    learner.session.store.getState().dispatch({ type: 'AdvanceClock', seconds: 600 });
    await learner.selects(/^aks-shop, AKS cluster/);
    await learner.press('Sign in as the pod');
    expect(await screen.findByText('Microsoft Entra ID issues a token')).toBeVisible();
  });
});

describe('what an app has', () => {
  it('a Key Vault reference that the platform resolves', async () => {
    const learner = await atTheShop();
    await learner.creates('web app', 'app-shop');
    await learner.unfolds('More');
    await learner.press('A Key Vault reference');
    await learner.press('Save the setting');
    expect(screen.getByRole('list', { name: 'App settings' })).toHaveTextContent(/^DbPassword=@Microsoft.KeyVault/);
    await learner.press('Resolve the reference DbPassword');
    await learner.turnsTo('Log');
    expect(screen.getByText(/Resolve the reference DbPassword of app-shop/)).toBeVisible();
  });
});
