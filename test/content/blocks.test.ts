import { describe, expect, it } from 'vitest';
import { compileBody, compileText, frontMatter, problemsOfBody } from './authoring.ts';

const text = (value: string) => ({ type: 'text', value });
const paragraph = (value: string) => ({ type: 'paragraph', children: [text(value)] });

describe('a lesson', () => {
  it('has its front matter and the id of its folder', async () => {
    const { lesson, report } = await compileText(frontMatter);
    expect(lesson).toStrictEqual({
      id: 'a-lesson',
      title: 'A lesson',
      question: 'What is asked?',
      summary: 'One sentence.',
      minutes: 5,
      points: ['no-secrets'],
      objectives: [],
      sources: [{ title: 'A page', href: 'https://learn.microsoft.com/entra/page' }],
      blocks: [],
    });
    expect(report.references).toMatchObject([{ kind: 'point', target: 'no-secrets', spot: { line: 6 } }]);
  });

  it('says what its front matter lacks', async () => {
    const { problems } = await compileText(
      '---\ntitle: A lesson\nminutes: 0\npoints: []\nsources: []\ncolour: red\n---\n',
    );
    expect(problems).toStrictEqual([
      'content/en/lessons/a-lesson.md:2 question: missing; ask the question that opens the lesson',
      'content/en/lessons/a-lesson.md:2 summary: missing; say in one sentence what the lesson is about',
      'content/en/lessons/a-lesson.md:3 minutes: a lesson takes at least a minute',
      'content/en/lessons/a-lesson.md:5 sources: empty; list the sources',
      'content/en/lessons/a-lesson.md:6 colour: unknown field; known are title, question, summary, minutes, points, objectives, sources',
    ]);
  });

  it('refuses a source that is not https, and Markdown where text is shown as it stands', async () => {
    const broken = frontMatter.replace('https://learn', 'http://learn').replace('A lesson', '"About `vm-web`"');
    expect((await compileText(broken)).problems).toStrictEqual([
      'content/en/lessons/a-lesson.md:2 title: is shown as plain text; leave out the Markdown',
      'content/en/lessons/a-lesson.md:9 sources[0].href: "http://learn.microsoft.com/entra/page" is not an https address',
    ]);
  });

  it('needs front matter', async () => {
    const { lesson, problems } = await compileText('A text.\n');
    expect(lesson).toBeUndefined();
    expect(problems).toStrictEqual([
      'content/en/lessons/a-lesson.md:1 no front matter; begin with --- and the title, the summary …',
    ]);
  });

  it('says where the front matter is not YAML', async () => {
    const { problems } = await compileText('---\ntitle: one: two\n---\n');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^content\/en\/lessons\/a-lesson\.md:2 this is not YAML: Nested mappings/);
  });
});

