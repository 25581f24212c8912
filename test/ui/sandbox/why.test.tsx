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
    await learner.chooses('AZURE_TOKEN_CREDENTIALS', 'dev');
    expect(screen.getByText(/getToken\(\) throws/)).toBeVisible();
  });
});
