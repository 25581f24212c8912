import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openAsLearner } from './driver.tsx';

it('the sign-in log has a row for a token that Entra ID issued, and none for one from the cache', async () => {
  const learner = await openAsLearner();
  await learner.opensTheShop();
  await learner.turnsTo('Directory');
  expect(screen.getByText('Nobody has asked Microsoft Entra ID for a token yet.')).toBeVisible();
  await learner.selects(/^vm-web, virtual machine/);
  await learner.press('Ask for a token');
  await learner.selects(/^vm-web, virtual machine/);
  await learner.press('Ask for a token');
  await learner.turnsTo('Directory');
  const rows = within(screen.getByRole('list', { name: 'Sign-ins, the newest first' })).getAllByRole('listitem');
  expect(rows).toHaveLength(1);
  expect(rows[0]).toHaveTextContent('vm-webSuccessManaged identity, for https://vault.azure.net, asked by vm-web');
});

it('a principal tells who can act as it: code on its host, and whoever may run code there', async () => {
  const learner = await openAsLearner();
  await learner.opensTheShop();
  await learner.selects(/^vm-web, service principal/);
  await learner.unfolds('Who can act as it');
  const all = screen.getByRole('list', { name: 'Who can act as it' });
  expect(within(all).getByText('Code on vm-web')).toBeVisible();
  const you = within(all)
    .getAllByRole('listitem')
    .find((each) => each.textContent.includes('runs code on vm-web'));
  expect(you).toBeDefined();
});
