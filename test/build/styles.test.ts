import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { english } from '#app/languages.ts';
import { siteConfig } from '../../vite.config.ts';

it('the build leaves modern CSS as it is written: light-dark(), oklch(), layers, nesting', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'styles-'));
  const rule = '@layer a{p{color:light-dark(oklch(30% .1 240),oklch(90% .05 240));& b{inset-inline:1rem}}}';
  writeFileSync(path.join(root, 'index.html'), '<link rel="stylesheet" href="/a.css" />');
  writeFileSync(path.join(root, 'a.css'), rule);
  try {
    const built = await build({
      root,
      configFile: false,
      logLevel: 'silent',
      build: { ...siteConfig(english).build, write: false },
    });
    expect(built).toHaveProperty('output');
    const { output } = built as unknown as {
      readonly output: readonly { readonly fileName: string; readonly source?: string }[];
    };
    const css = output.filter(({ fileName }) => fileName.endsWith('.css')).map(({ source }) => source);
    expect(css).toEqual([`${rule}\n`]);
  } finally {
    rmSync(root, { recursive: true });
  }
});
