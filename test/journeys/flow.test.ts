import { expect, it } from 'vitest';
import { axeViolations, openPage, type PageOptions } from '#test/support/browser.ts';

async function openFlow(options: PageOptions) {
  const { page } = await openPage(options);
  await page.getByRole('button', { name: 'Play' }).waitFor();
  return {
    page,
    current: page.getByRole('button', { name: /./ }).and(page.locator('[aria-current=step]')),
    /** How far the page runs over the window's lower edge, and over its side. */
    overflow: () =>
      page.evaluate(() => {
        const below = (document.querySelector('main')?.getBoundingClientRect().bottom ?? 0) - window.innerHeight;
        const aside = document.documentElement.scrollWidth - window.innerWidth;
        return [Math.max(below, 0), Math.max(aside, 0)];
      }),
    searchOf: () => new URL(page.url()).search,
  };
}

it('watches a token travel to the vault and back again, by keyboard alone', async () => {
  const { page, current, searchOf } = await openFlow({ path: '/flow?scenario=system-assigned-key-vault' });
  const said: string[] = [];
  for (const expected of [
    'The application on vm-web asks IMDS for a token',
    'IMDS signs in to Microsoft Entra ID as vm-web',
    'Microsoft Entra ID issues a token',
    'IMDS hands the token to the application',
    'The application calls kv-shop with the token',
    'kv-shop answers: 200',
  ]) {
    await page.keyboard.press('ArrowRight');
    await current.getByText(expected).waitFor();
    said.push((await page.getByRole('status').textContent()) ?? '');
  }
  expect(said.map((text) => text.slice(0, 13))).toEqual([1, 2, 3, 4, 5, 6].map((step) => `Step ${step} of 6. `));
  expect(searchOf()).toBe('?scenario=system-assigned-key-vault&step=6');
  await page.getByRole('tabpanel', { name: 'Gates' }).getByText('A role allows the action').waitFor();

  await page.keyboard.press('ArrowLeft');
  await current.getByText('The application calls kv-shop with the token').waitFor();
  await page.getByText(/^Bearer eyJ/).waitFor();
  await page.keyboard.press('Home');
  await page.getByText('Before the first message', { exact: true }).waitFor();
  expect(searchOf()).toBe('?scenario=system-assigned-key-vault');
});

it('plays by itself to the end and rests there', async () => {
  const { page, current, searchOf } = await openFlow({ path: '/flow?scenario=no-identity' });
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4×');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Space');
  await current.getByText('IMDS refuses: 400').waitFor();
  await page.getByRole('button', { name: 'Play' }).waitFor();
  expect(searchOf()).toBe('?scenario=no-identity&step=2');
});

it('opens a refusal at its step and says why', async () => {
  const { page, current } = await openFlow({ path: '/flow?scenario=two-user-assigned-none-named&step=2' });
  await current.getByText('IMDS refuses: 400').waitFor();
  await page.getByText(/the request names neither/).waitFor();
  await page.getByText(/Multiple user assigned identities exist/).waitFor();
  expect(await page.getByRole('img', { name: /^Messages between application, IMDS/ }).isVisible()).toBe(true);
});

it('the history goes back through the steps that were chosen', async () => {
  const { page, current, searchOf } = await openFlow({ path: '/flow?scenario=no-role&step=5' });
  await page.getByRole('button', { name: 'Next step' }).click();
  await current.getByText('kv-shop refuses: 403').waitFor();
  await page.goBack();
  await current.getByText('The application calls kv-shop with the token').waitFor();
  expect(searchOf()).toBe('?scenario=no-role&step=5');
  await page.reload();
  await current.getByText('The application calls kv-shop with the token').waitFor();
});

it('drags the position between two steps and comes to rest on one', async () => {
  const { page, current, searchOf } = await openFlow({ path: '/flow?scenario=system-assigned-key-vault' });
  const slider = page.getByRole('slider', { name: 'Position' });
  const box = await slider.boundingBox();
  if (box === null) throw new Error('The slider is not to be seen.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 9, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, y, { steps: 8 });
  await page.mouse.up();
  await current.getByText('IMDS hands the token to the application').waitFor();
  await expect.poll(searchOf).toBe('?scenario=system-assigned-key-vault&step=4');
  await expect.poll(() => slider.inputValue()).toBe('4');
});

it.each(['second-request-from-cache', 'two-user-assigned-none-named'])(
  'fits a projector of 1280 by 720 without scrolling: %s',
  async (scenario) => {
    const { page, overflow } = await openFlow({
      path: `/flow?scenario=${scenario}&present=1`,
      width: 1280,
      height: 720,
    });
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.keyboard.press('End');
    expect(await overflow()).toEqual([0, 0]);
    await page.getByRole('button', { name: 'Show what is behind the step' }).click();
    await page.getByRole('tab', { name: 'Message' }).waitFor();
    expect(await overflow()).toEqual([0, 0]);
    await page.keyboard.press('Home');
    await page.getByText('Before the first message', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Scenario' }).waitFor();
  },
);

it.each([320, 768])('nothing runs over the side at a width of %i', async (width) => {
  const { page, overflow } = await openFlow({ path: '/flow?scenario=no-role&step=6', width, height: 900 });
  await page.getByText('kv-shop refuses: 403').first().waitFor();
  expect((await overflow())[1]).toBe(0);
});

it('without motion each step is there at once', async () => {
  const { page, current } = await openFlow({ path: '/flow?scenario=no-role', reducedMotion: true });
  await page.keyboard.press('End');
  await current.getByText('kv-shop refuses: 403').waitFor();
  expect(await page.getByRole('slider', { name: 'Position' }).inputValue()).toBe('6');
});

it.each(['light', 'dark'] as const)('axe has no complaint in the %s theme', async (theme) => {
  const { page } = await openFlow({ path: '/flow?scenario=no-role&step=6', theme });
  await page.getByText('A role allows the action').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Token' }).click();
  await page.getByText('Audience: whom the token is for.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Message' }).click();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
});
