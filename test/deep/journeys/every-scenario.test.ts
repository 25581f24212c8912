import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openPage } from '#test/support/browser.ts';

interface Round {
  readonly before: string;
  readonly end: string;
  readonly after: string;
}

/** Goes forward through every step and back again, by the keys of the player, and tells what was to be seen. */
function roundTrip(page: Page): Promise<Round> {
  return page.evaluate(async () => {
    /** The picture with its lines and places, and every word beside it. */
    const shown = (): string =>
      [
        document.querySelector('main svg[role=img]')?.outerHTML,
        document.querySelector('main article')?.textContent,
      ].join('\n');
    const press = async (key: string, times: number): Promise<void> => {
      for (let count = 0; count < times; count += 1) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        await new Promise((resolve) => {
          setTimeout(resolve, 0);
        });
      }
    };
    const count = Number(document.querySelector('main input[type=range]')?.getAttribute('max'));
    /** The picture takes the room that the words leave: it is measured before the frame after next. */
    const settled = (): Promise<unknown> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      });
    await settled();
    const before = shown();
    await press('ArrowRight', count);
    const end = shown();
    await press('ArrowLeft', count);
    await settled();
    return { before, end, after: shown() };
  });
}

it('every scenario leads forward and back to the start, with the same picture as before', async () => {
  const { page } = await openPage({ path: '/flow', reducedMotion: true });
  await page.getByRole('button', { name: 'Play' }).waitFor();
  const options = await page
    .getByRole('combobox', { name: 'Scenario' })
    .locator('option')
    .evaluateAll((all) => all.map((each) => ({ id: each.getAttribute('value') ?? '', title: each.textContent ?? '' })));
  expect(options.length).toBeGreaterThan(20);
  for (const { id, title } of options) {
    // As on a projector: the picture and its caption, without the panels beside them.
    await page.evaluate((scenario) => {
      history.pushState(null, '', `/flow?present=1&scenario=${scenario}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, id);
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    await page.getByText('Before the first message', { exact: true }).waitFor();
    const { before, end, after } = await roundTrip(page);
    expect(before, id).toContain('<svg');
    expect(end, id).not.toBe(before);
    expect(after, id).toBe(before);
  }
  // Quick where the machine is free, and no failure where it is not.
}, 120_000);
