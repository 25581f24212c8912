import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { languages } from '#app/languages.ts';
import { paths } from '#app/paths.ts';
import { referencePageIds } from '#app/reference/pages.ts';
import { axeViolations, openPage } from '#test/support/browser.ts';

/** A page as a visitor comes to see it; what is waited for is found without words, for every language has others. */
interface Stop {
  readonly path: string;
  /** What is done there before it is looked at. */
  readonly act?: (page: Page) => Promise<void>;
}

const filtered = new Set(['errors', 'rules']);

const stops: readonly Stop[] = [
  { path: '/' },
  { path: '/lessons' },
  { path: '/lessons/why-no-credentials', act: readThrough },
  { path: '/lessons/the-token-flow', act: readThrough },
  { path: '/lessons/creating-one', act: readThrough },
  { path: '/lessons/system-assigned', act: readThrough },
  { path: '/lessons/choosing', act: readThrough },
  { path: '/lessons/no-such-lesson' },
  { path: '/flow', act: seen('main svg[role=img]') },
  { path: '/flow?scenario=no-role&step=6', act: seen('main svg[role=img]') },
  { path: '/flow/lanes', act: seen('main svg[role=img]') },
  { path: '/flow/lanes?script=replace&step=8', act: seen('main svg[role=img]') },
  { path: '/sandbox', act: seen('main button') },
  { path: '/sandbox', act: openWorld },
  { path: '/quiz' },
  { path: '/quiz/first-steps', act: seen('main input[type=radio]') },
  { path: '/quiz/no-such-quiz' },
  { path: '/glossary' },
  { path: '/own-code' },
  { path: '/reference' },
  ...referencePageIds.map((id) => ({
    path: `/reference/${id}`,
    // Hundreds of entries that are all alike: some of them are enough.
    ...(filtered.has(id) && { act: filter }),
  })),
  { path: '/no/such/page' },
  { path: '/lessons', act: search },
];

/** Everything that comes when the reader is near has come. */
async function readThrough(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const waiting = document.querySelector('[data-still]:not([hidden])');
    waiting?.scrollIntoView();
    return waiting === null && document.querySelector('[data-still]') !== null;
  });
}

function seen(selector: string): (page: Page) => Promise<void> {
  return (page) => page.locator(selector).first().waitFor();
}

async function openWorld(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /The first shop|Der erste Shop/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: /^vm-web/ })
    .first()
    .click();
  await page.getByRole('tab').first().waitFor();
}

async function filter(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('textbox').fill('throttled');
}

async function search(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('combobox', { expanded: true }).fill('token');
  await page.locator('[role=option] mark').first().waitFor();
}

/** Draws what a long list leaves out while it is far away, or it would be judged by colours that it never shows. */
async function unroll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('main article')) {
      element.style.contentVisibility = 'visible';
    }
  });
}

/** As the choice in the header does it, which a dialog may cover. */
async function wearDark(page: Page): Promise<void> {
  await page.evaluate(async () => {
    document.documentElement.dataset['theme'] = 'dark';
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
    });
  });
}

/** Visits pages one after the other, and tells what axe finds there in either theme. */
async function complaints(these: readonly Stop[], base: string): Promise<readonly string[]> {
  const found: string[] = [];
  const { page } = await openPage({ path: '/robots.txt', reducedMotion: true, expected: /favicon\.ico|404/ });
  for (const { path, act } of these) {
    await page.goto(base + path);
    // React notes itself on what it has taken over; what needs it stands in the place of a word of waiting.
    await page.waitForFunction(
      () =>
        Object.keys(document.querySelector('#root header') ?? {}).length > 0 &&
        document.querySelector('main h1') !== null &&
        document.querySelector('main [data-waiting]') === null,
    );
    await act?.(page);
    await unroll(page);
    const light = await axeViolations(page);
    await wearDark(page);
    const dark = await axeViolations(page, 'colours');
    for (const { rule, at } of light) found.push(`${base}${path}: ${rule} at ${at.slice(0, 3).join(', ')}`);
    for (const { rule, at } of dark) found.push(`${base}${path}, dark: ${rule} at ${at.slice(0, 3).join(', ')}`);
  }
  return found;
}

it('knows every address of the app', () => {
  for (const { path } of Object.values(paths)) {
    const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`);
    expect(
      stops.some((stop) => pattern.test(stop.path.split('?')[0] ?? '')),
      path,
    ).toBe(true);
  }
});

it.each(languages)('axe finds nothing on any page in either theme: $name', { timeout: 120_000 }, async ({ base }) => {
  // Two at a time: a page is looked at while the other is fetched.
  const lines = [0, 1].map((line) => stops.filter((_, index) => index % 2 === line));
  const found = await Promise.all(lines.map((these) => complaints(these, base)));
  expect(found.flat()).toEqual([]);
});
