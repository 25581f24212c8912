import { describe, expect, it } from 'vitest';
import { compileQuiz, compileScenario, compileStarterWorld } from '#content/build/collections.ts';
import { describeProblem } from '#content/build/problem.ts';
import { Report } from '#content/build/report.ts';
import { soundContent } from './authoring.ts';

const file = 'content/x.yaml';

function problemsOf(
  compile: (report: Report, source: { id: string; text: string }) => unknown,
  text: string,
): string[] {
  const report = new Report(file);
  compile(report, { id: 'x', text });
  return report.problems.map((problem) => describeProblem(problem).replace(`${file}:`, ''));
}

const quiz = soundContent['content/quizzes/a-quiz.yaml'] ?? '';
const scenario = soundContent['content/scenarios/a-scenario.yaml'] ?? '';

describe('a quiz', () => {
  it('compiles', () => {
    const report = new Report(file);
    expect(compileQuiz(report, { id: 'a-quiz', text: quiz })).toStrictEqual({
      id: 'a-quiz',
      title: 'A quiz',
      summary: 'What is asked.',
      questions: [
        {
          id: 'a-question',
          ask: [{ type: 'text', value: 'Which?' }],
          choices: [
            {
              id: 'a',
              text: [{ type: 'text', value: 'This.' }],
              right: true,
              why: [{ type: 'text', value: 'It is.' }],
            },
            {
              id: 'b',
              text: [{ type: 'text', value: 'That.' }],
              right: false,
              why: [{ type: 'text', value: 'It is not.' }],
            },
          ],
          answer: { kind: 'rule', rule: 'IMDS-04' },
          points: ['no-secrets'],
          lessons: ['a-lesson'],
        },
      ],
    });
    expect(report.problems).toStrictEqual([]);
    expect(report.definitions).toStrictEqual([
      { kind: 'question', id: 'a-question', file, spot: { line: 4, field: 'questions[0].id' } },
    ]);
  });

  it('keeps the script that proves a key', () => {
    const text = quiz.replace(
      'rule: IMDS-04',
      'proof: { script: [{ do: create-group, name: rg }], expect: [{ exists: rg, is: true }] }',
    );
    expect(compileQuiz(new Report(file), { id: 'a-quiz', text })?.questions[0]?.answer).toStrictEqual({
      kind: 'proof',
      script: [{ do: 'create-group', name: 'rg' }],
      expect: [{ exists: 'rg', is: true }],
    });
  });

  it.each([
    [
      'a choice without feedback',
      '        why: It is not.\n',
      '',
      '10 questions[0].choices[1].why: missing; say why the choice is right or wrong',
    ],
    [
      'empty feedback',
      'It is not.',
      '""',
      '11 questions[0].choices[1].why: empty; say why the choice is right or wrong',
    ],
    [
      'feedback with nothing after it',
      'It is not.',
      '',
      '11 questions[0].choices[1].why: empty; say why the choice is right or wrong',
    ],
    [
      'a number for a text',
      'That.',
      '403',
      '10 questions[0].choices[1].text: must be text, and 403 is not; put it in quotes',
    ],
    [
      'no right choice',
      '        right: true\n',
      '',
      '6 questions[0].choices: no choice is right; write `right: true` at one',
    ],
    [
      'two right choices',
      'text: That.',
      'text: That.\n        right: true',
      '6 questions[0].choices: 2 choices are right; exactly one may be',
    ],
    [
      'right: false',
      'text: That.',
      'text: That.\n        right: false',
      '11 questions[0].choices[1].right: write `right: true` at the right choice and leave it out at the others',
    ],
    [
      'no proof',
      '    rule: IMDS-04\n',
      '',
      '4 questions[0]: nothing shows that the key is right; add `proof` or `rule`',
    ],
    [
      'both',
      'rule: IMDS-04',
      'rule: IMDS-04\n    proof: { script: [], expect: [{ status: 200 }] }',
      '4 questions[0]: has both `proof` and `rule`; keep one',
    ],
    [
      'a rule of another kind',
      'IMDS-04',
      'imds 4',
      '14 questions[0].rule: "imds 4" is not a rule; write it like IMDS-04',
    ],
    [
      'a proof of nothing',
      'rule: IMDS-04',
      'proof: { script: [], expect: [] }',
      '14 questions[0].proof.expect: empty; list what is to be true afterwards',
    ],
    [
      'an unknown field',
      'ask: Which?',
      'ask: Which?\n    hint: No.',
      '6 questions[0].hint: unknown field; known are id, ask, choices, points, lessons, proof, rule',
    ],
    [
      'an id that is none',
      'id: a-question',
      'id: A Question',
      '4 questions[0].id: "A Question" is not an id; write it in small letters and digits with - between',
    ],
    ['a list for a map', 'questions:', 'questions:\n  - []', '4 questions[0]: must be a map of fields'],
    ['a map for a list', '[no-secrets]', '{}', '12 questions[0].points: must be a list; name points of notes.yaml'],
  ])('with %s is refused', (_, found, replacement, message) => {
    expect(problemsOf(compileQuiz, quiz.replace(found, replacement))).toStrictEqual([message]);
  });

  it('needs two choices', () => {
    const text = quiz.replace(/ {6}- text: That\.\n.*\n/, '');
    expect(problemsOf(compileQuiz, text)).toStrictEqual([
      '6 questions[0].choices: a question has at least two choices',
    ]);
  });

  it('needs questions', () => {
    expect(problemsOf(compileQuiz, 'title: A quiz\nsummary: What.\nquestions: []\n')).toStrictEqual([
      '3 questions: empty; list the questions',
    ]);
  });

  it('is not empty', () => {
    expect(problemsOf(compileQuiz, '')).toStrictEqual(['1 must be a map of fields']);
  });

  it('says which key is written twice', () => {
    const [problem] = problemsOf(compileQuiz, 'title: one\ntitle: two\n');
    expect(problem).toBe('2 this is not YAML: Map keys must be unique');
  });
});

