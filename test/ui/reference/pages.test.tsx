import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { claimFacts } from '#app/reference/claims.ts';
import { errorTable } from '#app/reference/errors/table.ts';
import { hostRows } from '#app/reference/hosts.ts';
import { referencePageIds } from '#app/reference/pages.ts';
import { roleRows } from '#app/reference/roles.ts';
import { flowWords } from '#ui/words/words.ts';
import { errorWords } from '#words/reference/errors.ts';
import { rolePurposes } from '#words/reference/roles.ts';
import { openPage } from './open.tsx';

/** At once, as one pastes it. */
async function filterBy(query: string): Promise<void> {
  await userEvent.click(screen.getByRole('textbox'));
  await userEvent.paste(query);
}

describe('the reference', () => {
  it('leads to each of its pages, to the glossary and to the guide', async () => {
    await openPage('/reference');
    const links = within(screen.getByRole('list')).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/glossary',
      ...referencePageIds.map((id) => `/reference/${id}`),
      '/own-code',
    ]);
  });

  it.each(referencePageIds)('has a page of %s with a filter that counts', async (page) => {
    await openPage(`/reference/${page}`);
    expect(screen.getByRole('heading', { level: 1 })).toBeVisible();
    await filterBy('zzz-nothing');
    expect(await screen.findByText(/^0 of \d+$/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(await screen.findByText(/^\d+ in all$/)).toBeVisible();
  });

  it('says what is so instead of a misconception, and leads to the lesson that cures it', async () => {
    await openPage('/reference/questions');
    const belief = within(screen.getByRole('article', { name: 'Turning it on gives access.' }));
    expect(belief.getByText('A role does.')).toBeVisible();
    expect(belief.getByRole('link', { name: 'Answered in “The token flow”' })).toHaveAttribute(
      'href',
      '/lessons/the-token-flow#seven-steps',
    );
    await filterBy('restart');
    expect(await screen.findByText('1 of 2')).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'What people get wrong' })).toBeNull();
  });

  it('says so of a page that it has not', async () => {
    await openPage('/reference/none');
    expect(screen.getByRole('heading', { level: 1, name: 'No such page of the reference' })).toBeVisible();
  });
});

describe('the errors', () => {
  it('are found by a piece of a message, with cause, cure and rule', async () => {
    await openPage('/reference/errors');
    await filterBy('multiple user assigned identities exist');
    expect(await screen.findByText(`1 of ${errorTable.length}`)).toBeVisible();
    const found = screen.getByRole('article', { name: '400 invalid_request' });
    expect(found).toHaveAttribute('id', 'imds-several-identities');
    expect(found).toHaveTextContent(/Cause.*Cure.*Name the identity by its client ID/);
    expect(within(found).getByRole('link', { name: 'IMDS-14' })).toHaveAttribute('href', '/reference/rules#IMDS-14');
  });

  it('are told apart by the confirmed words and the simulator’s own', async () => {
    await openPage('/reference/errors');
    const article = (id: string) => document.getElementById(id);
    expect(article('imds-identity-not-found')).toHaveTextContent('Captured from Azure');
    expect(article('imds-forwarded')).toHaveTextContent('The simulator’s own words');
  });

  it('have words for each entry, and for no other', () => {
    expect(Object.keys(errorWords).toSorted()).toEqual(errorTable.map(({ id }) => id).toSorted());
  });
});

describe('the tables', () => {
  it('show the GUID of a role, to be copied', async () => {
    const user = userEvent.setup();
    await openPage('/reference/roles');
    const role = screen.getByRole('article', { name: 'Key Vault Secrets User' });
    expect(role).toHaveTextContent('4633458b-17de-408a-b874-0445c86b69e6');
    await user.click(within(role).getByRole('button', { name: 'Copy the GUID of Key Vault Secrets User' }));
    expect(await navigator.clipboard.readText()).toBe('4633458b-17de-408a-b874-0445c86b69e6');
  });

  it('say of purposes only what is said of a role that there is', () => {
    const names = new Set(roleRows.map(({ name }) => name));
    expect(Object.keys(rolePurposes).filter((name) => !names.has(name))).toEqual([]);
    expect(new Set(roleRows.map(({ anchor }) => anchor)).size).toBe(roleRows.length);
  });

  it('give every claim the words of the theatre, and who compares it', async () => {
    await openPage('/reference/claims');
    const rows = screen.getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual(
      claimFacts.map(({ name }) => name),
    );
    const oid = rows[claimFacts.findIndex(({ name }) => name === 'oid')];
    expect(oid).toHaveTextContent(flowWords.claimWords('oid').compared);
    expect(oid).toHaveTextContent('Azure roles');
    expect(oid).toHaveTextContent('Azure SQL');
  });

  it('mark the hosts that are not simulated', async () => {
    await openPage('/reference/hosts');
    const marked = screen.getAllByText('not simulated here');
    expect(marked).toHaveLength(hostRows.filter(({ isSimulated }) => !isSimulated).length);
    expect(marked.length).toBeGreaterThan(4);
  });

  it('name a rule by the anchor that links lead to, and mark the simulator’s own', async () => {
    await openPage('/reference/rules#IMDS-04');
    const rule = screen.getByRole('article', { name: 'IMDS-04' });
    expect(rule).toHaveAttribute('id', 'IMDS-04');
    expect(rule).toHaveTextContent('Captured from Azure: net#1; the simulator’s own choice: the words');
    expect(rule).toHaveTextContent('in part the simulator’s choice');
    expect(screen.getByRole('article', { name: 'KV-01' })).toHaveTextContent('told in lessons, not simulated');
  });
});

describe('the glossary', () => {
  it('finds a term by another spelling, and leads on', async () => {
    await openPage('/glossary');
    expect(screen.getAllByRole('article')).toHaveLength(2);
    await filterBy('principalid');
    const term = await screen.findByRole('article', { name: 'object ID' });
    expect(screen.getAllByRole('article')).toEqual([term]);
    expect(term).toHaveTextContent('Also written: principalId');
  });

  it('links a term to its neighbors and its lesson', async () => {
    await openPage('/glossary');
    const term = screen.getByRole('article', { name: 'audience' });
    expect(within(term).getByRole('link', { name: 'object ID' })).toHaveAttribute('href', '#object-id');
    expect(within(term).getByRole('link', { name: 'The lesson on it' })).toHaveAttribute(
      'href',
      '/lessons/the-token-flow',
    );
  });
});
