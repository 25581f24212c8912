import { describe, expect, it } from 'vitest';
import { english, languages } from '#app/languages.ts';
import { inlineScriptHashes } from '#build/csp.ts';
import { pageHtml, type BuiltLanguage } from '#build/page-html.ts';
import { scopedNames } from '#build/scoped-names.ts';
import { llmsTxt, robotsTxt, sitemapXml } from '#build/site-files.ts';
import type { WrittenPage } from '#build/static-page.ts';

const site = { origin: 'https://lab.example', name: 'The Lab' };
const [, german = english] = languages;

const template = `<html lang="en"><head><!-- page --><title>Any</title><!-- /page --></head>
<body><div id="root"></div> <noscript>No.</noscript></body></html>`;

function built(language = english): BuiltLanguage {
  const route = { file: 'assets/lesson.js', css: ['assets/lesson.css'], imports: ['index.html', '_prose.js'] };
  return {
    language,
    template,
    manifest: {
      'index.html': { file: 'assets/index.js', css: ['assets/index.css'], isEntry: true },
      'LessonRoute.tsx': route,
      '_prose.js': { file: 'assets/prose.js' },
    },
  };
}

const lesson: WrittenPage = {
  path: '/lessons/first',
  title: 'First &amp; last · The Lab',
  description: 'What "it" is <here>.',
  type: 'article',
  modules: ['LessonRoute.tsx'],
  body: '<h1>First</h1>',
};

describe('the file of a page', () => {
  it('says in its head what it is and where it and its translations are', () => {
    const html = pageHtml(lesson, built(german), site);
    for (const part of [
      '<html lang="de">',
      '<title>First &amp; last · The Lab</title>',
      '<meta name="description" content="What &quot;it&quot; is &lt;here>." />',
      '<link rel="canonical" href="https://lab.example/de/lessons/first" />',
      '<link rel="alternate" hreflang="en" href="https://lab.example/lessons/first" />',
      '<link rel="alternate" hreflang="de" href="https://lab.example/de/lessons/first" />',
      '<link rel="alternate" hreflang="x-default" href="https://lab.example/lessons/first" />',
      '<meta property="og:type" content="article" />',
      '<div id="root" data-page="/de/lessons/first"><h1>First</h1></div>',
    ]) {
      expect(html).toContain(part);
    }
    expect(html).not.toContain('noscript');
  });

  it('links to what its route needs besides the entry, in its own language’s folder', () => {
    const html = pageHtml(lesson, built(german), site);
    expect(html).toContain('<link rel="stylesheet" crossorigin href="/de/assets/lesson.css">');
    expect(html).toContain('<link rel="modulepreload" crossorigin href="/de/assets/prose.js">');
    expect(html).not.toContain('assets/index');
  });

  it('holds data that cannot end its element, and that the policy has no hash for', () => {
    const html = pageHtml({ ...lesson, content: { text: '</script><script>1' } }, built(), site);
    expect(html).toContain(String.raw`{"text":"\u003c/script>\u003cscript>1"}</script>`);
    expect(inlineScriptHashes([html])).toEqual([]);
    expect(inlineScriptHashes(['<script type="module">1</script>'])).toHaveLength(1);
  });

  it('of unknown addresses is nobody’s, and not to be found', () => {
    const html = pageHtml({ ...lesson, path: '/404', unlisted: true }, built(), site);
    expect(html).toContain('<meta name="robots" content="noindex" />');
    expect(html).not.toContain('canonical');
    expect(html).not.toContain('data-page');
  });

  it('is not written where a chunk or a place for it is missing', () => {
    expect(() => pageHtml({ ...lesson, modules: ['Moved.tsx'] }, built(), site)).toThrow('Moved.tsx');
    expect(() => pageHtml(lesson, { ...built(), template: '<html lang="en"></html>' }, site)).toThrow(
      'index.html has no',
    );
  });
});

describe('the files of the site', () => {
  const home: WrittenPage = { ...lesson, path: '/', title: 'The Lab', type: 'website', description: 'Home.' };
  const pages = [home, lesson, { ...lesson, path: '/404', unlisted: true }];

  it('the site map has each page in each language, and not the one of unknown addresses', () => {
    const addresses = [...sitemapXml(pages, site).matchAll(/<loc>(.+)<\/loc>/g)].map(([, address]) => address);
    expect(addresses).toEqual([
      'https://lab.example/',
      'https://lab.example/de',
      'https://lab.example/lessons/first',
      'https://lab.example/de/lessons/first',
    ]);
    expect(robotsTxt(site)).toContain('Sitemap: https://lab.example/sitemap.xml');
  });

  it('llms.txt lists the lessons with what each is about', () => {
    const text = llmsTxt(pages, { ...site, description: 'What it is.' });
    expect(text).toContain('> What it is.');
    expect(text).toContain('- [First & last](https://lab.example/lessons/first): What "it" is <here>.');
    expect(text).not.toContain('404');
  });
});

it('classes are named after their file, and two files of one name are refused', () => {
  const nameOf = scopedNames();
  expect(nameOf('place', '/src/ui/shell/Header.module.css')).toBe('Header_place');
  expect(nameOf('here', '/src/ui/shell/Header.module.css')).toBe('Header_here');
  expect(() => nameOf('place', '/src/ui/other/Header.module.css')).toThrow('one name');
});
