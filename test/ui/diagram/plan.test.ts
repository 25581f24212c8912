import { expect, it } from 'vitest';
import { playScene } from '#app/flow/play-scene.ts';
import { planDiagram } from '#ui/diagram/plan-diagram.ts';
import { planFlow } from '#ui/diagram/plan-flow.ts';
import type { Plan } from '#ui/diagram/plan.ts';
import type { Row } from '#ui/diagram/picture.ts';
import * as flows from '#test/app/flow/scenarios.ts';

/** A plan as lines to be read: each frame with its row, what flew and who holds a token. */
function linesOf({ picture, frames }: Plan): readonly string[] {
  return frames.map(({ visible, current, flies, holders, bystanders }) => {
    const row = current === null ? undefined : picture.rows[current];
    return [
      `${visible} ${row === undefined ? 'nothing yet' : wordsOf(row)}`,
      ...(flies === null ? [] : [`${flies.carries} flies`]),
      ...holders.map(({ lane, token }) => `${lane} holds ${Math.round(token.life * 100)} %`),
      ...bystanders.map((lane) => `${lane} not reached`),
    ].join(' | ');
  });
}

function wordsOf(row: Row): string {
  if (row.kind === 'pause') return `-- ${row.label} --`;
  if (row.kind === 'silence') return `${row.from} ...${row.label}`;
  const arrow = row.line === 'solid' ? '->' : '<-';
  const end =
    row.verdict === null ? '' : ` [${row.verdict.allowed ? 'allowed' : 'refused'} ${row.verdict.status ?? ''}]`;
  return `${row.from} ${arrow} ${row.to}${row.lost ? ' (lost)' : ''}: ${row.label}${end}`;
}

it('a token travels from Entra ID to the application and on to the vault', () => {
  expect(linesOf(planFlow(playScene(flows.allowed)))).toMatchInlineSnapshot(`
    [
      "0 nothing yet",
      "1 host1/application -> host1/endpoint: asks for a token | request flies",
      "2 host1/endpoint -> entra: signs in as vm-web | request flies",
      "3 entra <- host1/endpoint: issues a token | token flies | host1/endpoint holds 100 %",
      "4 host1/endpoint <- host1/application: hands it over | token flies | host1/endpoint holds 100 % | host1/application holds 100 %",
      "5 host1/application -> target1: reads db-password | token flies | host1/endpoint holds 100 % | host1/application holds 100 %",
      "6 target1 <- host1/application: the secret [allowed 200] | response flies | host1/endpoint holds 100 % | host1/application holds 100 %",
    ]
  `);
});

it('a refusal ends at the endpoint, and Entra ID is not reached', () => {
  expect(linesOf(planFlow(playScene(flows.severalIdentities)))).toMatchInlineSnapshot(`
    [
      "0 nothing yet",
      "1 host1/application -> host1/endpoint: asks for a token | request flies",
      "2 host1/endpoint <- host1/application: which identity? [refused 400] | response flies | entra not reached",
    ]
  `);
});

it('a second request is answered from the cache, with a token that has aged', () => {
  expect(linesOf(planFlow(playScene(flows.cached)))).toMatchInlineSnapshot(`
    [
      "0 nothing yet",
      "1 host1/application -> host1/endpoint: asks for a token | request flies",
      "2 host1/endpoint -> entra: signs in as vm-web | request flies",
      "3 entra <- host1/endpoint: issues a token | token flies | host1/endpoint holds 100 %",
      "4 host1/endpoint <- host1/application: hands it over | token flies | host1/endpoint holds 100 % | host1/application holds 100 %",
      "5 -- 30 minutes pass -- | host1/endpoint holds 98 % | host1/application holds 98 %",
      "6 host1/application -> host1/endpoint: asks for a token | request flies | host1/endpoint holds 98 % | host1/application holds 98 %",
      "7 host1/endpoint <- host1/application: the same token | token flies | host1/endpoint holds 98 % | host1/application holds 98 % | target1 not reached",
    ]
  `);
});

it('a request from a laptop is lost on the way', () => {
  expect(linesOf(planFlow(playScene(flows.fromLaptop)))).toMatchInlineSnapshot(`
    [
      "0 nothing yet",
      "1 laptop/application -> host1/endpoint (lost): asks for a token | request flies",
      "2 laptop/application ...no answer | host1/endpoint not reached | entra not reached | target1 not reached",
    ]
  `);
});

it('who is drawn: lanes, borders around them, principals and roles', () => {
  const { lanes, enclosures, roles } = planFlow(playScene(flows.identityOff)).picture;
  expect([
    ...lanes.map(({ id, head, reached }) => `${id}: ${head.kind} ${head.label}${reached ? '' : ' (bystander)'}`),
    ...lanes.flatMap(({ head }) =>
      head.kind === 'principals'
        ? head.seals.map(({ name, of, deleted }) => `seal ${name}, ${of}, ${deleted ?? 'alive'}`)
        : [],
    ),
    ...enclosures.map(({ kind, label, lanes: inside }) => `${kind} ${label} around ${inside.join(' and ')}`),
    ...roles.map(({ lane, role, state }) => `role ${role ?? 'none'} on ${lane}, ${state}`),
  ]).toMatchInlineSnapshot(`
    [
      "host1/application: station application",
      "host1/endpoint: station IMDS",
      "entra: principals Microsoft Entra ID (bystander)",
      "target1: target kv-shop",
      "seal vm-web, system, purged on 1 Apr 2026",
      "host vm-web around host1/application and host1/endpoint",
      "tenant Microsoft Entra ID around entra",
      "role Key Vault Secrets User on target1, orphaned",
    ]
  `);
});

it('a principal without a role on the target is marked as such', () => {
  const { roles } = planFlow(playScene(flows.noRole)).picture;
  expect(roles.map(({ role }) => role)).toEqual([null]);
});

it('a diagram of a lesson has the same shape', () => {
  const plan = planDiagram({
    title: 'A visit',
    description: 'You knock and are let in.',
    participants: [
      { id: 'A', label: 'You' },
      { id: 'B', label: 'The house' },
    ],
    messages: [
      { from: 'A', to: 'B', text: 'Knock', line: 'solid' },
      { from: 'B', to: 'A', text: 'Come in', line: 'dashed' },
    ],
  });
  expect(linesOf(plan)).toEqual([
    '0 nothing yet',
    '1 A -> B: Knock | request flies',
    '2 B <- A: Come in | response flies',
  ]);
  expect(plan.picture.rows.map(({ title }) => title)).toEqual(['You → The house: Knock', 'The house → You: Come in']);
  expect(plan.picture.description).toBe('You knock and are let in.');
});
