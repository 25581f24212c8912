import { describe, expect, it } from 'vitest';
import { playScene } from '#app/flow/play-scene.ts';
import { layOut, type Layout, type Room } from '#ui/diagram/layout.ts';
import type { Picture } from '#ui/diagram/picture.ts';
import { planDiagram } from '#ui/diagram/plan-diagram.ts';
import { planFlow } from '#ui/diagram/plan-flow.ts';
import * as flows from '#test/app/flow/scenarios.ts';

const pictureOf = (flow: typeof flows.allowed): Picture => planFlow(playScene(flow)).picture;

function laidOut(picture: Picture, room: Room): Layout {
  const layout = layOut(picture, room);
  if (layout === null) throw new Error(`${room.width} is too narrow.`);
  return layout;
}

/** From left to right without touching, within the picture. */
function expectApart({ lanes, width, enclosures }: Layout): void {
  const heads = [...lanes.values()].map(({ head }) => head);
  for (const [index, head] of heads.entries()) {
    const before = heads[index - 1];
    if (before !== undefined) expect(head.x).toBeGreaterThanOrEqual(before.x + before.width);
    expect(head.x).toBeGreaterThanOrEqual(0);
    expect(head.x + head.width).toBeLessThanOrEqual(width);
  }
  for (const { box } of enclosures) expect(box.x + box.width).toBeLessThanOrEqual(width);
}

describe.each(flows.scenarios.map((flow): [string, Picture] => [flow.id, pictureOf(flow)]))('%s', (_, picture) => {
  it.each([1400, 960, 700, 640, 360, 272])('stands apart at a width of %i', (width) => {
    expectApart(laidOut(picture, { width, height: null }));
  });

  it('has its steps one below the other, above the foot of the picture', () => {
    const { rows, bottom, height } = laidOut(picture, { width: 900, height: null });
    const levels = rows.map(({ y }) => y);
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    expect(rows).toHaveLength(picture.rows.length);
    expect(Math.max(...levels)).toBeLessThan(bottom);
    expect(bottom).toBeLessThan(height);
  });
});

it('uses words where there is room and marks where there is little', () => {
  const picture = pictureOf(flows.allowed);
  expect(laidOut(picture, { width: 900, height: null }).compact).toBe(false);
  expect(laidOut(picture, { width: 640, height: null })).toMatchObject({ compact: true, spelled: true });
  expect(laidOut(picture, { width: 300, height: null })).toMatchObject({ compact: true, spelled: false });
});

it('keeps to a height as long as messages stay legible', () => {
  const picture = pictureOf(flows.allowed);
  const high = laidOut(picture, { width: 900, height: 600 });
  const low = laidOut(picture, { width: 900, height: 460 });
  expect(high.height).toBeLessThanOrEqual(600);
  expect(low.height).toBeLessThanOrEqual(460);
  expect(low.rowHeight).toBeLessThan(high.rowHeight);
  expect(laidOut(picture, { width: 900, height: 100 }).rowHeight).toBeGreaterThan(30);
});

it('stops a lost message before the border around its receiver', () => {
  const { rows, enclosures, lanes } = laidOut(pictureOf(flows.fromLaptop), { width: 900, height: null });
  const machine = enclosures[1]?.box;
  const [sent] = rows;
  expect(sent?.from).toBe(lanes.get('laptop/application')?.x);
  expect(sent?.to).toBeGreaterThan(sent?.from ?? 0);
  expect(sent?.to).toBeLessThan(machine?.x ?? 0);
});

it('leaves a diagram of words to its list where it is too narrow', () => {
  const names = ['Developer', 'Settings of vm-web', 'Application', 'Microsoft Entra ID', 'kv-shop'];
  const { picture } = planDiagram({
    title: 'Five',
    description: 'Five lanes.',
    participants: names.map((label) => ({ id: label, label })),
    messages: [{ from: 'Developer', to: 'kv-shop', text: 'Hello', line: 'solid' }],
  });
  expect(layOut(picture, { width: 640, height: null })?.compact).toBe(false);
  expect(layOut(picture, { width: 320, height: null })).toBeNull();
});
