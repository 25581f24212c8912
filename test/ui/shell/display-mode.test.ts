import { expect, it } from 'vitest';
import { inMode } from '#ui/router/display-mode.ts';

it('writes the mode into an address and keeps the rest', () => {
  expect(inMode('/flow?scenario=no-role&step=4#top', 'present')).toBe('/flow?scenario=no-role&step=4&present=1#top');
  expect(inMode('/lessons', 'embed')).toBe('/lessons?embed=1');
  expect(inMode('/lessons?x=1', 'full')).toBe('/lessons?x=1');
});
