import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { openPage } from './open-page.tsx';

it('the Identity menu: nothing happens before Save and Yes, then the ID appears; off and on is another one', async () => {
  const learner = userEvent.setup();
  await openPage('/lessons/creating-one');
  const blade = within(await screen.findByRole('figure', { name: /The Identity menu/ }));
  expect(blade.getByText('Our drawing')).toBeInTheDocument();
  const id = () => blade.queryByText(/^[0-9a-f]{8}-/)?.textContent;
  const set = async (status: 'On' | 'Off') => {
    await learner.click(blade.getByRole('radio', { name: status }));
    await learner.click(blade.getByRole('button', { name: 'Save' }));
  };

  expect(blade.getByRole('button', { name: 'Save' })).toBeDisabled();
  await set('On');
  expect(blade.getByText(/will be registered with Microsoft Entra ID/)).toBeInTheDocument();
  expect(id()).toBeUndefined();
  await learner.click(blade.getByRole('button', { name: 'No' }));
  expect(blade.getByRole('radio', { name: 'Off' })).toBeChecked();

  await set('On');
  await learner.click(blade.getByRole('button', { name: 'Yes' }));
  const first = id();
  expect(first).toBeDefined();
  await set('Off');
  await learner.click(blade.getByRole('button', { name: 'Yes' }));
  expect(id()).toBeUndefined();
  await set('On');
  await learner.click(blade.getByRole('button', { name: 'Yes' }));
  expect(id()).toBeDefined();
  expect(id()).not.toBe(first);
});

it('the Identity menu: user-assigned identities are added and removed', async () => {
  const learner = userEvent.setup();
  await openPage('/lessons/creating-one');
  const blade = within(await screen.findByRole('figure', { name: /The Identity menu/ }));
  await learner.click(blade.getByRole('tab', { name: 'User assigned' }));
  await learner.click(blade.getByRole('button', { name: 'Add' }));
  await learner.click(blade.getByRole('button', { name: 'Add' }));
  expect(blade.getByText('Every identity of the subscription is attached.')).toBeInTheDocument();
  await learner.click(blade.getByRole('button', { name: 'Remove id-shop-reader' }));
  expect(within(blade.getByRole('list', { name: 'User assigned' })).getAllByRole('listitem')).toHaveLength(1);
});

it('three ids: who asks is told which one is wanted', async () => {
  const learner = userEvent.setup();
  await openPage('/lessons/inside-a-managed-identity');
  const figure = within(await screen.findByRole('figure', { name: /Three ids/ }));
  await learner.click(figure.getByRole('button', { name: 'Code that asks for a token' }));
  expect(figure.getByRole('status')).toHaveTextContent(/client ID/);
  await learner.click(figure.getByRole('radio', { name: /vm-web/ }));
  expect(figure.getByRole('status')).toHaveTextContent(/names nobody/);
  expect(figure.getByText(/None of its own/)).toBeInTheDocument();
});

it('lives: a deleted host takes the one identity with it and not the other', async () => {
  const learner = userEvent.setup();
  await openPage('/lessons/system-assigned');
  const figure = within(await screen.findByRole('figure', { name: /life of a host/ }));
  await learner.click(figure.getByRole('button', { name: 'Next' }));
  expect(figure.getByText('Step 2 of 4')).toBeInTheDocument();
  const cellsOf = (row: RegExp) =>
    within(figure.getByRole('row', { name: row }))
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
  expect(cellsOf(/service principal, system-assigned/)).toEqual(['there', 'on the deleted list', '', '']);
  expect(cellsOf(/service principal, user-assigned/)).toEqual(['there', 'there', '', '']);
  expect(cellsOf(/its role on kv-shop/)).toEqual(['there', 'Identity not found', '', '']);
});
