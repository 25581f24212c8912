import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Theme = 'light' | 'dark';
type Palette = ReadonlyMap<string, Readonly<Record<Theme, string>>>;

const css = readFileSync(new URL('../../src/ui/styles/tokens.css', import.meta.url), 'utf8');

const usual = palette(css.slice(0, css.indexOf('@media')));
const strong = new Map([...usual, ...palette(between('@media (prefers-contrast: more)', '@media (forced-colors'))]);

const surfaces = ['surface', 'surface-raised', 'surface-sunken'];
const hues = ['token', 'system', 'user', 'allow', 'refuse', 'accent'];

/** Text and what it stands on. */
const texts: readonly (readonly [text: string, ground: string])[] = [
  ...['ink', 'ink-soft', 'ghost', ...hues].flatMap((text) => surfaces.map((ground) => [text, ground] as const)),
  ...hues.flatMap((hue) => [[hue, `${hue}-surface`] as const, ['ink', `${hue}-surface`] as const]),
  ['ink-soft', 'neutral-surface'],
  ['ghost', 'neutral-surface'],
  ['ink', 'neutral-surface'],
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-strong'],
  ['accent-strong', 'accent-surface'],
  ['token-fill-ink', 'token-fill'],
  ['surface', 'ink'],
];

/** Outlines of controls and shapes, and the ring of the focus. */
const shapes: readonly (readonly [shape: string, ground: string])[] = [
  ...['line-strong', 'focus'].flatMap((shape) => surfaces.map((ground) => [shape, ground] as const)),
  ['focus', 'accent-surface'],
  ['token', 'token-surface'],
];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(texts)('%s is read on %s', (text, ground) => {
    expect(contrast(usual, theme, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('%s is seen on %s', (shape, ground) => {
    expect(contrast(usual, theme, shape, ground)).toBeGreaterThanOrEqual(3);
  });

  it.each(texts)('%s on %s grows when more contrast is asked for', (text, ground) => {
    const more = contrast(strong, theme, text, ground);
    expect(more).toBeGreaterThanOrEqual(Math.min(7, contrast(usual, theme, text, ground)));
    if (surfaces.includes(ground)) expect(more).toBeGreaterThanOrEqual(7);
  });
});

it('keeps dark surfaces near 18 % lightness', () => {
  expect(lightness(usual, 'dark', 'surface')).toBeGreaterThan(0.16);
  expect(lightness(usual, 'dark', 'surface-raised')).toBeLessThan(0.24);
});

function between(from: string, to: string): string {
  return css.slice(css.indexOf(from), css.indexOf(to));
}

function palette(text: string): Palette {
  const pairs = [...text.matchAll(/--([\w-]+): light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\);/g)];
  expect(pairs.length).toBeGreaterThan(10);
  return new Map(pairs.map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));
}

function contrast(colours: Palette, theme: Theme, one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(colours, theme, one), luminance(colours, theme, other)].toSorted(
    (a, b) => a - b,
  );
  return (high + 0.05) / (low + 0.05);
}

function lightness(colours: Palette, theme: Theme, name: string): number {
  return oklch(colours, theme, name)[0];
}

function oklch(colours: Palette, theme: Theme, name: string): readonly [number, number, number] {
  const found = /oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)/.exec(colours.get(name)?.[theme] ?? '');
  if (found === null) throw new Error(`tokens.css gives no plain oklch() for --${name}`);
  return [Number(found[1]) / 100, Number(found[2]), Number(found[3])];
}

// OKLCH to linear sRGB (Björn Ottosson's matrices), then WCAG's relative luminance.
function luminance(colours: Palette, theme: Theme, name: string): number {
  const [light, chroma, hue] = oklch(colours, theme, name);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function clamp(channel: number): number {
  return Math.min(Math.max(channel, 0), 1);
}
