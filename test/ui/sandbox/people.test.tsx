import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { resourcesOf } from '#domain/cloud/queries.ts';
import { openAsLearner } from './driver.tsx';

async function playsSomebody(who: string) {
  const learner = await openAsLearner();
  await learner.opensTheShop();
  await learner.chooses('Acting as', 'Add a person…');
  const dialog = await screen.findByRole('dialog', { name: 'Add a person' });
  await learner.user.selectOptions(within(dialog).getByLabelText('Who'), who);
  await learner.user.click(within(dialog).getByRole('button', { name: 'Add and act as them' }));
  return learner;
}

describe('acting as somebody', () => {
  it('a reader may delete nothing: Azure refuses, and the log says whom', async () => {
    const learner = await playsSomebody('Rita Reader, Reader');
    expect(screen.getByLabelText('Acting as')).toHaveDisplayValue('Acting as: Rita Reader');
    expect(await screen.findByRole('button', { name: /^Rita Reader, person/ })).toBeVisible();
    await learner.selects(/^vm-web, virtual machine/);
    await learner.press('Delete vm-web');
    expect(await learner.refusal()).toHaveTextContent('AuthorizationFailed');
    expect(
      screen.getByText(/^Rita Reader may not delete a virtual machine at vm-web: no role there/),
    ).toHaveTextContent('Microsoft.Compute/virtualMachines/delete');
    await learner.turnsTo('Log');
    expect(screen.getByText(/^Rita Reader may not delete a virtual machine at vm-web/)).toBeVisible();
    expect(screen.getByText('(Rita Reader)')).toBeVisible();
    expect(screen.getByRole('button', { name: /^vm-web, virtual machine/ })).toBeVisible();
  });

  it('a refusal gives a way back to yourself', async () => {
    const learner = await playsSomebody('Rita Reader, Reader');
    await learner.selects(/^vm-web, virtual machine/);
    await learner.press('Delete vm-web');
    await learner.press('Act as You');
    expect(screen.getByText('You act as yourself now. Try again.')).toBeVisible();
    expect(screen.getByLabelText('Acting as')).toHaveDisplayValue('Acting as: You');
    await learner.press('Delete vm-web');
    expect(resourcesOf(learner.world.state).map(({ name }) => name)).toEqual(['kv-shop']);
  });

  it.each([
    [
      'turning an identity off',
      /^vm-web, virtual machine/,
      'switch',
      /System-assigned: On/,
      /create or change a virtual/,
    ],
    [
      'taking a role away',
      /^kv-shop, key vault/,
      'button',
      /^Remove Key Vault Secrets User/,
      /delete a role assignment/,
    ],
  ] as const)('%s is refused where it was done', async (_, thing, role, name, missing) => {
    const learner = await playsSomebody('Rita Reader, Reader');
    await learner.selects(thing);
    await learner.user.click(screen.getByRole(role, { name }));
    expect(await screen.findByText(missing)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Act as You' })).toBeVisible();
  });

  it('a form that creates says it too', async () => {
    const learner = await playsSomebody('Rita Reader, Reader');
    await learner.creates('virtual machine', 'vm-new');
    expect(await learner.refusal()).toHaveTextContent('AuthorizationFailed');
    expect(screen.getByText(/^Rita Reader may not create or change a virtual machine at vm-new/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Act as You' })).toBeVisible();
  });

  it('ends where the world does not know them: undo goes back to you', async () => {
    const learner = await playsSomebody('Olga Owner, Owner');
    const { undo } = learner.session.store.getState();
    for (let steps = 0; steps < 3; steps += 1) undo();
    expect(await screen.findByDisplayValue('Acting as: You')).toBeVisible();
    expect(learner.session.store.getState().actor).toEqual({ kind: 'user', displayName: 'You' });
  });
});

describe('the directory', () => {
  it('a group with a role gives it to whoever is in it', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    await learner.turnsTo('Directory');
    await learner.press('Create the group');
    await learner.press('Add to the group');
    expect(screen.getByRole('list', { name: 'Shop readers' })).toHaveTextContent('vm-web');
    expect(screen.getByRole('button', { name: /^Shop readers, group of the directory/ })).toBeVisible();
    await learner.press('Take vm-web out of Shop readers');
    expect(screen.getByRole('list', { name: 'Shop readers' })).toBeEmptyDOMElement();
  });

  it('an application has app roles to give, and Microsoft Graph too', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    await learner.turnsTo('Directory');
    await learner.press('Register the application');
    await learner.press('Give the app role');
    expect(screen.getByRole('list', { name: 'App roles given' })).toHaveTextContent('Orders.Read, Orders API');
  });
});

describe('time', () => {
  it('lists what is due, and moves there', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    await learner.selects(/^vm-web, virtual machine/);
    await learner.press('Ask for a token');
    await learner.turnsTo('Time');
    await learner.press(/^Move to 3 Mar, 09:00: token expires https:\/\/vault.azure.net/);
    expect(screen.getByText('Nothing is due.')).toBeVisible();
    await learner.chooses('New principals are known outside Microsoft Entra ID', 'after three minutes');
    expect(learner.world.state.replicationDelay).toBe(180);
  });
});
