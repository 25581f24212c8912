import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openAsLearner } from './driver.tsx';

it('says the present command as az, REST and Bicep', async () => {
  const learner = await openAsLearner();
  await learner.opensTheShop();
  await learner.creates('virtual machine', 'vm-new');
  await learner.turnsTo('Log');
  await learner.user.click(screen.getByText('As az, REST and Bicep'));
  expect(await screen.findByText(/^az vm create .*-n vm-new/)).toBeVisible();
  expect(screen.getByText(/^PUT https:\/\/management\.azure\.com\/.*virtualMachines\/vm-new/)).toBeVisible();
  expect(screen.getByText(/^(?:.|\n)*resource .* 'Microsoft\.Compute\/virtualMachines@/)).toBeVisible();
});
