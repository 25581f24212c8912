import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openPage } from '#test/support/browser.ts';

const isFocused = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement);

/** Goes on with Tab until `wanted` has the focus: nothing is focused for the reader, and nothing loses it. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await wanted.waitFor();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await isFocused(wanted)) return;
    await page.keyboard.press(key);
  }
  const place = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120));
  throw new Error(`${key} does not lead to ${String(wanted)}; the focus is on ${String(place)}`);
}

it('a whole lesson by keyboard alone: guess, figure, world, checks, and on to the next one', async () => {
  const { page } = await openPage({ path: '/lessons', reducedMotion: true });
  const { keyboard } = page;
  const press = async (wanted: Locator, key = 'Enter') => {
    await tabTo(page, wanted);
    await keyboard.press(key);
  };
  await press(page.getByRole('link', { name: 'Start the first lesson' }));
  const title = page.getByRole('heading', { level: 1, name: 'Why no credentials' });
  await title.waitFor();
  // The focus comes along, so that the lesson is read from its beginning.
  expect(await page.evaluate(() => document.activeElement?.contains(document.querySelector('h1')))).toBe(true);

  const guess = page.getByRole('group', { name: /Somebody offers you a way/ });
  await press(guess.getByRole('radio', { name: 'No: whoever wants in' }), 'Space');
  await guess.getByText('Your guess is kept. The lesson will answer.').waitFor();
  await press(guess.getByText('Show the answer now'));
  await guess.getByText('Azure runs the machine', { exact: false }).waitFor();

  // The picture comes when the reader does.
  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Rule ENTRA-16' }).first());
  const figure = page.getByRole('figure', { name: 'Reading a vault with a client secret' });
  await tabTo(page, figure.getByRole('button', { name: 'Back to the beginning' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await figure.getByText('Before step 1 of 9').waitFor();
  for (let step = 1; step <= 9; step += 1) {
    await keyboard.press('ArrowRight');
    await figure.getByText(`Step ${step} of 9`, { exact: true }).waitFor();
  }
  await keyboard.press('ArrowLeft');
  await figure.getByText('Step 8 of 9', { exact: true }).waitFor();
  await press(figure.getByRole('slider', { name: 'Position' }), 'End');
  await figure.getByText('Step 9 of 9', { exact: true }).waitFor();
  await press(figure.locator('summary', { hasText: 'Read it as steps' }));
  await press(figure.getByRole('button', { name: /Paste the secret/ }));
  await figure.getByText('Step 3 of 9', { exact: true }).waitFor();

  const world = page.getByRole('region', { name: 'Try it' });
  expect(await world.getByRole('listitem').first().textContent()).toContain('no answer yet');
  await press(world.getByRole('button', { name: 'Ask for a token' }));
  await tabTo(page, world.getByRole('tab', { name: 'Token' }).first(), 'Shift+Tab');
  await keyboard.press('ArrowRight');
  await press(world.getByRole('button', { name: 'Read', exact: true }));
  await world.getByText('The vault answered with the password').waitFor();
  await expect.poll(() => page.getByRole('status').allTextContents()).toContainEqual(expect.stringMatching(/./));

  const first = page.getByRole('group', { name: /A year passes/ });
  await tabTo(page, first.getByRole('radio').first());
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await first.getByText('There is no client secret.').waitFor();
  await press(first.getByRole('button', { name: 'Try again' }));
  await tabTo(page, first.getByRole('radio').first());
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await first.getByText('Azure has renewed the certificate').waitFor();

  const second = page.getByRole('group', { name: /The repository of the shop/ });
  await tabTo(page, second.getByRole('radio').first());
  // From the first choice up to the last.
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await second.getByText('The token endpoint answers only within the machine').waitFor();

  await page.getByText('You guessed:').last().waitFor();
  const next = page.getByRole('navigation', { name: 'Other lessons' }).getByRole('link', { name: /^Next lesson/ });
  await press(next);
  await page.getByRole('heading', { level: 1, name: 'Which credential at all' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.contains(document.querySelector('h1')))).toBe(true);
  await tabTo(page, page.getByRole('banner').getByRole('link', { name: 'Lessons', exact: true }), 'Shift+Tab');
  await keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Lessons' }).waitFor();
  await page.getByRole('main').getByRole('listitem').first().getByText('Read', { exact: true }).first().waitFor();
});
