import { expect, it } from 'vitest';
import { openPage } from '#test/support/browser.ts';

it('the policy refuses foreign scripts, written styles and HTML from text, and the journeys notice', async () => {
  const { page, problems } = await openPage({ path: '/', expected: /./ });
  const refused = await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(style);
    const script = document.createElement('script');
    script.append('globalThis.ran = true');
    document.head.append(script);
    try {
      document.body.innerHTML = '<p>replaced</p>';
    } catch (error) {
      return String(error);
    }
    return 'nothing';
  });
  expect(refused).toContain('TrustedHTML');
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  expect(await page.evaluate(() => getComputedStyle(document.body).display)).not.toBe('none');
  await expect.poll(() => problems.join('\n')).toMatch(/policy: style-src.*[\s\S]*policy: require-trusted-types-for/);
});

it('an unknown address answers 404 and still shows the app', async () => {
  const { page, response } = await openPage({ path: '/no/such/page', expected: /404/ });
  expect(response.status()).toBe(404);
  await page.getByRole('heading', { level: 1 }).waitFor();
});

it('the page asks nobody but its own server', async () => {
  const { page, problems } = await openPage({ path: '/', expected: /stranger\.example|policy: connect-src/ });
  await page.evaluate(async () => fetch('https://stranger.example/').catch(() => undefined));
  await expect.poll(() => problems.join('\n')).toContain('policy: connect-src');
});