describe('a scenario', () => {
  it('compiles', () => {
    expect(compileScenario(new Report(file), { id: 'a-scenario', text: scenario })).toStrictEqual({
      id: 'a-scenario',
      title: 'A scenario',
      summary: 'What happens.',
      world: [{ do: 'create-group', name: 'rg-shop' }],
      script: [{ do: 'request-token', from: 'laptop', resource: 'https://vault.azure.net' }],
      expect: [{ failure: 'unreachable' }],
      points: ['no-secrets'],
    });
  });

  it.each([
    [
      'a step that is not watched',
      '{ do: request-token, from: laptop, resource: https://vault.azure.net }',
      '{ do: delete, name: vm }',
      '6 script[0]: "delete" is not a step here; known are request-token, run-command, get-access-token, call, reference, connect, advance',
    ],
    [
      'a script of nothing',
      '\n  - { do: request-token, from: laptop, resource: https://vault.azure.net }',
      ' []',
      '5 script: empty; list the steps that are watched',
    ],
    ['a world of nothing', '\n  - { do: create-group, name: rg-shop }', ' []', '3 world: empty; list the steps'],
    [
      'Markdown in its summary',
      'What happens.',
      '"What **happens**."',
      '2 summary: is shown as plain text; leave out the Markdown',
    ],
  ])('with %s is refused', (_, found, replacement, message) => {
    expect(problemsOf(compileScenario, scenario.replace(found, replacement))).toStrictEqual([message]);
  });
});

