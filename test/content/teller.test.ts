import { describe, expect, it } from 'vitest';
import { loadContent } from '#content/build/load.ts';
import { describeProblem } from '#content/build/problem.ts';
import type { Teller } from '#content/build/teller.ts';
import type { Block } from '#content/types.ts';
import { teller } from '../../src/teller.ts';
import { soundContent, withProject } from './authoring.ts';

const lesson = 'content/en/lessons/a-lesson.md';

const simple: Teller = {
  scenario: ({ script }) => script.map((step, index) => ({ title: `Step ${index + 1}`, text: step.do })),
  world: ({ offer }) => ({ offer: offer.join(' and '), way: [{ text: 'Do it' }] }),
  figure: (name) => ({ title: name, steps: [] }),
};

const world = `
:::world
\`\`\`yaml
id: turn-it-on
task: Turn it on.
start: []
offer: [clock]
goal: [{ count: hosts, is: 0 }]
solution: [{ do: advance, minutes: 1 }]
done: Done.
\`\`\`
:::
`;

function load(teller: Teller | undefined, body = '', scenario: (text: string) => string = (text) => text) {
  const file = 'content/scenarios/a-scenario.yaml';
  const files = {
    ...soundContent,
    [lesson]: `${soundContent[lesson] ?? ''}${body}`,
    [file]: scenario(soundContent[file] ?? ''),
  };
  return withProject(files, (root) => loadContent(root, undefined, teller));
}

async function blocksOf(...options: Parameters<typeof load>): Promise<readonly Block[]> {
  const { lessons, problems } = await load(...options);
  expect(problems).toStrictEqual([]);
  return lessons[0]?.blocks ?? [];
}

const toldIn = (blocks: readonly Block[]): readonly unknown[] =>
  blocks.flatMap((block) => {
    if (block.type === 'world') return [block.world.told];
    if (block.type === 'aside') return toldIn(block.children);
    return block.type === 'flow' || block.type === 'figure' ? [block.told] : [];
  });

describe('live blocks in words', () => {
  it('are told by who is handed in: scenarios as far as the text has come, worlds, figures', async () => {
    const body = `::flow{scenario="a-scenario" upTo="1"}\n\n::figure{name="three-ids"}\n${world}`;
    const longer = (text: string) =>
      text.replace('expect:', '  - { do: request-token, from: laptop, resource: https://vault.azure.net }\nexpect:');
    const first = { title: 'Step 1', text: 'request-token' };
    expect(toldIn(await blocksOf(simple, body, longer))).toStrictEqual([
      { title: 'A scenario', steps: [first, { title: 'Step 2', text: 'request-token' }] },
      { title: 'A scenario', steps: [first] },
      { title: 'three-ids', steps: [] },
      { offer: 'clock', way: [{ text: 'Do it' }] },
    ]);
  });

  it('within an aside too', async () => {
    const blocks = await blocksOf(simple, '\n::::note\n::flow{scenario="a-scenario"}\n::::\n');
    expect(toldIn(blocks)).toHaveLength(2);
    expect(toldIn(blocks)).not.toContain(undefined);
  });

  it('are left out where nobody tells', async () => {
    expect(toldIn(await blocksOf(undefined, world))).toStrictEqual([undefined, undefined]);
  });

  it('that the engine cannot play are problems, each with its file and line', async () => {
    const broken = (text: string) => text.replace('from: laptop', 'from: vm-nobody');
    const { problems } = await load(
      teller,
      world.replace('do: advance, minutes: 1', 'do: delete, name: vm-web'),
      broken,
    );
    expect(problems.map(describeProblem)).toStrictEqual([
      expect.stringMatching(/^content\/en\/lessons\/a-lesson\.md:\d+ world\.solution: cannot be played: .*vm-web/),
      expect.stringMatching(/^content\/scenarios\/a-scenario\.yaml:5 script: cannot be played: .*vm-nobody/),
    ]);
  });
});

describe('what is taught', () => {
  it('has a still form for every flow, figure and world', async () => {
    const { lessons } = await loadContent(process.cwd(), undefined, teller);
    const told = lessons.flatMap(({ blocks }) => toldIn(blocks));
    expect(told.length).toBeGreaterThan(15);
    expect(told).not.toContain(undefined);
  });
});