describe('blocks', () => {
  it('compiles paragraphs and what stands in them', async () => {
    const { blocks, problems } = await compileBody(
      'One\ntwo `three` **four *five*** [six `7`](/lessons/a-lesson) and [eight](https://learn.microsoft.com).',
    );
    expect(problems).toStrictEqual([]);
    expect(blocks).toStrictEqual([
      {
        type: 'paragraph',
        children: [
          text('One two '),
          { type: 'code', value: 'three' },
          text(' '),
          { type: 'strong', children: [text('four '), { type: 'emphasis', children: [text('five')] }] },
          text(' '),
          { type: 'link', href: '/lessons/a-lesson', children: [text('six '), { type: 'code', value: '7' }] },
          text(' and '),
          { type: 'link', href: 'https://learn.microsoft.com', children: [text('eight')] },
          text('.'),
        ],
      },
    ]);
  });

  it('keeps addresses and colons that are text', async () => {
    const { blocks, problems } = await compileBody(
      'Ask http://169.254.169.254/metadata at 09:10, user:password or www.azure.com.',
    );
    expect(problems).toStrictEqual([]);
    expect(blocks).toStrictEqual([
      paragraph('Ask http://169.254.169.254/metadata at 09:10, user:password or www.azure.com.'),
    ]);
  });

  it('sets the rules of a sentence apart behind its period, and refers to them', async () => {
    const { blocks, report } = await compileBody(
      'IMDS refuses it [IMDS-04] [RBAC-02]. An array is `a[0]`, and [sic] stays.',
    );
    expect(blocks).toStrictEqual([
      {
        type: 'paragraph',
        children: [
          text('IMDS refuses it.'),
          { type: 'rule', rule: 'IMDS-04' },
          { type: 'rule', rule: 'RBAC-02' },
          text(' An array is '),
          { type: 'code', value: 'a[0]' },
          text(', and [sic] stays.'),
        ],
      },
    ]);
    const rules = report.references.filter(({ kind }) => kind === 'rule');
    expect(rules).toMatchObject([{ target: 'IMDS-04' }, { target: 'RBAC-02' }]);
  });

  it('makes a link of an address in angle brackets', async () => {
    const { blocks } = await compileBody('<https://learn.microsoft.com>');
    expect(blocks).toMatchObject([{ children: [{ type: 'link', href: 'https://learn.microsoft.com' }] }]);
  });

  it('gives every heading an id of its own', async () => {
    const { blocks } = await compileBody('## The `identity` block\n\n### Née\n\n## The identity block\n\n## …\n');
    expect(blocks).toMatchObject([
      { type: 'heading', level: 2, id: 'the-identity-block' },
      { type: 'heading', level: 3, id: 'nee' },
      { type: 'heading', level: 2, id: 'the-identity-block-2' },
      { type: 'heading', level: 2, id: 'part' },
    ]);
  });

  it('compiles lists in lists', async () => {
    const { blocks } = await compileBody('1. one\n   - inner\n2. two\n');
    expect(blocks).toStrictEqual([
      {
        type: 'list',
        ordered: true,
        items: [
          [paragraph('one'), { type: 'list', ordered: false, items: [[paragraph('inner')]] }],
          [paragraph('two')],
        ],
      },
    ]);
  });

  it('compiles quotes and code', async () => {
    const { blocks } = await compileBody('> said\n\n```http\nGET / HTTP/1.1\nMetadata: true\n```\n');
    expect(blocks).toStrictEqual([
      { type: 'quote', children: [paragraph('said')] },
      { type: 'code', language: 'http', value: 'GET / HTTP/1.1\nMetadata: true' },
    ]);
  });

  it('compiles tables', async () => {
    const { blocks } = await compileBody('| a | `b` |\n| - | --- |\n| 1 | 2 |\n');
    expect(blocks).toStrictEqual([
      {
        type: 'table',
        head: [[text('a')], [{ type: 'code', value: 'b' }]],
        rows: [[[text('1')], [text('2')]]],
      },
    ]);
  });

  it.each(['note', 'remember', 'notes'])('compiles the aside :::%s', async (kind) => {
    const { blocks } = await compileBody(`:::${kind}\nA text.\n\n- a list\n:::\n`);
    expect(blocks).toStrictEqual([
      {
        type: 'aside',
        kind,
        children: [paragraph('A text.'), { type: 'list', ordered: false, items: [[paragraph('a list')]] }],
      },
    ]);
  });

  it('compiles flows and figures', async () => {
    const { blocks, report } = await compileBody(
      '::flow{scenario="no-role"}\n\n::flow{scenario="no-role" upTo="3"}\n\n::figure{name="three-ids"}\n',
    );
    expect(blocks).toStrictEqual([
      { type: 'flow', scenario: 'no-role' },
      { type: 'flow', scenario: 'no-role', upTo: 3 },
      { type: 'figure', name: 'three-ids' },
    ]);
    expect(report.references).toContainEqual({
      kind: 'scenario',
      target: 'no-role',
      file: 'content/en/lessons/a-lesson.md',
      spot: { line: 11 },
    });
  });
});