describe('steps', () => {
  it.each([
    ['{ do: create-group, name: rg }'],
    ['{ do: create-group, name: rg, location: westeurope }'],
    ['{ do: create, kind: webApp, name: app, in: rg, systemAssigned: true, userAssigned: [id-app] }'],
    ['{ do: delete, name: vm }'],
    ['{ do: delete-group, name: rg }'],
    ['{ do: enable-system-assigned, on: vm }'],
    ['{ do: disable-system-assigned, on: vm }'],
    ['{ do: attach, identity: id-app, to: vm }'],
    ['{ do: detach, identity: id-app, from: vm }'],
    ['{ do: assign-role, role: Reader, to: vm, at: subscription }'],
    ['{ do: remove-role, role: Reader, from: vm, at: kv }'],
    ['{ do: set-secret, vault: kv, name: db, value: pears }'],
    ['{ do: create-container, account: st, name: photos }'],
    ['{ do: upload-blob, account: st, container: photos, name: a.txt, content: hello }'],
    [
      '{ do: request-token, from: vm, resource: "https://x", as: id-app, by: object-id, withoutProof: true, label: first }',
    ],
    ['{ do: call, from: vm, get: kv/secrets/db, token: first }'],
    ['{ do: call, from: vm, get: sql/db, statement: SELECT 1 }'],
    ['{ do: call, from: "repo:contoso/shop:pull_request", send: PUT, to: st/photos/a.txt, body: hello }'],
    ['{ do: call, from: laptop, get: st/photos/a.txt, token: key, by: Conny }'],
    ['{ do: get-access-token, resource: "https://x", label: mine, by: Conny }'],
    ['{ do: create, kind: keyVault, name: kv, in: rg, permissionModel: accessPolicies }'],
    ['{ do: create, kind: vmScaleSet, name: vmss, in: rg, upgradeMode: Manual }'],
    ['{ do: delete, name: vm, by: Conny }'],
    ['{ do: tag, on: vm, tags: { team: shop } }'],
    ['{ do: move, name: vm, to: rg }'],
    ['{ do: lock, at: rg, level: CanNotDelete, name: mine }'],
    ['{ do: unlock, at: rg }'],
    ['{ do: recover-vault, name: kv }'],
    ['{ do: federate, identity: id-app, with: aks/shop/orders, name: pod }'],
    ['{ do: service-account, cluster: aks, namespace: shop, name: orders, identity: id-app }'],
    ['{ do: user, name: Olga }'],
    ['{ do: group, name: Readers }'],
    ['{ do: add-member, group: Readers, member: Olga }'],
    ['{ do: power, on: vm, action: deallocate }'],
    ['{ do: fault, on: vm, fault: throttled, requests: 2 }'],
    ['{ do: fault, on: vm, fault: none }'],
    ['{ do: set-settings, on: app/staging, settings: { A: "1", B: null, C: "" }, sticky: [A] }'],
    ['{ do: swap, slot: app/staging }'],
    ['{ do: reference-identity, on: app, identity: SystemAssigned }'],
    ['{ do: reference, on: app, setting: A }'],
    ['{ do: delete-secret, vault: kv, name: db }'],
    ['{ do: permission-model, vault: kv, model: rbac }'],
    ['{ do: access-policy, vault: kv, to: vm, secrets: [] }'],
    ['{ do: firewall, on: kv, default: Deny, allow: [vm, 192.0.2.1], trustedServices: false, publicAccess: true }'],
    ['{ do: sql-admin, server: sql }'],
    ['{ do: cosmos-role, account: cosmos, role: reader, to: vm }'],
    ['{ do: advance, minutes: 10, hours: 1, days: 30 }'],
    ['{ do: set-role-delay, minutes: 0 }'],
  ])('%s is one', (step) => {
    expect(problemsOf(compileStarterWorld, `title: t\nsummary: s\npoints: []\nsteps:\n  - ${step}\n`)).toStrictEqual(
      [],
    );
  });

  it.each([
    ['{ do: fly }', '5 steps[0]: "fly" is not a step here; known are create-group, create, delete'],
    ['{ name: vm }', '5 steps[0]: {"name":"vm"} is not a step; begin it with `do:`'],
    ['delete', '5 steps[0]: "delete" is not a step; begin it with `do:`'],
    ['{ do: delete }', '5 steps[0].name: missing; name the resource'],
    ['{ do: delete, name: vm, force: true }', '5 steps[0].force: unknown field; known are do, name'],
    [
      '{ do: create, kind: webApp, name: app, in: rg, systemAssigned: yes }',
      '5 steps[0].systemAssigned: must be true or false; true for a host',
    ],
    ['{ do: advance }', '5 steps[0]: the clock does not move; give minutes, hours or days'],
    ['{ do: advance, minutes: 1.5 }', '5 steps[0].minutes: must be a whole number from 0; how many minutes'],
    ['{ do: set-role-delay, minutes: -1 }', '5 steps[0].minutes: must be a whole number from 0; how many minutes'],
    [
      '{ do: set-secret, vault: kv, name: db, value: 1234 }',
      '5 steps[0].value: must be text, and 1234 is not; put it in quotes',
    ],
    [
      '{ do: request-token, from: vm, resource: r, by: object-id }',
      '5 steps[0]: `by` says which id of `as` is used; add `as`',
    ],
    [
      '{ do: request-token, from: vm, resource: r, as: i, by: name }',
      '5 steps[0].by: "name" is not one of client-id, object-id, resource-id',
    ],
    ['{ do: call, from: vm }', '5 steps[0].get: missing; give an address, such as <vault>/secrets/<name>'],
    [
      '{ do: call, from: vm, send: GET, to: kv }',
      '5 steps[0].send: "GET" is not one of HEAD, PUT, POST, PATCH, DELETE',
    ],
    ['{ do: call, from: vm, send: PUT }', '5 steps[0].to: missing; give an address'],
    [
      '{ do: call, from: vm, send: PUT, to: kv, get: kv }',
      '5 steps[0].get: unknown field; known are do, from, send, to',
    ],
    ['{ do: call, from: vm, get: kv, body: x }', '5 steps[0].body: unknown field; known are do, from, get, statement'],
    ['{ do: delete, name: vm, by: "" }', '5 steps[0].by: empty; name the user who gives this step'],
    ['{ do: tag, on: vm, tags: [a] }', '5 steps[0].tags: must be a map; list the tags'],
    ['{ do: tag, on: vm }', '5 steps[0].tags: missing; list the tags'],
    ['{ do: tag, on: vm, tags: { a: 1 } }', '5 steps[0].tags.a: must be text, and 1 is not; put it in quotes'],
    ['{ do: set-settings, on: app, settings: { A: 1 } }', '5 steps[0].settings.A: must be text, or null to take'],
    ['{ do: lock, at: rg, level: Both }', '5 steps[0].level: "Both" is not one of CanNotDelete, ReadOnly'],
    ['{ do: fault, on: vm, fault: broken }', '5 steps[0].fault: "broken" is not one of throttled, updating'],
    [
      '{ do: access-policy, vault: kv, to: vm, secrets: [read] }',
      '5 steps[0].secrets[0]: "read" is not one of get, list',
    ],
    ['{ do: service-account, cluster: aks, name: a }', '5 steps[0].namespace: missing; name the namespace'],
    ['{ do: firewall, on: kv, allow: vm }', '5 steps[0].allow: must be a list; list who is let in'],
    ['{ do: federate, identity: id }', '5 steps[0].with: missing; give a pod as'],
  ])('%s is none', (step, message) => {
    const [problem] = problemsOf(compileStarterWorld, `title: t\nsummary: s\npoints: []\nsteps:\n  - ${step}\n`);
    expect(problem).toContain(message);
  });
});

