import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openPage } from '#test/support/browser.ts';

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

it.each(['before anything has come', 'after all of it has come'])(
  'prints as a handout, %s: still forms, lettered choices, and the answers on a page of their own',
  async (when) => {
    const { page } = await openPage({ path: '/lessons/the-token-flow', reducedMotion: true });
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (when.startsWith('after')) await readThrough(page);
    const still = page.locator('[data-still]');
    const count = await still.count();
    expect(count).toBeGreaterThan(3);
    expect(await page.getByRole('heading', { name: 'Answers' }).isVisible()).toBe(false);

    await page.emulateMedia({ media: 'print' });
    for (const each of await still.all()) expect(await each.isVisible()).toBe(true);
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.getByRole('radio').count()).toBe(0);
    await page.getByRole('figure', { name: 'System-assigned identity to Key Vault' }).getByRole('list').waitFor();
    const sheet = page.getByRole('region', { name: 'Answers' });
    expect(await sheet.evaluate((element) => getComputedStyle(element).breakBefore)).toBe('page');
    expect(await sheet.getByRole('listitem').filter({ hasText: 'A token for the identity of' }).count()).toBe(1);
    const shown = await page
      .getByRole('link', { name: 'Azure Instance Metadata Service' })
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(shown).toContain('learn.microsoft.com');
  },
);
