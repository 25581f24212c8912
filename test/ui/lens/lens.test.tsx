import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { IdBook } from '#app/lens/ids.ts';
import { JsonView } from '#ui/kit/JsonView.tsx';
import { Id, IdText } from '#ui/lens/Id.tsx';
import { LensProvider } from '#ui/lens/LensProvider.tsx';

const objectId = '21fd0461-4cfd-4f0b-9293-4b5f66d9a40a';
const clientId = '04377073-00af-4e4a-b6c4-cd9394c3a8f4';
const book: IdBook = new Map([
  [objectId, { kind: 'objectId', owner: 'systemAssignedIdentity', of: 'vm-web', gone: false }],
  [clientId, { kind: 'clientId', owner: 'systemAssignedIdentity', of: 'vm-web', gone: false }],
]);

function openPage() {
  render(
    <LensProvider book={() => book}>
      <p aria-label="one">
        <Id value={objectId} />
      </p>
      <p aria-label="two">
        <IdText text={`oid ${objectId.toUpperCase()}, appid ${clientId}, trace ffffffff-0000-4000-8000-000000000000`} />
      </p>
      <JsonView title="JSON" value={{ principalId: objectId }} />
      <p>elsewhere</p>
    </LensProvider>,
  );
  return userEvent.setup();
}

const inPlace = (name: RegExp, index: number) => screen.getAllByRole('button', { name })[index] as HTMLElement;
const lit = () =>
  screen.getAllByRole('button').filter((each) => each.hasAttribute('data-id') && each.hasAttribute('aria-describedby'));

it('lights up every place of an id that is pointed at, whatever its case, and says what it is', async () => {
  const user = openPage();
  await user.hover(inPlace(/^21fd0461/i, 0));
  expect(lit().map((each) => each.textContent)).toEqual([objectId, objectId.toUpperCase(), objectId]);
  expect(screen.getByText('Object ID (principal ID)')).toBeVisible();
  expect(screen.getByText('of the system-assigned identity of vm-web')).toBeVisible();
  expect(screen.getByText(/^Compared by Azure roles/)).toBeVisible();
  expect(screen.getByText('In 3 places here')).toBeVisible();
  await user.hover(screen.getByText('elsewhere'));
  await waitFor(() => expect(lit()).toEqual([]));
  expect(screen.queryByText('Object ID (principal ID)')).not.toBeInTheDocument();
});

it('tells the client ID from the object ID, and an id of nothing from both', async () => {
  const user = openPage();
  await user.hover(inPlace(/^04377073/, 0));
  expect(screen.getByText('Client ID')).toBeVisible();
  expect(screen.getByText(/Role assignments never look at it/)).toBeVisible();
  await user.hover(inPlace(/^ffffffff/, 0));
  expect(screen.getByText('An id of nothing in this world')).toBeVisible();
});

it('is moved by keys, keeps by Enter and lets go by Escape', async () => {
  const user = openPage();
  await user.tab();
  expect(inPlace(/^21fd0461/i, 0)).toHaveFocus();
  expect(inPlace(/^21fd0461/i, 0)).toHaveAccessibleDescription(/Object ID/);
  await user.tab();
  await user.keyboard('{ArrowRight}');
  expect(inPlace(/^04377073/, 0)).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(inPlace(/^04377073/, 0)).toHaveAttribute('aria-pressed', 'true');
  await user.tab();
  await user.hover(screen.getByText('elsewhere'));
  expect(screen.getByText('Client ID')).toBeVisible();
  await user.keyboard('{Escape}');
  expect(screen.queryByText('Client ID')).not.toBeInTheDocument();
});

it('keeps by a click and lets go by its button', async () => {
  const user = openPage();
  await user.click(inPlace(/^21fd0461/i, 2));
  await user.hover(screen.getByText('elsewhere'));
  expect(lit()).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: 'Let go' }));
  expect(lit()).toEqual([]);
});

it('without a lens an id is nothing but text', () => {
  render(<IdText text={`oid ${objectId}`} />);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  expect(screen.getByText(`oid ${objectId}`)).toBeVisible();
});
