import { text as textOf } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeViolations, openPage } from '#test/support/browser.ts';

async function openShop(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open The first shop' }).click();
  await page.getByRole('button', { name: /^vm-web, virtual machine/ }).waitFor();
}

async function deleteMachine(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^vm-web, virtual machine/ }).click();
  await page.getByRole('button', { name: 'Delete vm-web' }).click();
}

describe('the sandbox', () => {
  it('deletes a machine and tells in card, picture and list what went and what stayed', async () => {
    const { page } = await openPage({ path: '/sandbox', width: 1440, height: 900 });
    await openShop(page);
    await deleteMachine(page);

    const card = page.getByRole('region', { name: 'What went, what stayed' });
    await expect.poll(() => card.getByRole('list', { name: 'Went' }).innerText()).toContain('1 Apr 2026');
    expect(await card.getByRole('list', { name: 'Stayed' }).innerText()).toContain('Key Vault Secrets User on kv-shop');

    await page.getByRole('button', { name: /^vm-web, deleted service principal/i }).waitFor();
    expect(await page.getByRole('button', { name: /^vm-web, virtual machine/ }).count()).toBe(0);

    await page.getByRole('button', { name: 'Show as a list' }).click();
    await page.getByText('Identity not found').first().waitFor();
  });

  it('asks for a token, reads the secret with it, and keeps all of it over a reload', async () => {
    const { page } = await openPage({ path: '/sandbox', width: 1440, height: 900 });
    await openShop(page);
    await page.getByRole('button', { name: /^vm-web, virtual machine/ }).click();
    await page.getByRole('button', { name: 'Ask for a token' }).click();
    await page.getByRole('tab', { name: 'Details' }).click();
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    await page.getByText('kv-shop answers: 200').first().waitFor();
    await page.getByText('Saved', { exact: true }).waitFor();

    await page.reload();
    await page.getByRole('tab', { name: 'Answer' }).click();
    await page.getByText('kv-shop answers: 200').first().waitFor();
    expect(await page.getByRole('button', { name: /^Undo: vm-web reads/ }).isEnabled()).toBe(true);
  });

  it('saves a world as a file and opens it in another browser', async () => {
    const first = await openPage({ path: '/sandbox' });
    await openShop(first.page);
    await first.page.getByRole('button', { name: 'World', exact: true }).click();
    const [download] = await Promise.all([
      first.page.waitForEvent('download'),
      first.page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('rg-shop.world.json');
    const text = await textOf(await download.createReadStream());

    const second = await openPage({ path: '/sandbox' });
    await second.page.getByRole('button', { name: 'World', exact: true }).click();
    await second.page.setInputFiles('input[type=file]', {
      name: 'rg-shop.world.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    await second.page.getByRole('button', { name: /^vm-web, virtual machine/ }).waitFor();
    expect(await second.page.getByText('was not opened').count()).toBe(0);
  });

  it('fits a projector and obeys its keys', async () => {
    const { page } = await openPage({ path: '/sandbox?present=1', width: 1280, height: 720 });
    await openShop(page);
    await deleteMachine(page);
    await page.getByRole('region', { name: 'What went, what stayed' }).waitFor();
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeLessThanOrEqual(720);
    await page.keyboard.press('u');
    await page.getByRole('button', { name: /^vm-web, virtual machine/ }).waitFor();
    await page.keyboard.press('r');
    await page.getByRole('button', { name: /^vm-web, deleted service principal/i }).waitFor();
  });

  it.each(['light', 'dark'] as const)('has nothing for axe to find in the %s theme', async (theme) => {
    const { page } = await openPage({ path: '/sandbox', theme, width: 1280 });
    await page.getByRole('button', { name: 'Open The first shop' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await openShop(page);
    await deleteMachine(page);
    await page.getByRole('region', { name: 'What went, what stayed' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('needs no sideways scrolling on a phone', async () => {
    const { page } = await openPage({ path: '/sandbox', width: 320, height: 700 });
    await page.getByRole('button', { name: 'Open The first shop' }).click();
    await page.getByText('kv-shop').first().waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });
});
