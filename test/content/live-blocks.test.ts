import { describe, expect, it } from 'vitest';
import { compileBody, problemsOfBody } from './authoring.ts';

const text = (value: string) => ({ type: 'text', value });

const world = `:::world
\`\`\`yaml
id: turn-it-on
task: Turn on the identity of \`vm-web\`.
start:
  - do: create-group
    name: rg-shop
  - do: create
    kind: virtualMachine
    name: vm-web
    in: rg-shop
offer: [system-assigned]
goal:
  - identity: vm-web
    is: SystemAssigned
solution:
  - do: enable-system-assigned
    on: vm-web
done: Now it has a **service principal**.
\`\`\`
:::
`;

const check = `:::check
\`\`\`yaml
id: what-is-it
ask: What is a *managed identity*?
choices:
  - text: A service principal.
    right: true
    why: See [the lesson](/lessons/a-lesson).
  - text: 403. A user.
    why: No.
points: [no-secrets]
rule: ENTRA-01
\`\`\`
:::
`;

describe(':::world', () => {
  it('compiles to a live world', async () => {
    const { blocks, problems, report } = await compileBody(world);
    expect(problems).toStrictEqual([]);
    expect(blocks).toStrictEqual([
      {
        type: 'world',
        world: {
          id: 'turn-it-on',
          task: [text('Turn on the identity of '), { type: 'code', value: 'vm-web' }, text('.')],
          start: [
            { do: 'create-group', name: 'rg-shop' },
            { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop' },
          ],
          offer: ['system-assigned'],
          goal: [{ identity: 'vm-web', is: 'SystemAssigned' }],
          solution: [{ do: 'enable-system-assigned', on: 'vm-web' }],
          done: [text('Now it has a '), { type: 'strong', children: [text('service principal')] }, text('.')],
        },
      },
    ]);
    expect(report.definitions).toMatchObject([
      { kind: 'world', id: 'turn-it-on', spot: { line: 13, field: 'world.id' } },
    ]);
  });

  it('names the line in the Markdown file', async () => {
    const broken = world.replace('[system-assigned]', '[fly]').replace('kind: virtualMachine', 'kind: toaster');
    expect(await problemsOfBody(`A text.\n\n${broken}`)).toStrictEqual([
      '21 world.start[1].kind: "toaster" is not one of virtualMachine, vmScaleSet, webApp, webAppSlot, functionApp, containerApp, aksCluster, keyVault, storageAccount, sqlServer, sqlDatabase, cosmosAccount, serviceBusNamespace, eventHubsNamespace, userAssignedIdentity',
      '24 world.offer[0]: "fly" is not one of create-host, create-identity, create-target, delete, system-assigned, attach, assign-role, request-token, call, clock, chain, workflow, sdk, terminal',
    ]);
  });

  it('says what is missing, and where it would stand', async () => {
    expect(await problemsOfBody(world.replace(/done: .*\n/, ''))).toStrictEqual([
      '13 world.done: missing; say what the learner has now seen',
    ]);
  });

  it('says where the YAML breaks', async () => {
    const [problem] = await problemsOfBody(world.replace('task: Turn', 'task: Turn: off'));
    expect(problem).toMatch(/^14 this is not YAML: /);
  });
});

describe(':::check', () => {
  it('compiles to a question', async () => {
    const { blocks, problems } = await compileBody(check);
    expect(problems).toStrictEqual([]);
    expect(blocks).toStrictEqual([
      {
        type: 'check',
        question: {
          id: 'what-is-it',
          ask: [text('What is a '), { type: 'emphasis', children: [text('managed identity')] }, text('?')],
          choices: [
            {
              id: 'a',
              text: [text('A service principal.')],
              right: true,
              why: [
                text('See '),
                { type: 'link', href: '/lessons/a-lesson', children: [text('the lesson')] },
                text('.'),
              ],
            },
            { id: 'b', text: [text('403. A user.')], right: false, why: [text('No.')] },
          ],
          answer: { kind: 'rule', rule: 'ENTRA-01' },
          points: ['no-secrets'],
          lessons: [],
        },
      },
    ]);
  });

  it('collects what it refers to', async () => {
    const { report } = await compileBody(check);
    expect(report.references.map(({ kind, target, spot }) => [kind, target, spot.line])).toStrictEqual([
      ['point', 'no-secrets', 6],
      ['point', 'no-secrets', 21],
      ['link', '/lessons/a-lesson', 18],
    ]);
  });

  it('names the field of a text that is not a text', async () => {
    const twoParagraphs = check.replace('why: No.', 'why: "No.\\n\\nNo."').replace('A service principal.', '<b>it</b>');
    expect(await problemsOfBody(twoParagraphs)).toStrictEqual([
      '16 check.choices[0].text: HTML is not shown; write it as `code`',
      '16 check.choices[0].text: HTML is not shown; write it as `code`',
      '20 check.choices[1].why: must be one paragraph of text',
    ]);
  });

  it('stands at the top of a lesson only', async () => {
    expect(await problemsOfBody(`::::note\n${check}::::\n`)).toStrictEqual(['12 :::check cannot stand in an aside']);
  });
});
