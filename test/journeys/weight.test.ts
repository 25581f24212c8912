import { expect, it } from 'vitest';
import { paths } from '#app/paths.ts';
import { firstLesson, lessonLimit } from '#build/budgets.ts';
import { openPage } from '#test/support/browser.ts';

// The build adds up what the manifest says; this asks the browser what it really got. The window is so low
// that no picture, live world or check comes near it: those load when they are about to be seen.
it('the first lesson weighs no more than its budget over the wire, until a live block comes into view', async () => {
  // A page without anything of ours, or the cache would answer for what it had loaded.
  const { page } = await openPage({
    path: '/robots.txt',
    expected: /favicon\.ico/,
    width: 360,
    height: 120,
  });
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(paths.lesson.href(firstLesson()), { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(lessonLimit);
});
