import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeViolations, openPage } from '#test/support/browser.ts';

/** Scrolls to the end and back, so that everything that comes when it is near has come. */
async function readThrough(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const sections = page.locator('section[data-section], article > footer');
  for (const section of await sections.all()) await section.scrollIntoViewIfNeeded();
  await page.getByRole('heading', { name: 'Try it' }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Show the solution' }).waitFor();
  for (const question of await page.getByRole('button', { name: 'Answer' }).all()) {
    await question.scrollIntoViewIfNeeded();
  }
}

/** How far the page can be moved sideways. */
async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    window.scrollTo({ left: 500 });
    return window.scrollX;
  });
}

it('a reader does the first lesson by keyboard: its task, and a check, wrong and then right', async () => {
  const { page } = await openPage({ path: '/lessons', reducedMotion: true });
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.getByRole('link', { name: 'Start the first lesson' }).focus();
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Why no credentials' }).waitFor();
  await readThrough(page);
  await page.getByRole('img', { name: /pastes it into the settings/ }).waitFor();

  const world = page.getByRole('region', { name: 'Try it' });
  expect(await world.getByRole('listitem').first().textContent()).toContain('no answer yet');
  await world.getByRole('button', { name: 'Ask for a token' }).focus();
  await press('Enter');
  await world.getByRole('tab', { name: 'Token' }).first().focus();
  await press('ArrowRight');
  await world.getByRole('button', { name: 'Read' }).focus();
  await press('Enter');
  await world.getByText('The vault answered with the password').waitFor();
  expect(await page.getByRole('status').last().textContent()).not.toBe('');

  const check = page.getByRole('group', { name: /A year passes/ });
  await check.getByRole('radio', { name: /An error: the client secret/ }).focus();
  await press('Space', 'Enter');
  await check.getByText('There is no client secret.').waitFor();
  await check.getByRole('button', { name: 'Try again' }).focus();
  await press('Enter');
  await check.getByRole('radio', { name: /A new token/ }).focus();
  await press('Space', 'Enter');
  await check.getByText('Azure has renewed the certificate').waitFor();

  await page.getByRole('link', { name: 'All lessons' }).focus();
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Lessons' }).waitFor();
  await page.getByRole('listitem').first().getByText('Read', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Next: Inside a managed identity' }).waitFor();
});

it.each(['light', 'dark'] as const)('axe finds nothing in a lesson or the course, %s', async (theme) => {
  const lesson = await openPage({ path: '/lessons/creating-one', theme, reducedMotion: true });
  await readThrough(lesson.page);
  expect(await axeViolations(lesson.page)).toEqual([]);
  await lesson.page.goto('/lessons/system-assigned');
  await readThrough(lesson.page);
  expect(await axeViolations(lesson.page)).toEqual([]);
  await lesson.page.goto('/lessons');
  await lesson.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await axeViolations(lesson.page)).toEqual([]);
});

it('presents section by section on a projector', async () => {
  const { page } = await openPage({
    path: '/lessons/system-assigned?present=1',
    width: 1280,
    height: 720,
    reducedMotion: true,
  });
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('banner').count()).toBe(0);
  const place = page.getByRole('navigation', { name: 'Sections' });
  await place.getByText('1 of').waitFor();
  const topOf = async (name: string) =>
    page.getByRole('heading', { name }).evaluate((heading) => Math.round(heading.getBoundingClientRect().top));

  const turnUntil = async (key: string, name: string) => {
    for (let turns = 0; turns < 6; turns += 1) {
      await page.keyboard.press(key);
      await page.waitForTimeout(100);
      const top = await topOf(name);
      if (top >= 0 && top < 120) return;
    }
    throw new Error(`${key} does not lead to ${name}`);
  };
  await turnUntil('Space', 'One resource, one life');
  await turnUntil('PageDown', 'One name');
  await turnUntil('ArrowRight', 'Try it');
  await turnUntil('ArrowLeft', 'One name');
  await turnUntil('PageUp', 'One resource, one life');
  expect(await sideways(page)).toBe(0);
});

it.each(['/lessons', '/lessons/user-assigned', '/lessons/inside-a-managed-identity', '/lessons/creating-one'])(
  'nothing of %s stands out at 360 px',
  async (path) => {
    const { page } = await openPage({ path, width: 360, height: 740, reducedMotion: true });
    if (path === '/lessons') await page.getByRole('heading', { level: 1 }).waitFor();
    else await readThrough(page);
    expect(await sideways(page)).toBe(0);
  },
);
