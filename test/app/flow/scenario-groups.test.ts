import { expect, it } from 'vitest';
import { groupScenarios } from '#app/flow/scenario-groups.ts';

const scenarios = [
  { id: 'a', title: 'No role', summary: 'The vault answers 403.' },
  { id: 'b', title: 'No identity', summary: 'The endpoint answers 400.' },
  { id: 'c', title: 'Alone', summary: 'In no group.' },
];
const groups = [
  { id: 'endpoint', title: 'The endpoint', of: ['b'] },
  { id: 'target', title: 'The target', of: ['a'] },
];
const ids = (wanted?: string) =>
  groupScenarios(scenarios, groups, wanted).map(({ title, scenarios: of }) => [title, of.map(({ id }) => id)]);

it('puts scenarios into their groups, and those of none last', () => {
  expect(ids()).toEqual([
    ['The endpoint', ['b']],
    ['The target', ['a']],
    ['', ['c']],
  ]);
});

it('finds those that have every word, in title or summary, and leaves out empty groups', () => {
  expect(ids('NO 403')).toEqual([['The target', ['a']]]);
  expect(ids('nothing like it')).toEqual([]);
});
