import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { openPage } from '#test/support/browser.ts';

const site = inject('siteAddress');
const folder = process.env['SITE_FOLDER'] ?? 'dist';

/** The addresses of the site map within the site, whatever origin it was built for. */
const addresses = [...readFileSync(path.join(folder, 'sitemap.xml'), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
  ([, address = '']) => new URL(address).pathname,
);

/** The attributes of the elements that match, as the server sends them. */
async function headOf(address: string) {
  const html = await (await fetch(site + address)).text();
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, first = '']) => first);
  return {
    language: all(/<html lang="([^"]+)"/g),
    title: all(/<title>([^<]+)<\/title>\s*<meta/g),
    description: all(/<meta name="description" content="([^"]+)"/g),
    canonical: all(/<link rel="canonical" href="([^"]+)"/g),
    alternates: all(/<link rel="alternate" hreflang="[^"]+" href="([^"]+)"/g),
    image: all(/<meta property="og:image" content="([^"]+)"/g),
  };
}

it('the site map names every page in both languages', () => {
  expect(addresses).toEqual(expect.arrayContaining(['/', '/de', '/lessons', '/de/lessons', '/flow', '/sandbox']));
  expect(addresses.filter((address) => address.startsWith('/lessons/')).length).toBeGreaterThan(7);
  expect(addresses.filter((address) => address.startsWith('/de')).length).toBe(addresses.length / 2);
  expect(new Set(addresses).size).toBe(addresses.length);
});

it('every page says in its head what it is, where it is, and where its translation is', async () => {
  const descriptions = new Map<string, string>();
  for (const address of addresses) {
    const { language, title, description, canonical, alternates, image } = await headOf(address);
    expect(language).toEqual([address.split('/')[1] === 'de' ? 'de' : 'en']);
    expect(title, address).toHaveLength(1);
    expect(description, address).toHaveLength(1);
    expect(canonical.map((href) => new URL(href).pathname)).toEqual([address]);
    expect(alternates, address).toHaveLength(3);
    for (const href of [...alternates, ...image]) {
      const { status } = await fetch(site + new URL(href).pathname, { method: 'HEAD' });
      expect(status, `${href} on ${address}`).toBe(200);
    }
    const [words = ''] = description;
    const before = descriptions.get(`${String(language)} ${words}`);
    expect(before, `${address} is described as ${String(before)} is`).toBeUndefined();
    descriptions.set(`${String(language)} ${words}`, address);
  }
});

it('robots.txt leads to the site map, and llms.txt to every lesson', async () => {
  const robots = await (await fetch(`${site}/robots.txt`)).text();
  const [, map = ''] = /^Sitemap: (.+)$/m.exec(robots) ?? [];
  expect((await fetch(site + new URL(map).pathname)).status).toBe(200);
  const llms = await (await fetch(`${site}/llms.txt`)).text();
  for (const address of addresses.filter((each) => each.startsWith('/lessons/'))) expect(llms).toContain(address);
});

it.each(['/lessons/no-such-lesson', '/quiz/no-such-quiz', '/no-such-page', '/de/lessons/no-such-lesson'])(
  '%s answers 404, with a page that leads on',
  async (address) => {
    const { page, response } = await openPage({ path: address, script: false, expected: /404/ });
    expect(response.status()).toBe(404);
    expect(await page.locator('html').getAttribute('lang')).toBe(address.startsWith('/de') ? 'de' : 'en');
    await page.getByRole('main').getByRole('link').first().click();
    await page.waitForURL((url) => ['/', '/de'].includes(url.pathname));
    await page.getByRole('heading', { level: 1 }).waitFor();
  },
);

