import type { Manifest } from 'vite';
import { languages, type Language } from '#app/languages.ts';
import { entry, filesOf, missingFrom } from './chunks.ts';
import type { WrittenPage } from './static-page.ts';

/** A language as it was built: its own index.html and the manifest of its files. */
export interface BuiltLanguage {
  readonly language: Language;
  readonly template: string;
  readonly manifest: Manifest;
}

/** Where a page stands: `/de/lessons` from `/lessons`. */
export function addressOf({ base }: Language, path: string): string {
  return path === '/' && base !== '' ? base : `${base}${path}`;
}

/** The whole file of one page: the built index.html with what React rendered, and what the head says of it. */
export function pageHtml(page: WrittenPage, { language, template, manifest }: BuiltLanguage, site: SiteHead): string {
  return filledIn(template, [
    [/<html lang="[^"]*">/, `<html lang="${language.code}">`],
    [/<!-- page -->[^]*<!-- \/page -->/, headOf(page, language, site)],
    ['</head>', `${linksOf(page, language, manifest)}  </head>`],
    [/<div id="root"><\/div>\s*<noscript>[^]*<\/noscript>/, rootOf(page, language)],
  ]);
}

export interface SiteHead {
  /** Where the site will stand, without a slash at the end. */
  readonly origin: string;
  readonly name: string;
}

/** The pattern is there, or the page would be written without what it stands for. */
function filledIn(template: string, parts: readonly (readonly [place: string | RegExp, text: string])[]): string {
  return parts.reduce((html, [place, text]) => {
    if (html.search(place) === -1) throw new Error(`index.html has no ${String(place)}`);
    return html.replace(place, () => text);
  }, template);
}

function headOf({ path, title, description, type, unlisted }: WrittenPage, language: Language, site: SiteHead): string {
  const about = [`<title>${title}</title>`, meta('name', 'description', description)];
  if (unlisted === true) return [...about, meta('name', 'robots', 'noindex')].join('\n    ');
  const here = `${site.origin}${addressOf(language, path)}`;
  return [
    ...about,
    `<link rel="canonical" href="${here}" />`,
    ...languages.map((each) => alternate(each.code, `${site.origin}${addressOf(each, path)}`)),
    alternate('x-default', `${site.origin}${path}`),
    meta('property', 'og:site_name', site.name),
    `<meta property="og:title" content="${title}" />`,
    meta('property', 'og:description', description),
    meta('property', 'og:type', type),
    meta('property', 'og:url', here),
    meta('property', 'og:image', `${site.origin}/og.png`),
    meta('name', 'twitter:card', 'summary_large_image'),
  ].join('\n    ');
}

function meta(key: 'name' | 'property', name: string, content: string): string {
  return `<meta ${key}="${name}" content="${escaped(content)}" />`;
}

function alternate(language: string, href: string): string {
  return `<link rel="alternate" hreflang="${language}" href="${href}" />`;
}

/** What the page needs besides the entry: its styles, so that it is painted in them, and its code. */
function linksOf(page: WrittenPage, language: Language, manifest: Manifest): string {
  const missing = missingFrom(manifest, page.modules);
  if (missing.length > 0) throw new Error(`The page ${page.path} needs ${missing.join(', ')}, which was not built.`);
  const known = new Set(filesOf(manifest, [entry]));
  const files = filesOf(manifest, page.modules).filter((file) => !known.has(file));
  return files
    .map((file) => {
      const href = `${language.base}/${file}`;
      if (file.endsWith('.css')) return `  <link rel="stylesheet" crossorigin href="${href}">\n  `;
      return file.endsWith('.js') ? `  <link rel="modulepreload" crossorigin href="${href}">\n  ` : '';
    })
    .join('');
}

/** The rendered page; which one it is stands beside it, since the file of unknown addresses is served for them all. */
function rootOf({ path, body, content, unlisted }: WrittenPage, language: Language): string {
  if (unlisted === true) return `<div id="root">${body}</div>`;
  const root = `<div id="root" data-page="${addressOf(language, path)}">${body}</div>`;
  return content === undefined ? root : `${root}\n    ${dataBlock(content)}`;
}

/** Data that the page's own code reads; not a script, so the policy has nothing to allow. */
function dataBlock(content: object): string {
  const json = JSON.stringify(content).replaceAll('<', String.raw`\u003c`);
  return `<script type="application/json" id="content-of-page">${json}</script>`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
