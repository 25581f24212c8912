import { describe, expect, it } from 'vitest';
import { compileGuide } from '#content/build/guide.ts';
import { loadContent } from '#content/build/load.ts';
import { describeProblem } from '#content/build/problem.ts';
import { Report } from '#content/build/report.ts';
import { searchEntries } from '#content/build/search.ts';

/** The first line after it is line 8. */
const frontMatter = `---
title: A guide
summary: What it is for.
sources:
  - title: A page
    href: https://learn.microsoft.com/entra/page
---
`;

function compiled(body: string) {
  const report = new Report('content/en/guides/a-guide.md');
  const guide = compileGuide(report, { id: 'a-guide', text: `${frontMatter}${body}` });
  return { guide, problems: report.problems.map(describeProblem) };
}

describe('a guide', () => {
  it('is text, code, tables and asides', () => {
    const { guide, problems } = compiled(
      '## Start it\n\nIn the folder:\n\n```sh\nnpm start\n```\n\n- One.\n\n:::note\nTwo.\n:::\n',
    );
    expect(problems).toEqual([]);
    expect(guide).toMatchObject({ title: 'A guide', summary: 'What it is for.' });
    expect(guide?.blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'code', 'list', 'aside']);
  });

  it('has nothing to play, at whatever depth', () => {
    const problem = 'a guide has text, code, tables and asides only';
    expect(compiled('Words.\n\n::flow{scenario=no-role}\n').problems).toEqual([
      `content/en/guides/a-guide.md:10 ${problem}`,
    ]);
    expect(compiled('- > Quoted.\n').problems).toEqual([`content/en/guides/a-guide.md:8 ${problem}`]);
  });
});

describe('the guides of this project in German', () => {
  it('have a German title, say that they are in English, and can be found section by section', async () => {
    const content = await loadContent(process.cwd(), undefined, undefined, 'de');
    const title = 'Mit eigenem Code verwenden';
    expect(content.guides).toMatchObject([{ id: 'own-code', title, language: 'en' }]);
    const found = searchEntries(content).flatMap(({ title: name, within, target }) =>
      target.to === 'guide' ? [{ name, within, section: target.section }] : [],
    );
    expect(found[0]).toEqual({ name: title, within: '', section: null });
    expect(found).toContainEqual({ name: 'Python', within: title, section: 'python' });
  });
});
