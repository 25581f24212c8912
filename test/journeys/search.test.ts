import { expect, it } from 'vitest';
import { paths } from '#app/paths.ts';
import { firstLesson } from '#build/budgets.ts';
import { axeViolations, openPage } from '#test/support/browser.ts';

it('leads by keyboard alone from any page to the place in a lesson, and there to another', async () => {
  const { page } = await openPage({ path: paths.quizzes.href() });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: /looking for/ });
  await field.waitFor();
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);

  await page.keyboard.type('sistem asigned identity');
  const lessons = page.getByRole('group', { name: 'Lessons' });
  await lessons.getByRole('option').first().waitFor();
  expect(await page.getByRole('dialog').getByRole('status').textContent()).toMatch(/\d+ results/);
  expect(await lessons.locator('mark').count()).toBeGreaterThan(0);

  const wanted = lessons.locator('[role=option][href*="#"]').first();
  const href = (await wanted.getAttribute('href')) ?? '';
  for (let step = 0; step < 40 && (await wanted.getAttribute('aria-selected')) !== 'true'; step += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${href}`);
  expect(await page.getByRole('dialog').count()).toBe(0);
  const heading = page.locator(`[id="${href.split('#')[1] ?? ''}"]`);
  await heading.waitFor();
  await expect.poll(() => heading.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(300);

  await page.keyboard.press('Control+k');
  await field.waitFor();
  expect(await page.getByRole('group', { name: 'Where you were' }).getByRole('option').count()).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
});

it('finds without a network once it was opened', async () => {
  const { page } = await openPage({ path: paths.lessons.href() });
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('option').first().waitFor();
  await page.getByRole('combobox', { name: /looking for/ }).fill('IMDS-04');
  await page.getByRole('group', { name: 'Rules of the simulator' }).waitFor();

  await page.context().setOffline(true);
  await page.getByRole('combobox', { name: /looking for/ }).fill('az identity create');
  await page
    .getByRole('option', { name: /^az identity create/ })
    .first()
    .waitFor();
  await page.getByRole('combobox', { name: /looking for/ }).fill('qqqq');
  await page.getByText('Nothing here matches “qqqq”.').waitFor();
  expect(await page.getByRole('dialog').getByRole('option').count()).toBe(0);
});

it('fetches neither its code nor its index before it is opened', async () => {
  const { page } = await openPage({ path: '/robots.txt', expected: /favicon\.ico/ });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(paths.lesson.href(firstLesson()), { waitUntil: 'networkidle' });
  expect(asked.filter((url) => /search/i.test(url))).toStrictEqual([]);
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: /looking for/ }).waitFor();
  expect(asked.filter((url) => /search/i.test(url))).not.toStrictEqual([]);
});

it.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
] as const)('has no complaint of axe and nothing that scrolls sideways (%s, %d px)', async (theme, width) => {
  const { page } = await openPage({ path: paths.lessons.href(), theme, width });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: /looking for/ }).fill('token');
  await page.locator('mark').first().waitFor();
  expect(await axeViolations(page)).toEqual([]);
  const wide = await page.getByRole('dialog').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
  expect(wide).toBe(0);
});
