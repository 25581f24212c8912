import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { referencePageIds } from '#app/reference/pages.ts';
import { openPage } from '#test/support/browser.ts';

const pages = ['/glossary', '/reference', ...referencePageIds.map((id) => `/reference/${id}`)];

/** How far the page lets itself be pushed sideways. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    window.scrollTo(1000, window.scrollY);
    return window.scrollX;
  });

it.each(pages)('%s reads in full without JavaScript', async (path) => {
  const { page } = await openPage({ path, script: false });
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect((await page.locator('main').innerText()).length).toBeGreaterThan(400);
});

it.each([360, 320])('nothing is pushed sideways at %i pixels', async (width) => {
  const { page } = await openPage({ path: '/reference', width });
  for (const path of pages) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect({ path, overflow: await overflow(page) }).toEqual({ path, overflow: 0 });
  }
});

it('a link to a rule shows that rule, and a piece of a message finds its error', async () => {
  const { page } = await openPage({ path: '/reference/rules#IMDS-04' });
  const rule = page.getByRole('article', { name: 'IMDS-04', exact: true });
  await expect.poll(async () => (await rule.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0);
  expect((await rule.boundingBox())?.y).toBeLessThan(400);

  await page.getByRole('link', { name: 'Errors', exact: true }).click();
  await page.getByRole('textbox', { name: /^Find a code/ }).fill('ForbiddenByFirewall');
  const error = page.getByRole('article', { name: '403 ForbiddenByFirewall' });
  await error.getByText(/The vault’s firewall does not let this address in/).waitFor();
  await error.getByRole('link', { name: 'NET-01' }).click();
  await page.getByRole('article', { name: 'NET-01', exact: true }).waitFor();
});

it('in a lesson a term and a rule say by keyboard what they mean, and Escape closes them', async () => {
  const { page } = await openPage({ path: '/lessons/imds-in-depth' });
  const open = page.locator(':popover-open');
  for (const [link, words] of [
    [page.locator('main a[href="/glossary#audience"]').first(), /Whom a token is for/],
    [page.getByRole('link', { name: 'Rule IMDS-05' }).first(), /Any method but GET/],
  ] as const) {
    await link.focus();
    await open.getByText(words).waitFor();
    expect(await link.getAttribute('aria-describedby')).toBe(await open.getAttribute('id'));
    await page.keyboard.press('Escape');
    await open.waitFor({ state: 'detached' });
  }
});
