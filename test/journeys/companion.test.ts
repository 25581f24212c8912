import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, openPage } from '#test/support/browser.ts';
import { startCompanion } from '#test/support/sdk/companion.ts';
import type { Companion } from '#test/support/sdk/companion.ts';

let companion: Companion;
beforeAll(async () => {
  companion = await startCompanion();
});
afterAll(() => companion.close());

const address = () => new URL(companion.variable('PAGE_URL'));
const group = (name: string) => `/subscriptions/${companion.variable('SUBSCRIPTION_ID')}/resourceGroups/${name}`;

/** A resource group with a machine in it, made by ARM as a script would. */
async function madeMachine(inGroup: string, name: string): Promise<string> {
  const id = `${group(inGroup)}/providers/Microsoft.Compute/virtualMachines/${name}`;
  await companion.arm('PUT', group(inGroup), { location: 'westeurope' });
  await companion.arm('PUT', id, { location: 'westeurope', identity: { type: 'SystemAssigned' }, properties: {} });
  return id;
}

async function askForToken(hostId: string): Promise<number> {
  const { env } = await companion.environmentOf(hostId);
  const endpoint = env['AZURE_POD_IDENTITY_AUTHORITY_HOST'] ?? '';
  const query = 'api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net';
  const { status } = await fetch(`${endpoint}/metadata/identity/oauth2/token?${query}`, {
    headers: { Metadata: 'true' },
  });
  return status;
}

async function openLive(options: { readonly expected?: RegExp; readonly width?: number } = {}) {
  const { origin, pathname, hash } = address();
  const opened = await openPage({ width: 1440, height: 900, ...options, site: origin, path: `${pathname}${hash}` });
  await opened.page.getByText('Live', { exact: true }).waitFor();
  return opened;
}

describe("a page that shows a companion's world", () => {
  it('draws the request of a program at once, and names who sent it', async () => {
    const { page } = await openLive();
    expect(new URL(page.url()).hash).toBe('');
    const id = await madeMachine('rg-live', 'vm-live');
    await page.getByRole('button', { name: /^vm-live, virtual machine/ }).waitFor();

    expect(await askForToken(id)).toBe(200);
    await page.getByText('IMDS hands the token to the application').first().waitFor();
    await page.getByRole('tab', { name: 'Log' }).click();
    await page.getByText('vm-live asks for a token for https://vault.azure.net').first().waitFor();
    expect(await page.getByRole('button', { name: /^Undo/ }).count()).toBe(0);

    await page.getByRole('link', { name: 'Watch the latest request' }).click();
    await page.getByRole('heading', { name: 'vm-live asks for a token for https://vault.azure.net' }).waitFor();
    await page.getByText('Step 4 of 4').waitFor();
    const other = await madeMachine('rg-live', 'vm-other');
    expect(await askForToken(other)).toBe(200);
    await page.getByRole('heading', { name: 'vm-other asks for a token for https://vault.azure.net' }).waitFor();
  });

  it('does in that world what is done in the page', async () => {
    const { page } = await openLive();
    const id = await madeMachine('rg-acts', 'vm-acts');
    await page.getByRole('button', { name: /^vm-acts, virtual machine/ }).click();
    await page.getByRole('button', { name: 'Delete vm-acts' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete vm-acts' }).click();
    await page.getByRole('region', { name: 'What went, what stayed' }).waitFor();
    await expect.poll(() => companion.arm('GET', id).then(String, String)).toContain('404');
  });

  it('shows in one page what was done in another', async () => {
    const [one, other] = [await openLive(), await openLive({ width: 1280 })];
    const create = one.page.getByRole('region', { name: 'Create' });
    await madeMachine('rg-two', 'vm-two');
    await one.page.getByRole('button', { name: /^vm-two, virtual machine/ }).waitFor();
    await create.getByLabel('What').selectOption('resourceGroup');
    await create.getByLabel('Name').fill('rg-from-one');
    await create.getByRole('button', { name: /^Create rg-from-one/ }).click();
    await other.page.getByRole('button', { name: /^rg-from-one, resource group/ }).waitFor();
    expect(await companion.arm('GET', group('rg-from-one'))).toMatchObject({ name: 'rg-from-one' });
  });

  it('is left for the own world of this browser, which it has not touched', async () => {
    const { page } = await openLive();
    await page.reload();
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByText('Nothing here yet').waitFor();
    await page.reload();
    await page.getByText('Nothing here yet').waitFor();
    expect(await page.getByText('Live', { exact: true }).count()).toBe(0);
  });

  it.each([1440, 360])('has nothing that axe objects to, and fits, at %i px', async (width) => {
    const { page } = await openLive({ width });
    await askForToken(await madeMachine('rg-axe', 'vm-axe'));
    await page.getByText('IMDS hands the token to the application').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});

it('says that the companion is gone, keeps what is done meanwhile waiting, and discards it when told to', async () => {
  const mortal = await startCompanion();
  const { origin, pathname, hash } = new URL(mortal.variable('PAGE_URL'));
  const expected = /ERR_(CONNECTION|INCOMPLETE|EMPTY|NETWORK)/;
  const { page } = await openPage({ site: origin, path: `${pathname}${hash}`, expected });
  await page.getByText('Live', { exact: true }).waitFor();
  await mortal.close();
  await page.getByText('The companion does not answer.').waitFor();
  await page.getByRole('button', { name: 'Create rg-shop' }).click();
  await page.getByText('1 step waits here.').waitFor();
  await page.getByRole('button', { name: /^rg-shop, resource group/ }).waitFor();
  await page.getByRole('button', { name: 'Discard the step' }).click();
  await page.getByText('Nothing here yet').waitFor();
  expect(await page.getByText('step waits').count()).toBe(0);
});