it('a lesson reads in full without JavaScript: its guess, its picture as steps, its task, its questions, their answers', async () => {
  const { page } = await openPage({ path: '/lessons/why-no-credentials', script: false });
  const main = page.getByRole('main');
  await main.getByRole('heading', { level: 1, name: 'Why no credentials' }).waitFor();
  expect(await main.getByText('Loading').count()).toBe(0);
  const contents = await main.getByRole('navigation', { name: 'In this lesson' }).getByRole('link').all();
  expect(contents.length).toBeGreaterThan(2);
  for (const heading of contents) {
    const id = (await heading.getAttribute('href'))?.slice(1) ?? '';
    expect(await page.locator(`#${id}`).isVisible()).toBe(true);
  }
  await main.getByText('No: whoever wants in has to show something secret.').first().waitFor();
  const steps = main.getByRole('figure', { name: 'Reading a vault with a client secret' }).getByRole('listitem');
  expect(await steps.count()).toBe(9);
  expect(await steps.nth(2).innerText()).toContain('Paste the secret');

  const task = main.getByRole('region', { name: 'Try it' });
  await task.getByText('Nobody has stored a secret on').waitFor();
  await task.getByText('A way to do it').click();
  await task.getByText('vm-web reads kv-shop/secrets/db-password').waitFor();
  await main.getByText('A new token.').first().waitFor();
  const answers = main.getByRole('region', { name: 'Answers' });
  await answers.getByText('Azure has renewed the certificate').waitFor();
  await answers.getByText('The token endpoint answers only within the machine').waitFor();
  await main.getByText('The platform vouches for the code').waitFor();
  // What only works with the code of the page is not there to be tried.
  expect(await main.getByRole('radio').filter({ visible: true }).count()).toBe(0);
  // Painted as it will be: the styles do not wait for the code.
  expect(await main.locator('article').evaluate((article) => getComputedStyle(article).display)).toBe('grid');
  await main.getByRole('link', { name: /^Next lesson/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Which credential at all' }).waitFor();
});

it.each([
  ['/', 'Start the first lesson'],
  ['/lessons', 'Why no credentials'],
  ['/quiz', 'Quiz'],
  ['/glossary', 'service principal'],
  ['/reference', 'Built-in roles'],
])('%s reads without JavaScript', async (address, text) => {
  const { page } = await openPage({ path: address, script: false });
  const main = page.getByRole('main');
  await main.getByRole('heading', { level: 1 }).waitFor();
  expect(await main.getByText(text).count()).toBeGreaterThan(0);
});

it.each(['/flow', '/sandbox', '/quiz/system-or-user', '/de/flow'])(
  '%s says without JavaScript what is there, and that it needs it',
  async (address) => {
    const { page } = await openPage({ path: address, script: false });
    const main = page.getByRole('main');
    await main.getByRole('heading', { level: 1 }).waitFor();
    const sentence = main.locator('noscript p');
    expect(await sentence.textContent()).toContain('JavaScript');
    expect(await sentence.isVisible()).toBe(true);
    expect(await main.locator('[data-waiting]').isVisible()).toBe(false);
  },
);

/** Opens pages one after the other, and sees that React takes over what is there instead of drawing it anew. */
async function takeOver(these: readonly string[]): Promise<void> {
  const { page } = await openPage({ path: '/robots.txt', reducedMotion: true, expected: /favicon\.ico/ });
  // Before any code of the page runs: the header as it was built, and nothing of React's on it.
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      Object.assign(globalThis, { built: document.querySelector('#root header') });
    });
  });
  for (const address of these) {
    await page.goto(address);
    // React notes itself on what it has taken over.
    await page.waitForFunction(() => Object.keys(document.querySelector('#root header') ?? {}).length > 0);
    const kept = await page.evaluate(() => (globalThis as { built?: Element }).built?.isConnected);
    expect(kept, address).toBe(true);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  }
}

it.each(['en', 'de'])(
  'the pages are taken over by their code without a complaint: %s',
  { timeout: 120_000 },
  async (code) => {
    const own = addresses.filter((address) => (address.split('/')[1] === 'de') === (code === 'de'));
    // The code is the same in every language: in the second one, each kind of page is enough.
    const these =
      code === 'en' ? own : own.filter((address) => address.split('/').length < 4 || /claims|user/.test(address));
    expect(these.length).toBeGreaterThan(8);
    // Several at a time: each waits for the network more than for the machine.
    const lines = [0, 1, 2].map((line) => these.filter((_, index) => index % 3 === line));
    await Promise.all(lines.map(takeOver));
  },
);

it('the language switch leads to the same page, with its query and its hash, and back', async () => {
  const { page } = await openPage({ path: '/flow?scenario=no-role#here' });
  await page.getByRole('contentinfo').getByRole('link', { name: 'Deutsch' }).click();
  await page.waitForURL(/\/de\/flow\?scenario=no-role#here$/);
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  await page.getByRole('contentinfo').getByRole('link', { name: 'English' }).click();
  await page.waitForURL(/\d\/flow\?scenario=no-role#here$/);
});

it('what was kept is shown over the page that was built: theme, and how far the learner is', async () => {
  const { page } = await openPage({ path: '/lessons/why-no-credentials', theme: 'dark' });
  await expect.poll(() => page.getByRole('combobox', { name: 'Theme' }).inputValue()).toBe('dark');
  await page.goto('/');
  await page.getByRole('link', { name: /Why no credentials/ }).waitFor();
});
