import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openAsLearner } from './driver.tsx';

it('says the present command as az, REST and Bicep', async () => {
  const learner = await openAsLearner();
  await learner.opensTheShop();
  await learner.creates('virtual machine', 'vm-new');
  await learner.turnsTo('Log');
  await learner.user.click(screen.getByText('As az, REST and Bicep'));
  // Ids within the text are elements of their own: the lens marks them.
  const shown = () => screen.getAllByRole('code').map(({ textContent }) => textContent);
  const toShow = (text: RegExp) => expect(shown()).toContainEqual(expect.stringMatching(text));
  await waitFor(() => toShow(/^az vm create .*-n vm-new/));
  toShow(/^PUT https:\/\/management\.azure\.com\/.*virtualMachines\/vm-new/);
  toShow(/^(?:.|\n)*resource .* 'Microsoft\.Compute\/virtualMachines@/);
});
