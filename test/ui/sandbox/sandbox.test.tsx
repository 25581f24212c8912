import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { homeDirectory } from '#domain/cloud/queries.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { openAsLearner } from './driver.tsx';

describe('building', () => {
  it('begins with a resource group and goes on from there', async () => {
    const learner = await openAsLearner();
    await learner.creates('resource group', 'rg-mine');
    await learner.creates('virtual machine', 'vm-mine');
    expect(await screen.findByRole('button', { name: /^vm-mine, virtual machine/ })).toBeVisible();
    expect(screen.getByRole('region', { name: /^vm-mine/ })).toBeVisible();
  });

  it.each([
    ['storage account', 'St-Shop', /Use 3 to 24 lower-case letters and digits/],
    ['key vault', 'kv--shop', /no two hyphens in a row/],
    ['virtual machine', 'vm-web', /vm-web is there already/],
  ])('says what is wrong with the name of a %s before Azure has to', async (kind, name, message) => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    const before = learner.world;
    await learner.creates(kind, name);
    expect(screen.getByText(message)).toBeVisible();
    expect(within(screen.getByRole('region', { name: 'Create' })).getByLabelText('Name')).toHaveFocus();
    expect(learner.world).toBe(before);
  });

  it('shows Azure’s own refusal where a form cannot know: the name of a deleted vault', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    await learner.selects(/^kv-shop, key vault/);
    await learner.press('Delete kv-shop');
    await learner.creates('key vault', 'kv-shop');
    expect(screen.getByText(/already exists in deleted state/)).toBeVisible();

    await learner.press('Purge kv-shop');
    await learner.creates('key vault', 'kv-shop');
    expect(await screen.findByRole('button', { name: /^kv-shop, key vault/ })).toBeVisible();
  });
});

describe('a token and what it opens', () => {
  it('is asked for on the host and reads the secret', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    await learner.selects(/^vm-web, virtual machine/);
    await learner.press('Ask for a token');
    expect(screen.getByRole('tab', { name: 'Answer' })).toHaveAttribute('aria-selected', 'true');
    await learner.turnsTo('Details');
    await learner.press('Read');
    expect(await screen.findByText(/kv-shop answers: 200/)).toBeVisible();
  });

  it('is not to be had from a laptop: the address leads nowhere from there', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    await learner.user.click(screen.getByText('From a laptop'));
    await learner.press('Ask for a token');
    expect(await screen.findByText(/no answer/i)).toBeVisible();
  });

  it('is refused without the header', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    await learner.selects(/^vm-web, virtual machine/);
    await learner.user.click(screen.getByLabelText('Leave out the Metadata: true header'));
    await learner.press('Ask for a token');
    expect(await screen.findByText(/refuses: 400/)).toBeVisible();
  });

  it('waits for a role that is not yet effective, and offers to go there', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    learner.session.store.getState().dispatch({ type: 'SetRoleDelay', delay: { kind: 'fixed', seconds: 420 } });
    await learner.creates('virtual machine', 'vm-new');
    await learner.user.click(screen.getByRole('switch', { name: /System-assigned: Off/ }));
    await learner.press('Assign a role');
    await learner.user.click(screen.getAllByRole('button', { name: 'Assign a role' }).at(-1) ?? document.body);
    await learner.press('Ask for a token');
    await learner.turnsTo('Details');
    await learner.press('Read');
    expect(await screen.findByText(/kv-shop refuses: 403/)).toBeVisible();
    await learner.press('Go to 09:07 and call again');
    expect(await screen.findByText(/kv-shop answers: 200/)).toBeVisible();
  });
});

describe('deleting', () => {
  it('shows what went and what stayed, and undo brings it back', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    await learner.selects(/^vm-web, virtual machine/);
    expect(screen.getByText(/Goes with it: 1 service principal. Stays: 1 role assignment/)).toBeVisible();
    await learner.press('Delete vm-web');
    const card = screen.getByRole('region', { name: 'What went, what stayed' });
    expect(within(card).getByRole('list', { name: 'Went' })).toHaveTextContent(/vm-web.*Service principal/);
    expect(within(card).getByRole('list', { name: 'Went' })).toHaveTextContent(/until 1 Apr 2026/);
    expect(within(card).getByRole('list', { name: 'Stayed' })).toHaveTextContent('Key Vault Secrets User on kv-shop');
    await learner.press('Undo: delete vm-web');
    expect(screen.queryByRole('region', { name: 'What went, what stayed' })).toBeNull();
    expect(dictionary.size(homeDirectory(learner.world.state).deleted)).toBe(0);
  });

  it('asks before a whole group goes', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    await learner.selects(/^rg-shop, resource group/);
    await learner.press('Delete rg-shop');
    const dialog = screen.getByRole('dialog', { name: /Delete rg-shop and everything in it/ });
    expect(within(dialog).getByText('kv-shop')).toBeVisible();
    await learner.user.click(within(dialog).getByRole('button', { name: 'Delete rg-shop' }));
    expect(dictionary.size(learner.world.state.arm.groups)).toBe(0);
  });

  it('can be read again from the log', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    await learner.selects(/^vm-web, virtual machine/);
    await learner.press('Delete vm-web');
    await learner.user.click(screen.getByRole('button', { name: 'Close' }));
    await learner.turnsTo('Log');
    await learner.press('What went, what stayed');
    expect(screen.getByRole('region', { name: 'What went, what stayed' })).toBeVisible();
    await learner.selects(/^kv-shop, key vault/);
    await learner.press('Delete kv-shop');
    expect(within(screen.getByRole('list', { name: 'Went' })).getByText('kv-shop')).toBeVisible();
  });

  it('leaves the focus at the picture when its button is gone', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    expect(screen.getByRole('region', { name: 'The world' })).toHaveFocus();
    await learner.selects(/^vm-web, virtual machine/);
    await learner.press('Delete vm-web');
    expect(screen.getByRole('region', { name: 'The world' })).toHaveFocus();
  });
});

describe('the answer', () => {
  it('takes the focus of the button that asked', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    await learner.selects(/^vm-web, virtual machine/);
    await learner.press('Ask for a token');
    expect(screen.getByRole('tabpanel', { name: 'Answer' })).toHaveFocus();
  });
});

describe('time', () => {
  it('can be travelled by the log, and acting in the past is announced', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    await learner.turnsTo('Log');
    await learner.press(/Create virtual machine vm-web/);
    expect(screen.getByText(/You are looking at the past, 3 steps back/)).toBeVisible();
    await learner.press('Back to now');
    expect(screen.queryByText(/You are looking at the past/)).toBeNull();
  });

  it('has keys for undo and redo that stay out of text fields', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    const { cursor } = learner.world.timeline;
    await learner.user.keyboard('u');
    expect(learner.world.timeline.cursor).toBe(cursor - 1);
    await learner.user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(learner.world.timeline.cursor).toBe(cursor);
    await learner.user.type(within(screen.getByRole('region', { name: 'Create' })).getByLabelText('Name'), 'u');
    expect(learner.world.timeline.cursor).toBe(cursor);
  });
});