describe('expectations', () => {
  const expecting = (expectation: string) => scenario.replace('{ failure: unreachable }', expectation);

  it.each([
    ['{ status: 200 }'],
    ['{ status: 400, contains: Identity not found, fromCache: false }'],
    ['{ failure: nameNotResolved }'],
    ['{ claim: aud, is: "https://vault.azure.net" }'],
    ['{ claim: xms_az_rid, is: null }'],
    ['{ claim: oid, idOf: vm-web, id: principal }'],
    ['{ count: orphaned-assignments, is: 1 }'],
    ['{ exists: vm-web, is: false }'],
    ['{ identity: vm-web, is: "SystemAssigned, UserAssigned" }'],
    ['{ newPrincipal: vm-web, is: true }'],
  ])('%s is one', (expectation) => {
    expect(problemsOf(compileScenario, expecting(expectation))).toStrictEqual([]);
  });

  it.each([
    [
      '{ state: 200 }',
      '8 expect[0]: {"state":200} is not an expectation; begin it with status, failure, claim, count, exists, identity or newPrincipal',
    ],
    ['{ status: ok }', '8 expect[0].status: must be an HTTP status, such as 200'],
    ['{ status: 20 }', '8 expect[0].status: must be an HTTP status, such as 200'],
    [
      '{ claim: aud }',
      "8 expect[0].is: missing; give the claim's value, or null where it is absent; or write idOf and id",
    ],
    ['{ claim: aud, idOf: vm }', '8 expect[0].id: missing; say which of its ids: principal, client, resource'],
    [
      '{ count: cats, is: 1 }',
      '8 expect[0].count: "cats" is not one of principals, deleted-principals, role-assignments, orphaned-assignments, live-tokens, hosts',
    ],
    ['{ exists: vm, is: "yes" }', '8 expect[0].is: must be true or false; true where it exists'],
    [
      '{ identity: vm, is: Both }',
      '8 expect[0].is: "Both" is not one of None, SystemAssigned, UserAssigned, SystemAssigned, UserAssigned',
    ],
  ])('%s is none', (expectation, message) => {
    expect(problemsOf(compileScenario, expecting(expectation))).toStrictEqual([message]);
  });
});
