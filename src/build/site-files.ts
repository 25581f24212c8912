import { languages } from '#app/languages.ts';
import { addressOf, escaped, type SiteHead } from './page-html.ts';
import type { WrittenPage } from './static-page.ts';

/** Every page in every language, each with its translations. */
export function sitemapXml(pages: readonly WrittenPage[], { origin }: SiteHead): string {
  const listed = pages.filter(({ unlisted }) => unlisted !== true);
  const urls = listed.flatMap(({ path }) => {
    const others = languages.map(
      (each) =>
        `    <xhtml:link rel="alternate" hreflang="${each.code}" href="${escaped(origin + addressOf(each, path))}"/>`,
    );
    return languages.map((each) =>
      ['  <url>', `    <loc>${escaped(origin + addressOf(each, path))}</loc>`, ...others, '  </url>'].join('\n'),
    );
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}

export function robotsTxt({ origin }: SiteHead): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`;
}

/** What the site is and where what stands, for language models: https://llmstxt.org */
export function llmsTxt(pages: readonly WrittenPage[], site: SiteHead & { readonly description: string }): string {
  const listed = pages.filter(({ unlisted }) => unlisted !== true);
  const lines = (within: (path: string) => boolean) =>
    listed
      .filter(({ path }) => within(path))
      .map((page) => `- [${titleOf(page, site)}](${site.origin}${page.path}): ${page.description}`)
      .join('\n');
  const isLesson = (path: string) => path.startsWith('/lessons/');
  const isReference = (path: string) => path === '/glossary' || path.startsWith('/reference');
  return `# ${site.name}

> ${site.description}

Everything on these pages is free to read without JavaScript, lessons in full. Rules of Azure are cited by number.

## Lessons

${lines(isLesson)}

## Reference

${lines(isReference)}

## Tools

${lines((path) => !isLesson(path) && !isReference(path))}
`;
}

function titleOf({ title }: WrittenPage, { name }: SiteHead): string {
  const text = title
    .replaceAll('&lt;', '<')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  return text.replace(` · ${name}`, '');
}
