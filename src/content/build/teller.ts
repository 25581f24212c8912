import type { FigureName, LiveWorld, Scenario, Told, ToldStep, ToldWorld } from '../types.ts';
import type { KeyedBlock, KeyedScenario } from './keyed.ts';
import type { Spot } from './problem.ts';
import type { Report } from './report.ts';

/** Says in words what only the engine knows. Handed in: the content knows neither the app nor its words. */
export interface Teller {
  readonly scenario: (scenario: Scenario) => readonly ToldStep[];
  readonly world: (world: LiveWorld) => ToldWorld;
  readonly figure: (name: FigureName) => Told;
}

/** What is told, as a field to spread; nothing where nobody tells. What the engine cannot play is the author's to mend. */
export function told<Words>(report: Report, spot: Spot, tell: () => Words | undefined): { readonly told?: Words } {
  try {
    const words = tell();
    return words === undefined ? {} : { told: words };
  } catch (error) {
    report.problem(spot, `cannot be played: ${error instanceof Error ? error.message : String(error)}`);
    return {};
  }
}

/** Gives the flows among the blocks the words of their scenarios, as far as they go. */
export function withFlowsTold(
  blocks: readonly KeyedBlock[],
  scenarios: ReadonlyMap<string, KeyedScenario>,
): readonly KeyedBlock[] {
  return blocks.map((block): KeyedBlock => {
    switch (block.type) {
      case 'flow': {
        const { title, told: steps } = scenarios.get(block.scenario) ?? {};
        if (title === undefined || steps === undefined) return block;
        return { ...block, told: { title, steps: steps.slice(0, block.upTo) } };
      }
      case 'aside':
      case 'quote':
        return { ...block, children: withFlowsTold(block.children, scenarios) };
      case 'list':
        return { ...block, items: block.items.map((item) => withFlowsTold(item, scenarios)) };
      default:
        return block;
    }
  });
}
