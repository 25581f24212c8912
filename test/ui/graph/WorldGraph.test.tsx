import { act, render, screen, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WorldGraph as Graph } from '#app/world/graph/model.ts';
import { worldGraph } from '#app/world/graph/world-graph.ts';
import { undo, type World } from '#domain/timeline/timeline.ts';
import { runScript } from '#domain/script/run.ts';
import type { Step } from '#domain/script/script.ts';
import { graphOf, sharedShop, worldOf } from '#test/app/graph/worlds.ts';
import { Announcer } from '#ui/kit/Announcer.tsx';
import { WorldGraph, type WorldGraphProps } from '#ui/graph/WorldGraph.tsx';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const web = 'vm-web, virtual machine, system-assigned identity on, uses id-shop-reader';
const webPrincipal = 'vm-web, service principal, system-assigned';
const secretsUser = 'Key Vault Secrets User, role assignment of vm-web at kv-shop, effective since 09:05';

/** A place that keeps the selection, as the sandbox does. */
function Place({ graph, ...props }: { readonly graph: Graph } & Partial<WorldGraphProps>) {
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <Announcer>
      <WorldGraph graph={graph} selectedId={selected} onSelect={setSelected} {...props} />
      <button type="button">After</button>
    </Announcer>
  );
}

function show(world: World, props: Partial<WorldGraphProps> = {}) {
  const { rerender } = render(<Place graph={worldGraph(world.state)} {...props} />);
  const after = (next: World) => {
    rerender(<Place graph={worldGraph(next.state)} {...props} />);
    return next;
  };
  return { after };
}

/** Without the check whether every parent lets the pointer through: it takes most of a test's time. */
function newLearner() {
  return userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
}

function thing(name: string): Element {
  return screen.getByRole('button', { name });
}

function everySecond(): void {
  vi.useFakeTimers();
}

/** Each step sets the timer of the next one when it is shown: time passes in slices. */
function pass(milliseconds: number): void {
  for (let passed = 0; passed < milliseconds; passed += 20) act(() => void vi.advanceTimersByTime(20));
}

/** Lets the motion come to its end. */
function finish(): void {
  pass(6000);
}

const deletion: readonly Step[] = [{ do: 'delete', name: 'vm-web' }];

