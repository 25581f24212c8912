import type { Group, Summary } from '#content/types.ts';

/** Scenarios that stand together under a title. */
export interface ScenarioGroup {
  readonly id: string;
  readonly title: string;
  readonly scenarios: readonly Summary[];
}

/**
 * The scenarios in their groups, in order; those in no group come last, under no title. With `wanted`, only those
 * whose title or summary has each of its words.
 */
export function groupScenarios(
  scenarios: readonly Summary[],
  groups: readonly Group[],
  wanted = '',
): readonly ScenarioGroup[] {
  const words = wanted
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = scenarios.filter(({ title, summary }) => {
    const text = `${title} ${summary}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const grouped = groups.map(({ id, title, of }): ScenarioGroup => ({
    id,
    title,
    scenarios: of.flatMap((each) => found.find((scenario) => scenario.id === each) ?? []),
  }));
  const listed = new Set(groups.flatMap(({ of }) => of));
  const others = { id: '', title: '', scenarios: found.filter(({ id }) => !listed.has(id)) };
  return [...grouped, others].filter((group) => group.scenarios.length > 0);
}
