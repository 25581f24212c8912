import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeViolations, openPage } from '#test/support/browser.ts';

const aside = (page: Page) =>
  page.evaluate(() => Math.max(document.documentElement.scrollWidth - document.documentElement.clientWidth, 0));

/** Both pictures as they are drawn, once nothing fades in any more. */
async function pictures(page: Page): Promise<readonly string[]> {
  const drawn = page.getByRole('img', { name: /^The lane/ });
  return Promise.all([drawn.nth(0).innerHTML(), drawn.nth(1).innerHTML()]);
}

describe('the two lanes', () => {
  it('go forwards by keyboard and back again, to the pictures of before', async () => {
    const { page } = await openPage({ path: '/flow/lanes?script=delete', width: 1440, height: 900 });
    await page.getByText('Before the first step').waitFor();
    const before = await pictures(page);
    for (let step = 1; step <= 5; step += 1) {
      await page.keyboard.press('ArrowRight');
      await page.getByText(`Step ${step} of 5`, { exact: true }).waitFor();
    }
    expect(await pictures(page)).not.toEqual(before);
    await page.getByRole('region', { name: 'It depends, and on this' }).waitFor();
    expect(new URL(page.url()).search).toBe('?script=delete&step=5');
    for (let step = 4; step >= 0; step -= 1) await page.keyboard.press('ArrowLeft');
    await page.getByText('Before the first step').waitFor();
    expect(await pictures(page)).toEqual(before);
  });

  it('open at a step from a link, and play to the end', async () => {
    const { page } = await openPage({ path: '/flow/lanes?script=scale&step=8', reducedMotion: true });
    await page.getByText('Step 8 of 10', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Play' }).click();
    await page.getByText('Step 10 of 10', { exact: true }).waitFor();
    const verdict = page.getByRole('region', { name: 'It depends, and on this' });
    expect(await verdict.innerText()).toContain('2 role assignments instead of 16');
  });

  it.each(['light', 'dark'] as const)('are free of axe violations and of sideways scrolling, %s', async (theme) => {
    for (const width of [1440, 320]) {
      const { page, close } = await openPage({ path: '/flow/lanes?script=replace&step=8', theme, width });
      await page.getByRole('region', { name: 'It depends, and on this' }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      expect(await aside(page)).toBe(0);
      await close();
    }
  });
});

describe('the Identity menu of the portal', () => {
  async function openBlade(page: Page) {
    await page.getByRole('heading', { name: 'The Identity menu' }).scrollIntoViewIfNeeded();
    const blade = page.getByRole('figure', { name: /working form/ });
    await blade.getByRole('tab', { name: 'System assigned' }).waitFor();
    return blade;
  }

  it('turns an identity on, gives it a role, and shows both in the world beside it, by keyboard', async () => {
    const { page } = await openPage({ path: '/lessons/creating-one', width: 1280, height: 900 });
    const blade = await openBlade(page);
    const effects = blade.getByRole('region', { name: 'What it did in the world' });
    await blade.getByRole('radio', { name: 'Off' }).focus();
    await page.keyboard.press('ArrowRight');
    await blade.getByRole('button', { name: 'Save' }).press('Enter');
    await blade.getByRole('button', { name: 'Yes' }).press('Enter');
    await effects.getByText('"type": "SystemAssigned"').waitFor();
    await effects.getByText(/^az vm identity assign/).waitFor();

    await blade.getByRole('button', { name: 'Azure role assignments' }).press('Enter');
    await blade.getByRole('button', { name: 'Add role assignment' }).press('Enter');
    await blade.getByRole('combobox', { name: 'Role' }).selectOption('Key Vault Secrets User');
    await blade.getByRole('combobox', { name: 'On' }).selectOption('kv-shop');
    await blade.getByRole('button', { name: 'Assign a role' }).press('Enter');
    await blade.getByText('Key Vault Secrets User on kv-shop').waitFor();
    await effects.getByText(/^az role assignment create/).waitFor();

    await blade.getByRole('button', { name: 'Back to Identity' }).press('Enter');
    await blade.getByRole('tab', { name: 'User assigned' }).click();
    await blade.getByRole('button', { name: 'Add' }).click();
    await blade.getByRole('checkbox', { name: /id-shop-reader/ }).check();
    await blade.getByRole('button', { name: 'Add 1 identity' }).click();
    await effects.getByText('"type": "SystemAssigned, UserAssigned"').waitFor();
    expect(await effects.getByRole('listitem').count()).toBe(2);
  });

  it('acts on the world of the sandbox as well', async () => {
    const { page } = await openPage({ path: '/sandbox', width: 1440, height: 900 });
    await page.getByRole('button', { name: 'Open One machine, nothing yet' }).click();
    await page.getByRole('button', { name: /^vm-web, virtual machine/ }).click();
    await page.getByText('More', { exact: true }).first().click();
    await page.getByText('As the portal’s Identity menu').click();
    await page.getByRole('radio', { name: 'On' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Yes' }).click();
    await page.getByRole('button', { name: /^vm-web, service principal/ }).waitFor();
    await page.getByRole('button', { name: 'Azure role assignments' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});

describe('a request of the sandbox in the theatre', () => {
  it('opens from the answer, plays, and survives a reload', async () => {
    const { page } = await openPage({ path: '/sandbox', width: 1440, height: 900 });
    await page.getByRole('button', { name: 'Open The first shop' }).click();
    await page.getByRole('button', { name: /^vm-web, virtual machine/ }).click();
    await page.getByRole('button', { name: 'Ask for a token' }).click();
    await page.getByRole('link', { name: 'Open in the token flow' }).first().click();
    await page.getByRole('button', { name: 'Play' }).waitFor();
    const { search } = new URL(page.url());
    expect(search).toMatch(/^\?from=sandbox&entry=\d+$/);
    await page.keyboard.press('ArrowRight');
    await page.getByText('The application on vm-web asks IMDS for a token').first().waitFor();
    await page.reload();
    await page.getByText('Step 1 of 4', { exact: true }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Back to the sandbox' }).click();
    await page.getByRole('button', { name: /^vm-web, virtual machine/ }).waitFor();
  });

  it('says so where there is none, with the ways out', async () => {
    const { page } = await openPage({ path: '/flow?from=sandbox&entry=7' });
    await page.getByRole('heading', { name: 'No request to watch' }).waitFor();
    await page.getByRole('link', { name: 'Open the sandbox' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});

it('finds a scenario among all by its words', async () => {
  const { page } = await openPage({ path: '/flow?scenario=no-role' });
  await page.getByRole('button', { name: /^All \d+ scenarios$/ }).click();
  await page.getByRole('textbox', { name: 'Filter' }).fill('metadata 410');
  await page.getByRole('status').getByText('1 scenario', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'The metadata service is being updated' }).click();
  await page.getByRole('heading', { level: 1, name: 'The metadata service is being updated' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
});
