import { render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { playScene } from '#app/flow/play-scene.ts';
import { loadScenario, scenarios } from '#content/collections.ts';
import { layOut } from '#ui/diagram/layout.ts';
import { planFlow } from '#ui/diagram/plan-flow.ts';
import { Drawing } from '#ui/diagram/Sequence.tsx';
import { standalone } from '#ui/flow/export/standalone.ts';
import { openTheatre } from './theatre.tsx';

describe('as SVG', () => {
  it.each(scenarios)('$id is well-formed and complete', async ({ id }) => {
    const scenario = await loadScenario(id);
    const plan = planFlow(playScene(scenario));
    const { picture } = plan;
    const layout = layOut(picture, { width: 1180, height: null });
    if (layout === null) throw new Error('The picture has no room.');
    const { container } = render(
      <Drawing plan={plan} layout={layout} position={picture.rows.length} marked={false} fresh={false} />,
    );
    const drawn = container.querySelector('svg');
    if (drawn === null) throw new Error('Nothing is drawn.');
    const size = { width: layout.width, height: layout.height };
    const text = standalone(drawn, { title: scenario.title, picture, ...size }, (colour) => colour);
    const file = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(file.querySelector('parsererror')).toBeNull();
    expect(file.documentElement.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(file.querySelector('title')?.textContent).toBe(scenario.title);
    const named = [...file.querySelectorAll('g > title')].map((title) => title.textContent ?? '');
    // Shapes have titles of their own.
    const titles = named.filter((title) => /^\d+\. /.test(title));
    expect(titles).toEqual(picture.rows.map(({ title }, index) => `${index + 1}. ${title}`));
    // Labels may be broken into lines, and long ones cut in their middle.
    const shown = file.documentElement.textContent?.replaceAll(/\s/g, '') ?? '';
    for (const { label } of picture.rows) {
      const [first = ''] = label.split(' ');
      expect(shown, scenario.id).toContain(first);
    }
    expect(text).not.toMatch(/class=|style=|var\(|data-row/);
    expect(Number(file.documentElement.getAttribute('height'))).toBeGreaterThan(layout.height);
  });
});

describe('the menu', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('has three ways, moved through by arrows, and gives the focus back', async () => {
    const theatre = await openTheatre('/flow?step=1');
    await screen.findByRole('button', { name: 'Play' });
    await theatre.press('Take the picture along');
    const items = screen.getAllByRole('menuitem');
    expect(items.map((item) => item.textContent)).toEqual(['SVG picture', 'PNG picture', 'Mermaid text']);
    expect(items[0]).toHaveFocus();
    await theatre.user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(items[2]).toHaveFocus();
    expect(theatre.currentStep()).toContain('asks IMDS');
    await theatre.user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Take the picture along' })).toHaveFocus();
  });

  it('hands out a file named by its scenario', async () => {
    const saved: { name: string; text: Promise<string> }[] = [];
    let content: Blob | null = null;
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      content = blob as Blob;
      return 'blob:1';
    });
    vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {});
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function save(this: HTMLAnchorElement) {
      if (content !== null) saved.push({ name: this.download, text: content.text() });
    });
    const theatre = await openTheatre('/flow?scenario=no-role');
    await screen.findByRole('button', { name: 'Play' });
    await theatre.press('Take the picture along');
    await theatre.user.click(screen.getByRole('menuitem', { name: 'Mermaid text' }));
    expect(saved[0]?.name).toBe('no-role.mmd');
    expect(await saved[0]?.text).toMatch(/^sequenceDiagram\n {2}accTitle: Title of no-role\n/);
    expect(theatre.announced()).toBe('no-role.mmd is in your downloads.');
    await theatre.press('Take the picture along');
    await theatre.user.click(screen.getByRole('menuitem', { name: 'SVG picture' }));
    await vi.waitFor(() => expect(saved[1]?.name).toBe('no-role.svg'), { timeout: 10_000 });
    expect(await saved[1]?.text).toContain('<svg');
  });
});
