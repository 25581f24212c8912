import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDiagramParser } from '#content/build/mermaid/parser.ts';
import type { DiagramParser } from '#content/build/mermaid/parser.ts';
import { compileBody, problemsOfBody } from './authoring.ts';

const head = 'sequenceDiagram\naccTitle: A token\naccDescr: The app asks for a token.\n';

// A thread with Mermaid and a DOM takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let parser: DiagramParser;
beforeAll(() => {
  parser = createDiagramParser();
});
afterAll(() => parser.close());

function refusal(source: string) {
  return parser.parse(source).then((parsed) => (parsed.ok ? undefined : [parsed.line, parsed.message]));
}

describe('a sequence diagram', () => {
  it('is read by the grammar of Mermaid', async () => {
    const source = `${head}autonumber
participant app as The app
actor imds as IMDS
app->>+imds: GET /token<br/>Metadata: true %% with the header
imds-->>-app: 200 #quot;token#quot;
app->imds: open
app--xapp: lost #35;1
app--)vault: later
`;
    expect(await parser.parse(source)).toStrictEqual({
      ok: true,
      diagram: {
        title: 'A token',
        description: 'The app asks for a token.',
        participants: [
          { id: 'app', label: 'The app' },
          { id: 'imds', label: 'IMDS' },
          { id: 'vault', label: 'vault' },
        ],
        messages: [
          { from: 'app', to: 'imds', text: expect.stringContaining('GET /token Metadata: true'), line: 'solid' },
          { from: 'imds', to: 'app', text: '200 "token"', line: 'dashed' },
          { from: 'app', to: 'imds', text: 'open', line: 'solid' },
          { from: 'app', to: 'app', text: 'lost #1', line: 'dashed' },
          { from: 'app', to: 'vault', text: 'later', line: 'dashed' },
        ],
      },
    });
  });

  it('has a description of several lines', async () => {
    const parsed = await parser.parse('sequenceDiagram\naccTitle: A\naccDescr {\n one\n two\n}\nA->>B: x\n');
    expect(parsed).toMatchObject({ ok: true, diagram: { description: 'one two' } });
  });

  it('is read the same whatever else is being read', async () => {
    const titles = ['one', 'two', 'three', 'four'];
    const parsed = await Promise.all(
      titles.map((title) => parser.parse(`sequenceDiagram\naccTitle: ${title}\naccDescr: d\nA->>B: ${title}\n`)),
    );
    expect(parsed.map((one) => one.ok && one.diagram.title)).toStrictEqual(titles);
  });

  it('is read once', async () => {
    const first = await parser.parse(`${head}A->>B: once\n`);
    expect(await parser.parse(`${head}A->>B: once\n`)).toBe(first);
  });

  it.each([
    [
      'no title',
      'sequenceDiagram\naccDescr: d\nA->>B: x\n',
      1,
      'the diagram has no accTitle; name it for those who do not see it',
    ],
    [
      'no description',
      'sequenceDiagram\naccTitle: t\nA->>B: x\n',
      1,
      'the diagram has no accDescr; say in a sentence what it shows',
    ],
    ['no messages', `${head}participant A\n`, 1, 'the diagram has no messages'],
    [
      'a note',
      `${head}A->>B: x\nNote over A: y\n`,
      5,
      '"note" is not drawn here; say it in the text and keep to messages',
    ],
    [
      'a loop',
      `${head}loop often\nA->>B: x\nend\n`,
      4,
      '"loop" is not drawn here; say it in the text and keep to messages',
    ],
    [
      'a choice',
      `${head}A->>B: x\nalt good\nA->>B: y\nelse bad\nA->>B: z\nend\n`,
      5,
      '"alt" is not drawn here; say it in the text and keep to messages',
    ],
    [
      'a box',
      `${head}box Azure\nparticipant A\nend\nA->>B: x\n`,
      4,
      'a box around participants is not drawn here; leave it out',
    ],
    [
      'an arrow both ways',
      `${head}A<<->>B: x\n`,
      4,
      'this arrow is not drawn here; use ->> for a request and -->> for a response',
    ],
    ['a message without a text', `${head}A->>B\n`, 4, "Mermaid cannot read this: unexpected 'NEWLINE'; expected 'TXT'"],
    ['a broken line', `${head}A->>B: x\nand then\n`, 5, "Mermaid cannot read this: unexpected 'and'"],
    ['another kind', 'flowchart TD\nA-->B\n', 1, 'only a sequenceDiagram is drawn here, and this is "flowchart-v2"'],
    [
      'no kind',
      'A->>B: x\n',
      1,
      'Mermaid cannot read this: the first line names no kind of diagram; begin with sequenceDiagram',
    ],
  ])('with %s is refused', async (_, source, line, message) => {
    expect(await refusal(source)).toStrictEqual([line, message]);
  });
});

describe('a mermaid block of a lesson', () => {
  const fenced = (source: string) => `A text.\n\n\`\`\`mermaid\n${source}\`\`\`\n`;

  it('becomes a diagram, in an aside too', async () => {
    const { blocks, problems } = await compileBody(`:::note\n${fenced(`${head}A->>B: x\n`)}:::\n`, parser);
    expect(problems).toStrictEqual([]);
    expect(blocks).toMatchObject([
      { type: 'aside', children: [{ type: 'paragraph' }, { type: 'sequence', diagram: { title: 'A token' } }] },
    ]);
  });

  it('is refused with its line in the file', async () => {
    expect(await problemsOfBody(fenced('flowchart TD\nA-->B\n'), parser)).toStrictEqual([
      '14 only a sequenceDiagram is drawn here, and this is "flowchart-v2"',
    ]);
    expect(await problemsOfBody(fenced(`${head}A->>B\n`), parser)).toStrictEqual([
      "17 Mermaid cannot read this: unexpected 'NEWLINE'; expected 'TXT'",
    ]);
  });
});

describe('the thread that reads Mermaid', () => {
  it('leaves no globals of a browser behind', () => {
    expect('window' in globalThis).toBe(false);
    expect('document' in globalThis).toBe(false);
  });

  it('starts anew after it was closed, and remembers', async () => {
    const other = createDiagramParser();
    const first = await other.parse(`${head}A->>B: x\n`);
    await other.close();
    expect(await other.parse(`${head}A->>B: x\n`)).toBe(first);
    expect(await other.parse(`${head}A->>B: y\n`)).toMatchObject({ ok: true });
    await other.close();
  });

  it('need not have started to be closed', async () => {
    await expect(createDiagramParser().close()).resolves.toBeUndefined();
  });

  it('fails those who wait when it is closed', async () => {
    const other = createDiagramParser();
    const waiting = other.parse(`${head}A->>B: x\n`);
    await Promise.all([expect(waiting).rejects.toThrow('has ended'), other.close()]);
  });
});
