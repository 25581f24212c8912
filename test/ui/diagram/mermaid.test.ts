import { expect, it } from 'vitest';
import { playScene } from '#app/flow/play-scene.ts';
import { mermaidOf } from '#ui/diagram/mermaid.ts';
import { planFlow } from '#ui/diagram/plan-flow.ts';
import * as flows from '#test/app/flow/scenarios.ts';

it('prints a flow as a Mermaid sequence diagram', () => {
  expect(mermaidOf(planFlow(playScene(flows.cached)).picture, 'From the cache')).toMatchInlineSnapshot(`
    "sequenceDiagram
      accTitle: From the cache
      accDescr: Messages between application, IMDS, Microsoft Entra ID and kv-shop. The same steps are in the list.
      autonumber
      participant p1 as application (vm-web)
      participant p2 as IMDS (vm-web)
      participant p3 as Microsoft Entra ID
      participant p4 as kv-shop
      p1->>p2: The application on vm-web asks IMDS for a token
      p2->>p3: IMDS signs in to Microsoft Entra ID as vm-web
      p3-->>p2: Microsoft Entra ID issues a token
      p2-->>p1: IMDS hands the token to the application
      Note over p1,p4: 30 minutes pass
      p1->>p2: The application on vm-web asks IMDS for a token
      p2-->>p1: IMDS answers from its cache
    "
  `);
});

it('crosses out a message that is lost', () => {
  expect(mermaidOf(planFlow(playScene(flows.fromLaptop)).picture, 'From a laptop; in vain #1')).toMatchInlineSnapshot(`
    "sequenceDiagram
      accTitle: From a laptop, in vain #35;1
      accDescr: Messages between application, IMDS, Microsoft Entra ID and kv-shop. The same steps are in the list.
      autonumber
      participant p1 as application (laptop)
      participant p2 as IMDS (vm-web)
      participant p3 as Microsoft Entra ID
      participant p4 as kv-shop
      p1-xp2: The code on the laptop asks IMDS for a token
      Note right of p1: Nobody answers
    "
  `);
});