describe('the picture', () => {
  it('names everything in it', () => {
    show(worldOf(...sharedShop));
    const picture = screen.getByRole('group', { name: 'The world' });
    const names = within(picture)
      .getAllByRole('button')
      .map((element) => element.getAttribute('aria-label'));
    expect(names).toEqual([
      'Subscription',
      'rg-shop, resource group, westeurope',
      'app-shop, web app, system-assigned identity off, uses id-shop-reader',
      web,
      'id-shop-reader, user-assigned identity, used by app-shop and vm-web',
      'kv-shop, key vault, 1 role assignment',
      'stshopimages, storage account, 1 role assignment',
      webPrincipal,
      'id-shop-reader, service principal, user-assigned',
      'Storage Blob Data Reader, role assignment of id-shop-reader at stshopimages, effective since 09:05',
      secretsUser,
    ]);
  });

  it('is one stop of the Tab key, and arrow keys walk through it', async () => {
    const learner = newLearner();
    show(worldOf(...sharedShop));
    await learner.tab();
    expect(thing('Subscription')).toHaveFocus();
    await learner.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(thing(web)).toHaveFocus();
    await learner.keyboard('{ArrowDown}');
    expect(thing(webPrincipal)).toHaveFocus();
    await learner.tab({ shift: true });
    await learner.tab();
    expect(thing(webPrincipal)).toHaveFocus();
    await learner.keyboard('{Home}');
    expect(thing('Subscription')).toHaveFocus();
  });

  it('selects by Enter, by Space and by a click, and lets go by Escape', async () => {
    const learner = newLearner();
    show(worldOf(...sharedShop));
    await learner.tab();
    await learner.keyboard('{ArrowDown}{Enter}');
    expect(thing('rg-shop, resource group, westeurope')).toHaveAttribute('aria-pressed', 'true');
    await learner.click(thing(secretsUser));
    expect(thing(secretsUser)).toHaveAttribute('aria-pressed', 'true');
    expect(thing('rg-shop, resource group, westeurope')).toHaveAttribute('aria-pressed', 'false');
    await learner.keyboard('{Escape}');
    expect(screen.queryByRole('button', { pressed: true })).not.toBeInTheDocument();
    await learner.keyboard(' ');
    expect(screen.getByRole('button', { pressed: true })).toHaveFocus();
  });

  it('shows the role, the scope and the time of a role under the pointer', async () => {
    const learner = newLearner();
    show(worldOf(...sharedShop.slice(0, -1)));
    await learner.hover(screen.getByRole('button', { name: /^Key Vault Secrets User/ }));
    expect(screen.getByText('not yet effective, by 09:05')).toBeVisible();
    expect(screen.getByText('Scope').nextSibling).toHaveTextContent('kv-shop');
  });

  it('says what belongs where while there is nothing', () => {
    render(<Place graph={graphOf()} />);
    expect(screen.getByText('Nothing is here yet: create a resource group, then something in it.')).toBeVisible();
    expect(screen.getByText('Microsoft Entra ID')).toBeVisible();
  });

  it('zooms and fits by keys and by buttons', async () => {
    const learner = newLearner();
    show(worldOf(...sharedShop));
    const scale = () =>
      Number(/scale\(([\d.]+)\)/.exec(screen.getByRole('group', { name: 'The world' }).innerHTML)?.[1]);
    const fitted = scale();
    await learner.tab();
    await learner.keyboard('+');
    expect(scale()).toBeGreaterThan(fitted);
    await learner.click(thing('Show everything'));
    expect(scale()).toBe(fitted);
    await learner.click(thing('Zoom in'));
    await learner.click(thing('Zoom in'));
    expect(scale()).toBeGreaterThan(fitted);
    await learner.click(thing('Move right'));
    await learner.click(thing('Zoom out'));
    await learner.click(thing('Zoom out'));
    expect(scale()).toBeCloseTo(fitted);
  });

  it('explains its shapes when asked', async () => {
    const learner = newLearner();
    show(worldOf());
    await learner.click(thing('What the shapes mean'));
    const legend = screen.getByRole('region', { name: 'What the shapes mean' });
    expect(within(legend).getByText('Its principal is gone: Identity not found')).toBeVisible();
    await learner.click(thing('Close'));
    expect(legend).not.toBeInTheDocument();
  });
});

