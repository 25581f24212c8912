import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createBuilder, type Manifest, type ViteBuilder } from 'vite';
import { english, languages, type Language } from '#app/languages.ts';
import { addressOf, pageHtml, type SiteHead } from './page-html.ts';
import { llmsTxt, robotsTxt, sitemapXml } from './site-files.ts';
import type { Prerenderer, WrittenPage } from './static-page.ts';

/** `npm run build`: the site in every language, each page as a file, and what search engines ask for. */
export async function main([folder = 'dist']: readonly string[], importFile: ImportFile): Promise<void> {
  // Started in the module runner of a development server, which has said otherwise; React asks for it.
  process.env['NODE_ENV'] = 'production';
  const origin = (process.env['SITE_ORIGIN'] ?? 'http://localhost:4173').replace(/\/+$/, '');
  rmSync(folder, { recursive: true, force: true });
  for (const language of languages) {
    const began = performance.now();
    const { pages, site, description } = await buildLanguage(language, { folder, origin, importFile });
    if (language === english) {
      write(folder, '/sitemap.xml', sitemapXml(pages, site));
      write(folder, '/robots.txt', robotsTxt(site));
      write(folder, '/llms.txt', llmsTxt(pages, { ...site, description }));
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${language.name}: ${pages.length} pages in ${seconds} s`);
  }
}

type ImportFile = (file: string) => Promise<unknown>;

interface Settings {
  readonly folder: string;
  readonly origin: string;
  readonly importFile: ImportFile;
}

interface BuiltSite {
  readonly pages: readonly WrittenPage[];
  readonly site: SiteHead;
  readonly description: string;
}

async function buildLanguage(language: Language, { folder, origin, importFile }: Settings): Promise<BuiltSite> {
  const own = path.join(folder, language.base);
  const server = path.join(own, '.prerender');
  const builder = await builderOf(language, own, server);
  for (const name of ['client', 'ssr']) {
    const environment = builder.environments[name];
    if (environment !== undefined) await builder.build(environment);
  }
  const template = readFileSync(path.join(own, 'index.html'), 'utf8');
  const manifest = JSON.parse(readFileSync(path.join(own, '.vite/manifest.json'), 'utf8')) as Manifest;
  const prerenderer = (await importFile(path.resolve(server, 'prerender.js'))) as Prerenderer;
  const site = { origin, name: prerenderer.product.name };
  const pages: WrittenPage[] = [];
  for (const page of await prerenderer.pages()) {
    const written = { ...page, ...(await prerenderer.render(page)) };
    write(folder, fileOf(language, page.path), pageHtml(written, { language, template, manifest }, site));
    pages.push(written);
  }
  rmSync(server, { recursive: true });
  return { pages, site, description: prerenderer.product.description };
}

/** Two builds over one reading of the content: for the browser, and for rendering in Node. */
function builderOf({ code }: Language, client: string, server: string): Promise<ViteBuilder> {
  return createBuilder({
    // Names the language to vite.config.ts.
    mode: code,
    logLevel: 'warn',
    builder: { sharedConfigBuild: true, sharedPlugins: true },
    environments: {
      client: { build: { outDir: client, emptyOutDir: false, copyPublicDir: code === english.code } },
      ssr: {
        build: {
          outDir: server,
          emptyOutDir: false,
          copyPublicDir: false,
          manifest: false,
          minify: false,
          rolldownOptions: { input: 'src/prerender.tsx' },
        },
        // All in one: it runs from wherever it is written to.
        resolve: { noExternal: true },
      },
    },
  });
}

function fileOf(language: Language, page: string): string {
  return page === '/' ? `${language.base}/index.html` : `${addressOf(language, page)}.html`;
}

function write(folder: string, name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
