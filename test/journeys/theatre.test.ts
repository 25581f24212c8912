import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeViolations, openPage, type PageOptions } from '#test/support/browser.ts';

async function openFlow(options: PageOptions): Promise<Page> {
  const { page } = await openPage(options);
  await page.getByRole('button', { name: 'Play' }).waitFor();
  return page;
}

it('takes the picture along: SVG that needs no stylesheet, PNG made of it, Mermaid text', async () => {
  const page = await openFlow({ path: '/flow?scenario=no-role&step=2', theme: 'dark' });
  const take = async (name: string): Promise<Buffer> => {
    await page.getByRole('button', { name: 'Take the picture along' }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name }).click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };
  const svg = (await take('SVG picture')).toString();
  expect(svg).toMatch(/^<\?xml/);
  expect(svg).not.toMatch(/oklch|var\(|class=|style=|light-dark/);
  expect(svg).toContain('6. kv-shop refuses: 403');
  expect(svg).toMatch(/fill="#[0-9a-f]{6}"/);
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  const png = await take('PNG picture');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
  // A dark page gives a dark picture that is not empty.
  expect(png.length).toBeGreaterThan(40_000);
  expect((await take('Mermaid text')).toString()).toMatch(/^sequenceDiagram\n {2}accTitle: /);
});

it.each(['light', 'dark'] as const)(
  'explains, lights up and tampers by keyboard alone, in the %s theme',
  async (theme) => {
    const page = await openFlow({ path: '/flow?scenario=user-assigned-storage&step=1', theme, reducedMotion: true });
    const method = page.locator('[role=option]').first();
    await method.focus();
    await page.keyboard.press('End');
    await page.getByText('Header Metadata', { exact: true }).first().waitFor();
    await page.keyboard.press('Home');
    for (let part = 0; part < 4; part += 1) await page.keyboard.press('ArrowRight');
    await page.getByText('Parameter client_id').first().waitFor();
    await page.getByText('of the user-assigned identity id-shop-reader').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Let go' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);

    // What is kept lights up in the token too.
    await page.getByRole('tab', { name: 'Token' }).click();
    await page.getByRole('button', { name: 'Play' }).focus();
    await page.keyboard.press('3');
    expect(await page.locator('dl [data-id][aria-pressed=true]').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('[aria-pressed=true][data-id]').count()).toBe(0);

    await page.getByRole('button', { name: 'Tamper with it' }).press('Enter');
    await page.getByRole('textbox', { name: 'New value' }).fill('somebody-else');
    await page.getByRole('button', { name: 'Show it to stshopimages' }).press('Enter');
    await page.getByText('The signature was made for other bytes', { exact: false }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back to the genuine token' }).press('Enter');
    await page.getByRole('button', { name: 'Tamper with it' }).waitFor();
  },
);

it.each([320, 360])('the tools fit a width of %i', async (width) => {
  const page = await openFlow({ path: '/flow?scenario=user-assigned-storage&step=3', width, height: 800 });
  await page.getByRole('button', { name: 'Tamper with it' }).click();
  await page.getByRole('radio', { name: 'One byte' }).check();
  await page.locator('dl [data-id]').first().click();
  await page.getByRole('button', { name: 'Let go' }).waitFor();
  await page.getByRole('button', { name: 'Take the picture along' }).click();
  const aside = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(aside).toBeLessThanOrEqual(0);
  const label = await page.locator('[data-lens-label]').boundingBox();
  expect((label?.x ?? 0) + (label?.width ?? 0)).toBeLessThanOrEqual(width);
});
