import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SameText } from './same-text.ts';

/** A built site and the page in it that is measured. */
export interface BuiltSite {
  readonly name: string;
  readonly folder: string;
  readonly page: string;
  /** Ours is served under its policy; the others were not written for it. */
  readonly policy: boolean;
}

interface Peer {
  readonly name: string;
  readonly packages: readonly string[];
  readonly files: (text: SameText) => Readonly<Record<string, string>>;
  readonly build: readonly string[];
  readonly output: string;
  readonly page: string;
}

const frontMatter = ({ title, description }: SameText): string =>
  `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---\n\n`;

/** Each as its own guide sets it up, with nothing added and nothing taken away. */
const peers: readonly Peer[] = [
  {
    name: 'VitePress 1.6.4',
    packages: ['vitepress@1.6.4'],
    files: (text) => ({
      '.vitepress/config.mjs': `import { defineConfig } from 'vitepress';
export default defineConfig({
  title: 'Managed identities',
  description: ${JSON.stringify(text.description)},
  themeConfig: {
    nav: [{ text: 'Home', link: '/' }],
    sidebar: [{ text: 'Lessons', items: [{ text: ${JSON.stringify(text.title)}, link: '/lesson' }] }],
  },
});
`,
      'index.md': `# Managed identities\n\n[The lesson](/lesson)\n`,
      'lesson.md': `${frontMatter(text)}# ${text.title}\n\n${text.markdown}\n`,
    }),
    build: ['node_modules/vitepress/bin/vitepress.js', 'build'],
    output: '.vitepress/dist',
    page: '/lesson.html',
  },
  {
    name: 'Starlight 0.37.7',
    packages: ['astro@5.18.0', '@astrojs/starlight@0.37.7'],
    files: (text) => ({
      'astro.config.mjs': `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  integrations: [
    starlight({
      title: 'Managed identities',
      sidebar: [{ label: 'Lessons', items: [{ label: ${JSON.stringify(text.title)}, slug: 'lesson' }] }],
    }),
  ],
});
`,
      'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
      'src/content/docs/index.md': `---\ntitle: Managed identities\n---\n\n[The lesson](/lesson/)\n`,
      'src/content/docs/lesson.md': `${frontMatter(text)}${text.markdown}\n`,
    }),
    build: ['node_modules/astro/astro.js', 'build'],
    output: 'dist',
    page: '/lesson/index.html',
  },
];

/** Installs and builds every peer below the folder. */
export function buildPeers(folder: string, text: SameText): readonly BuiltSite[] {
  return peers.map(({ name, packages, files, build, output, page }) => {
    const own = installInto(path.join(folder, name.replace(/ .*/, '').toLowerCase()), packages);
    for (const [file, content] of Object.entries(files(text))) {
      const target = path.join(own, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
    run(`build ${name}`, process.execPath, build, own);
    return { name, folder: path.join(own, output), page, policy: false };
  });
}

/** Installs packages into a folder of their own. Where npm cannot be reached this fails, and so does the measurement. */
export function installInto(folder: string, packages: readonly string[]): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  run(
    `install ${packages.join(' ')}`,
    npm,
    ['install', '--save-exact', '--no-audit', '--no-fund', ...packages],
    folder,
  );
  return folder;
}

function run(what: string, command: string, args: readonly string[], cwd: string): void {
  process.stdout.write(`${what}\n`);
  const { status, stdout, stderr, error } = spawnSync(command, [...args], {
    cwd,
    encoding: 'utf8',
    shell: command.endsWith('.cmd'),
    // Started by Vite in its own mode; a site of others is built for production.
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (status === 0) return;
  const said = error?.message ?? `${stdout}\n${stderr}`.trim().split('\n').slice(-20).join('\n');
  throw new Error(`Could not ${what}:\n${said}`);
}
