import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, it } from 'vitest';
import { playScene } from '#app/flow/play-scene.ts';
import { loadContent } from '#content/build/load.ts';
import type { RawDiagram } from '#content/build/mermaid/diagram.ts';
import { mermaidOf } from '#ui/diagram/mermaid.ts';
import { planFlow } from '#ui/diagram/plan-flow.ts';

interface Answer {
  readonly diagram?: RawDiagram;
  readonly error?: { readonly message: string };
}

/** The thread in which Mermaid's own grammar reads: it answers in the order in which it is asked. */
const mermaid = new Worker(path.resolve('src/content/build/mermaid/worker.mjs'));
afterAll(() => mermaid.terminate());

function parsed(source: string): Promise<Answer> {
  return new Promise((resolve) => {
    mermaid.once('message', resolve);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    mermaid.postMessage({ id: 1, source });
  });
}

it('Mermaid itself reads the exported text of every scenario, with all its participants and steps', async () => {
  const { scenarios } = await loadContent(process.cwd());
  expect(scenarios.length).toBeGreaterThan(20);
  for (const scenario of scenarios) {
    const { picture } = planFlow(playScene(scenario));
    const { diagram, error } = await parsed(mermaidOf(picture, scenario.title));
    expect(error?.message, scenario.id).toBeUndefined();
    expect(diagram?.title).toBe(scenario.title.replaceAll(';', ','));
    expect(diagram?.participants.map(({ label }) => label)).toHaveLength(picture.lanes.length);
    const said = diagram?.messages.map(({ text }) => text).filter((text) => text !== '') ?? [];
    expect(said, scenario.id).toEqual(picture.rows.map(({ title }) => title.replaceAll(';', ',')));
  }
});
