import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openAsLearner } from './driver.tsx';

/** A second machine with an identity and no role, which reads the secret and is refused. */
async function refused() {
  const learner = await openAsLearner();
  await learner.opensTheShop();
  await learner.creates('virtual machine', 'vm-new');
  await learner.user.click(screen.getByRole('switch', { name: /System-assigned: Off/ }));
  await learner.press('Ask for a token');
  await learner.turnsTo('Details');
  await learner.press('Read');
  await screen.findByText(/kv-shop refuses: 403/);
  return learner;
}

describe('why it is refused', () => {
  it('names the smallest role that would allow it, and gives it', async () => {
    const learner = await refused();
    await learner.press('Do it: assign Key Vault Secrets User on kv-shop');
    await learner.press('Ask again');
    expect(await screen.findByText(/kv-shop answers: 200/)).toBeVisible();
  });

  it('says when it acts, and goes there', async () => {
    const learner = await refused();
    learner.session.store.getState().dispatch({ type: 'SetRoleDelay', delay: { kind: 'fixed', seconds: 420 } });
    await learner.turnsTo('Answer');
    await learner.press('Do it: assign Key Vault Secrets User on kv-shop');
    await learner.press('Go to 09:07 and ask again');
    expect(await screen.findByText(/kv-shop answers: 200/)).toBeVisible();
  });
});

describe('a token request that is refused', () => {
  it('several identities and none named: names one in the request', async () => {
    const learner = await twoIdentities();
    await learner.press('Ask for a token');
    await learner.press('Do it: name id-one in the request, by its client ID');
    await learner.hears('IMDS hands the token to the application');
    expect(learner.world.timeline.entries.at(-1)?.command.type).toBe('RequestToken');
  });

  it('no identity to load: turns one on, then asks again for the same', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    await learner.creates('virtual machine', 'vm-bare');
    await learner.chooses('For which service (audience)', 'https://storage.azure.com/');
    await learner.press('Ask for a token');
    await learner.press(/^Do it: turn on the system-assigned identity of vm-bare/);
    await learner.press('Ask again');
    await learner.hears('IMDS hands the token to the application');
    expect(learner.world.timeline.entries.at(-1)?.command).toMatchObject({
      request: { url: expect.stringContaining('storage.azure.com') as string },
    });
  });

  it('where no change would help, it promises none', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    await learner.selects(/^vm-web, virtual machine/);
    await learner.user.click(screen.getByLabelText('Leave out the Metadata: true header'));
    await learner.press('Ask for a token');
    expect(await screen.findByText(/refuses: 400/)).toBeVisible();
    expect(screen.queryByText('What would allow it')).toBeNull();
  });
});

async function twoIdentities() {
  const learner = await openAsLearner();
  await learner.opensTheShop();
  for (const name of ['id-one', 'id-two']) await learner.creates('user-assigned identity', name);
  await learner.creates('virtual machine', 'vm-two');
  for (const _ of [1, 2]) await learner.press('Attach');
  return learner;
}

describe('what can be reached', () => {
  it('from a host: what its identity opens', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    await learner.selects(/^vm-web, virtual machine/);
    await learner.unfolds('More');
    await learner.unfolds('What can be reached from here');
    expect(await screen.findByRole('list', { name: 'Can open' })).toHaveTextContent(/kv-shop: .* by an Azure role/);
  });
});

describe('the credential chain', () => {
  it('on a host: the managed identity answers', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    await learner.selects(/^vm-web, virtual machine/);
    await learner.unfolds('More');
    await learner.unfolds('DefaultAzureCredential');
    expect(await screen.findByText('getToken() returns a token.')).toBeVisible();
    await learner.press('Ask like this: ManagedIdentityCredential');
    await learner.hears('IMDS hands the token to the application');
    await learner.turnsTo('Details');
    await learner.unfolds('More');
    await learner.unfolds('DefaultAzureCredential');
    await learner.chooses('AZURE_TOKEN_CREDENTIALS', 'dev');
    expect(screen.getByText(/getToken\(\) throws/)).toBeVisible();
  });
});
