import { expect, it } from 'vitest';
import { axeViolations, openPage } from '#test/support/browser.ts';

it.each(['light', 'dark'] as const)(
  'opens in the %s theme without a complaint of the browser or of axe',
  async (theme) => {
    const { page, response } = await openPage({ path: '/', theme });
    expect(response.status()).toBe(200);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
    expect(await axeViolations(page)).toEqual([]);
  },
);

it('follows the system until a theme is chosen', async () => {
  const { page } = await openPage({ path: '/' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.locator('html').getAttribute('data-theme')).toBeNull();
});