describe('what a lesson cannot hold is refused with its line', () => {
  it.each([
    ['HTML', 'Text.\n\n<div>no</div>\n', '13 HTML is not shown; write it as `code`'],
    ['HTML in a text', 'The <vault> is here.', '11 HTML is not shown; write it as `code`'],
    ['a picture', '![a picture](x.png)', '11 pictures are not read; use ::figure, ::flow or a mermaid block'],
    ['a rule', 'Text.\n\n---\n', '13 a rule (---) is not shown; begin a new part with ##'],
    ['a line break', 'one  \ntwo', '11 a line break within a paragraph is not shown; begin a new paragraph'],
    ['struck out text', '~~no~~', '11 text that is struck out is not shown'],
    ['a title', '# Title', '11 the title stands in the front matter; begin with ##'],
    ['a deep heading', '## a\n\n#### b', '13 headings go no deeper than ###'],
    ['a ### first', '### b', '11 a ### needs a ## before it'],
    ['a heading in a quote', '> ## no', '11 a heading cannot stand in a quote'],
    ['a list from 3', '3. three', '11 a numbered list begins with 1'],
    ['a check box', '- [x] done', '11 check boxes are not shown'],
    ['code without a language', '```\nx\n```', '11 name the language after the fence: http, json, bash, text …'],
    ['code with more', '```json title="x"\n{}\n```', '11 "title="x"" after the language is not read; leave it out'],
    ['an http link', '[x](http://a.b)', '11 "http://a.b" is neither a page of the app (/…) nor an https address'],
    ['a link to another host', '[x](//a.b)', '11 "//a.b" is neither a page of the app (/…) nor an https address'],
    ['a link with a title', '[x](/ "y")', '11 a link has no title here; leave it out'],
    [
      'an unknown container',
      ':::tip\nx\n:::',
      '11 :::tip is not known; known are note, remember, notes, world, check, predict',
    ],
    [
      'an aside with a label',
      ':::note[Look]\nx\n:::',
      '11 :::note has a heading of its own; leave out what stands in brackets',
    ],
    ['an unknown leaf', '::video{id="x"}', '11 ::video is not known; known are ::flow and ::figure'],
    ['a leaf for a container', '::note', '11 ::note is not known; write :::note with three colons'],
    [
      'an unknown text directive',
      'x :abbr[y] z',
      '11 ":abbr" is not known within a text; put it in `code` if it is none of ours',
    ],
    ['a flow of nothing', '::flow', '11 ::flow does not say which scenario; write ::flow{scenario="id"}'],
    [
      'a flow up to nothing',
      '::flow{scenario="x" upTo="0"}',
      '11 upTo is the number of a step, counted from 1, and "0" is none',
    ],
    ['a flow with more', '::flow{scenario="x" speed="2"}', '11 flow does not take "speed"; it takes scenario, upTo'],
    [
      'an unknown figure',
      '::figure{name="cat"}',
      '11 ::figure has no picture "cat"; known are identity-blade, three-ids, lifecycles, two-lanes-scale, two-lanes-delete, two-lanes-recreate',
    ],
    ['a check without YAML', ':::check\nWhich?\n:::', '11 :::check holds one ```yaml block and nothing else'],
    ['a world in a list', '- one\n\n  :::world\n  x\n  :::', '13 :::world cannot stand in a list'],
  ])('%s', async (_, body, message) => {
    expect(await problemsOfBody(body)).toStrictEqual([message]);
  });

  it('names the line of a reference-style link and of its definition', async () => {
    expect(await problemsOfBody('See [x][y].\n\n[y]: https://a.b\n')).toStrictEqual([
      '11 write the link where it stands, as [text](address), and brackets as `code`',
      '13 write the link where it stands, as [text](address)',
    ]);
  });

  it('goes on after the first problem', async () => {
    expect(await problemsOfBody('# a\n\n<b>b</b>\n\n::cat\n')).toHaveLength(4);
  });
});
