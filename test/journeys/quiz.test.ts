import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeViolations, openPage } from '#test/support/browser.ts';

const questions = 20;
const quiz = '/quiz/system-or-user';

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

async function arriveAt(page: Page, number: number): Promise<void> {
  await expect.poll(() => focused(page)).toMatch(new RegExp(`^Question ${number} of ${questions}`));
}

async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const hasFocus = () => wanted.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 30 && !(await hasFocus()); presses += 1) await page.keyboard.press('Tab');
  expect(await hasFocus()).toBe(true);
}

/** How far the page lets itself be pushed sideways. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    window.scrollTo(1000, window.scrollY);
    return window.scrollX;
  });

it('a quiz is taken by keyboard alone, from the list to the result, and kept', async () => {
  const { page } = await openPage({ path: '/quiz' });
  const begin = page.getByRole('link', { name: /^Begin.*System-assigned or user-assigned/ });
  await begin.waitFor();
  await tabTo(page, begin);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: /^Question 1 of/ }).waitFor();
  await tabTo(page, page.getByRole('radio').first());

  for (let number = 1; number <= questions; number += 1) {
    await page.keyboard.press(number % 2 === 0 ? '2' : '1');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Feedback' }).waitFor();
    expect(await page.getByText('Your answer', { exact: true }).count()).toBe(1);
    await page.keyboard.press('Enter');
    if (number < questions) await arriveAt(page, number + 1);
  }

  await expect.poll(() => focused(page)).toMatch(/^\d+ of 20 right$/);
  const result = await focused(page);
  expect(await page.getByText(/wrong answers? points? here/).count()).toBeGreaterThan(0);

  await page.goto('/quiz');
  await page.getByText(result, { exact: true }).waitFor();
  await page.getByRole('link', { name: /^See the result/ }).click();
  await page.getByRole('button', { name: 'Try the wrong ones again' }).press('Enter');
  await expect.poll(() => focused(page)).toMatch(/^Question \d+ of 20/);
  await page.getByText(`${Number.parseInt(result, 10)} of 20 answered`, { exact: true }).waitFor();
});

it.each(['light', 'dark'] as const)('axe finds nothing in the %s theme, at any stage of a quiz', async (theme) => {
  const { page } = await openPage({ path: '/quiz', theme, expected: /404/ });
  await page.getByText('Not begun').first().waitFor();
  expect(await axeViolations(page)).toEqual([]);

  await page.goto(quiz);
  await page.getByRole('button', { name: 'Answer' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await toResult(page, async () => expect(await axeViolations(page)).toEqual([]));
  expect(await axeViolations(page)).toEqual([]);

  await page.goto('/quiz/none');
  await page.getByRole('heading', { level: 1, name: 'No such quiz' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
});

it('nothing scrolls sideways at 360 px', async () => {
  const { page } = await openPage({ path: '/quiz', width: 360, height: 740 });
  await page.getByText('Not begun').first().waitFor();
  expect(await overflow(page)).toBe(0);
  await page.goto(quiz);
  await page.getByRole('button', { name: 'Answer' }).waitFor();
  expect(await overflow(page)).toBe(0);
  await toResult(page, async () => expect(await overflow(page)).toBe(0));
  expect(await overflow(page)).toBe(0);
});

/** From the first question to the result; looks at the first feedback. The questions between are answered already. */
async function toResult(page: Page, look: () => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('nav[aria-label=Questions] a')];
    const ids = links.map(({ href }) => new URL(href).searchParams.get('question') ?? '');
    const answers = Object.fromEntries(ids.slice(1).map((id) => [id, 'a']));
    const record = {
      version: 1,
      lessons: {},
      lastLesson: null,
      checks: {},
      quizzes: { 'system-or-user': { answers } },
    };
    localStorage.setItem('mil:progress', JSON.stringify(record));
  });
  await page.reload();
  await page.getByText('19 of 20 answered').waitFor();
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Answer' }).click();
  await page.getByRole('group', { name: 'Feedback' }).waitFor();
  await look();
  await page.getByRole('button', { name: 'See the result' }).click();
  await page.getByRole('heading', { level: 2, name: /of 20 right$/ }).waitFor();
}

it('a shuffled order is the same for whoever opens the link', async () => {
  const first = await openPage({ path: `${quiz}?order=4711` });
  await first.page.getByRole('heading', { level: 2, name: /^Question 1 of/ }).waitFor();
  const second = await openPage({ path: `${quiz}?order=4711` });
  await second.page.getByRole('heading', { level: 2, name: /^Question 1 of/ }).waitFor();
  expect(second.page.url()).toBe(first.page.url());
  expect(first.page.url()).toMatch(/\?question=[a-z-]+&order=4711$/);
});
