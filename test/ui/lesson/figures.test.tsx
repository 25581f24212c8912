import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { openPage } from './open-page.tsx';

/** The figure itself, once it stands in the place of its words. */
async function liveFigure(name: RegExp, control: 'tab' | 'radio' | 'row') {
  const figures = await waitFor(() => {
    const found = screen
      .getAllByRole('figure', { name })
      .filter((each) => within(each).queryAllByRole(control).length > 0);
    expect(found).toHaveLength(1);
    return found;
  });
  return within(figures[0] ?? document.body);
}

it('the Identity menu: nothing happens before Save and Yes, then the ID appears; off and on is another one', async () => {
  const learner = userEvent.setup();
  await openPage('/lessons/creating-one');
  const blade = await liveFigure(/working form/, 'tab');
  expect(blade.getByText('Our drawing')).toBeInTheDocument();
  const id = () => within(blade.getByRole('tabpanel')).queryByText(/^[0-9a-f]{8}-/)?.textContent;
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

it('the Identity menu: user-assigned identities are chosen from a list, and removed after a question', async () => {
  const learner = userEvent.setup();
  await openPage('/lessons/creating-one');
  const blade = await liveFigure(/working form/, 'tab');
  await learner.click(blade.getByRole('tab', { name: 'User assigned' }));
  expect(blade.getByRole('button', { name: 'Remove' })).toBeDisabled();
  await learner.click(blade.getByRole('button', { name: 'Add' }));
  const panel = within(blade.getByRole('region', { name: 'Add user assigned managed identity' }));
  await learner.type(panel.getByRole('textbox', { name: 'Filter by name' }), 'writer');
  expect(panel.getAllByRole('checkbox')).toHaveLength(1);
  await learner.clear(panel.getByRole('textbox', { name: 'Filter by name' }));
  for (const choice of panel.getAllByRole('checkbox')) await learner.click(choice);
  await learner.click(panel.getByRole('button', { name: 'Add 2 identities' }));
  const attached = within(blade.getByRole('list', { name: 'Attached identities' }));
  expect(attached.getAllByRole('listitem')).toHaveLength(2);

  await learner.click(blade.getByRole('button', { name: 'Add' }));
  expect(blade.getByText('Every identity of the subscription is attached.')).toBeInTheDocument();
  await learner.click(blade.getByRole('button', { name: 'Cancel' }));

  await learner.click(attached.getByRole('checkbox', { name: /id-shop-reader/ }));
  await learner.click(blade.getByRole('button', { name: 'Remove' }));
  expect(blade.getByText(/The identity itself, its principal and its roles stay/)).toBeInTheDocument();
  await learner.click(blade.getByRole('button', { name: 'Yes' }));
  expect(attached.getAllByRole('listitem')).toHaveLength(1);
});

it('the Identity menu: its effects stand beside it, and roles are given from it', async () => {
  const learner = userEvent.setup();
  await openPage('/lessons/creating-one');
  const blade = await liveFigure(/working form/, 'tab');
  const effects = within(blade.getByRole('region', { name: 'What it did in the world' }));
  expect(effects.getByText('"type": "None"')).toBeInTheDocument();
  expect(blade.queryByRole('button', { name: 'Azure role assignments' })).not.toBeInTheDocument();
  const menu = within(blade.getByRole('navigation', { name: 'Menu of vm-web', hidden: true }));
  expect(menu.getByText('Identity')).toHaveAttribute('aria-current', 'page');
  const save = async (status: 'On' | 'Off') => {
    await learner.click(blade.getByRole('radio', { name: status }));
    await learner.click(blade.getByRole('button', { name: 'Save' }));
    await learner.click(blade.getByRole('button', { name: 'Yes' }));
  };

  await save('On');
  expect(effects.getByText('"type": "SystemAssigned"')).toBeInTheDocument();
  expect(await effects.findByText(/^az vm identity assign/)).toBeInTheDocument();
  expect(effects.getByText(/^PATCH https:\/\/management\.azure\.com/)).toBeInTheDocument();

  await learner.click(blade.getByRole('button', { name: 'Azure role assignments' }));
  await learner.click(blade.getByRole('button', { name: 'Add role assignment' }));
  await learner.selectOptions(blade.getByRole('combobox', { name: 'Role' }), 'Key Vault Secrets User');
  await learner.selectOptions(blade.getByRole('combobox', { name: 'On' }), 'kv-shop');
  await learner.click(blade.getByRole('button', { name: 'Assign a role' }));
  expect(blade.getByText('Key Vault Secrets User on kv-shop')).toBeInTheDocument();
  await learner.click(blade.getByRole('button', { name: 'Back to Identity' }));

  await save('Off');
  const principals = within(effects.getByRole('list', { name: /Service principals/ }));
  expect(principals.getByText(/deleted list until/)).toBeInTheDocument();
});

it('three ids: who asks is told which one is wanted', async () => {
  const learner = userEvent.setup();
  await openPage('/lessons/inside-a-managed-identity');
  const figure = await liveFigure(/Three ids/, 'radio');
  await learner.click(figure.getByRole('button', { name: 'Code that asks for a token' }));
  expect(figure.getByRole('status')).toHaveTextContent(/client ID/);
  await learner.click(figure.getByRole('radio', { name: /vm-web/ }));
  expect(figure.getByRole('status')).toHaveTextContent(/names nobody/);
  expect(figure.getByText(/None of its own/)).toBeInTheDocument();
});

it('lives: a deleted host takes the one identity with it and not the other', async () => {
  const learner = userEvent.setup();
  await openPage('/lessons/system-assigned');
  const figure = await liveFigure(/life of a host/, 'row');
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