describe('the list', () => {
  it('says the same as the picture', async () => {
    const learner = newLearner();
    show(worldOf(...sharedShop, ...deletion));
    await learner.click(thing('Show as a list'));
    const list = screen.getByRole('group', { name: 'The world as a list' });
    const lines = within(list)
      .getAllByRole('button')
      .map((element) => element.textContent);
    expect(lines).toEqual([
      'rg-shop resource group, westeurope',
      'app-shop web app, system-assigned identity off, uses id-shop-reader',
      'id-shop-reader user-assigned identity, used by app-shop',
      'kv-shop key vault',
      'Key Vault Secrets User Identity not found, was vm-web, the assignment stays, and nobody can use it',
      'stshopimages storage account',
      'Storage Blob Data Reader of id-shop-reader, effective since 09:05',
      'id-shop-reader service principal, user-assigned',
      'Storage Blob Data Reader at stshopimages, effective since 09:05',
      'vm-web deleted service principal, purged on 1 April 2026',
      'Key Vault Secrets User at kv-shop, the assignment stays, and nobody can use it',
    ]);
  });

  it('shares the selection with the picture', async () => {
    const learner = newLearner();
    show(worldOf(...sharedShop));
    await learner.click(thing(web));
    await learner.click(thing('Show as a list'));
    expect(screen.getByRole('button', { pressed: true })).toHaveTextContent('vm-web virtual machine');
    await learner.click(thing('Show as a picture'));
    expect(thing(web)).toHaveAttribute('aria-pressed', 'true');
  });

  it('takes the place of the picture where that has no room', () => {
    vi.stubGlobal('ResizeObserver', NoObserver);
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(360);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
    show(worldOf(...sharedShop));
    expect(screen.getByRole('group', { name: 'The world as a list' })).toBeVisible();
    expect(screen.queryByRole('group', { name: 'The world' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show as a picture' })).not.toBeInTheDocument();
  });
});

class NoObserver {
  observe(): void {}
  disconnect(): void {}
}

describe('a change', () => {
  const before = worldOf(...sharedShop);

  it('takes the host away first, then its principal, then the end of its role', () => {
    everySecond();
    show(before).after(runScript(before, deletion));
    expect(thing(web)).toBeInTheDocument();
    pass(400);
    expect(screen.queryByRole('button', { name: /^vm-web, virtual machine/ })).not.toBeInTheDocument();
    expect(thing(webPrincipal)).toBeInTheDocument();
    pass(800);
    expect(screen.queryByRole('button', { name: webPrincipal })).not.toBeInTheDocument();
    expect(thing('vm-web, deleted service principal, purged on 1 April 2026')).toBeInTheDocument();
    expect(screen.queryByText('Identity not found')).not.toBeInTheDocument();
    finish();
    expect(screen.getByText('Identity not found')).toBeVisible();
    expect(
      thing('Key Vault Secrets User, orphaned role assignment at kv-shop, Identity not found, was vm-web'),
    ).toBeInTheDocument();
  });

  it('is spoken once and stays to be read', () => {
    everySecond();
    show(before).after(runScript(before, deletion));
    const spoken = screen.getByRole('status').textContent;
    expect(spoken).toMatch(/^vm-web is gone, and its system-assigned identity with it\./);
    finish();
    expect(screen.getByRole('status')).toHaveTextContent(spoken);
    expect(screen.getByText('id-shop-reader let go of vm-web and stays.')).toBeInTheDocument();
  });

  it('is not spoken where the place around speaks', () => {
    show(before, { announced: false }).after(runScript(before, deletion));
    expect(screen.getByRole('status')).toHaveTextContent(/^$/);
  });

  it('is there at once, and marked, where motion is not wanted', () => {
    everySecond();
    vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
    show(before).after(runScript(before, deletion));
    expect(screen.queryByRole('button', { name: /^vm-web, virtual machine/ })).not.toBeInTheDocument();
    expect(screen.getByText('Identity not found')).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('vm-web is gone');
  });

  it('shows the way back at once', () => {
    everySecond();
    const deleted = runScript(before, deletion);
    show(deleted).after(undo(deleted));
    expect(thing(web)).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('The world is as it was before.');
  });

  it('goes on from where the last one led when it comes too soon', () => {
    everySecond();
    const { after } = show(before);
    const deleted = after(runScript(before, deletion));
    pass(200);
    after(runScript(deleted, [{ do: 'delete', name: 'app-shop' }]));
    expect(screen.queryByRole('button', { name: /^vm-web, virtual machine/ })).not.toBeInTheDocument();
    finish();
    expect(screen.queryByRole('button', { name: /^app-shop/ })).not.toBeInTheDocument();
    expect(thing('id-shop-reader, user-assigned identity, used by no host')).toBeInTheDocument();
  });

  it('hands the focus on when what had it is gone', async () => {
    const { after } = show(before, { motion: 'none' });
    await newLearner().tab();
    act(() => (thing(web) as SVGElement).focus());
    after(runScript(before, deletion));
    expect(document.activeElement).toHaveAccessibleName(/app-shop/);
  });
});
