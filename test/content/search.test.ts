import { describe, expect, it } from 'vitest';
import { openSearch } from '#app/search/search.ts';
import type { Findings } from '#app/search/search.ts';
import { plainTextOf } from '#content/build/inline.ts';
import { loadContent } from '#content/build/load.ts';
import { searchData, searchEntries } from '#content/build/search.ts';
import { azCommands } from '#domain/cli/az/table.ts';
import type { SearchEntry, SearchKind } from '#content/search.ts';
import { searchTables } from '../../src/search-tables.ts';

const lesson = (id: string, section: string | null, title: string, text: string): SearchEntry => ({
  kind: 'lesson',
  title,
  within: section === null ? '' : `Lesson ${id}`,
  text,
  target: { to: 'lesson', id, section },
});

const entries: readonly SearchEntry[] = [
  lesson('system', null, 'System-assigned', 'It lives and dies with its host.'),
  lesson('system', 'turning-off', 'Turning it off', 'A system-assigned identity is deleted for good.'),
  lesson('user', null, 'User-assigned', 'It stands by itself, and is attached to hosts.'),
  lesson('access', 'refused', 'When it is refused', 'The vault answers 403, ForbiddenByRbac, until the role acts.'),
  {
    kind: 'rule',
    title: 'IMDS-04',
    within: 'The metadata service',
    text: 'Without Metadata: true the answer is 400.',
    target: { to: 'rule', id: 'IMDS-04' },
  },
  {
    kind: 'rule',
    title: 'IMDS-05',
    within: 'The metadata service',
    text: 'See IMDS-04. Only GET is answered.',
    target: { to: 'rule', id: 'IMDS-05' },
  },
  {
    kind: 'scenario',
    title: 'No role',
    within: '',
    text: 'Refused by the vault.',
    target: { to: 'scenario', id: 'no-role' },
  },
  {
    kind: 'question',
    title: 'Which identity was deleted?',
    within: 'First steps',
    text: '',
    target: { to: 'quiz', id: 'first', question: 'which' },
  },
  {
    kind: 'command',
    title: 'az identity create',
    within: '',
    text: 'Create an identity.',
    target: { to: 'address', href: '/sandbox' },
  },
  ...Array.from({ length: 9 }, (_, at) => lesson('many', `part-${at}`, `Part ${at}`, 'Pears and plums.')),
];

const { find } = await openSearch(searchData(entries));
const hrefs = ({ groups }: Findings) => groups.flatMap(({ finds }) => finds.map(({ href }) => href));

describe('a search', () => {
  it('leads to the exact place', () => {
    expect(hrefs(find('turning off'))).toStrictEqual(['/lessons/system#turning-off']);
    expect(hrefs(find('no role'))[0]).toBe('/flow?scenario=no-role');
    expect(hrefs(find('which was deleted'))[0]).toBe('/quiz/first?question=which');
    expect(hrefs(find('az identity create'))).toStrictEqual(['/sandbox']);
  });

  it('forgives typing errors and finds by the beginning of a word', () => {
    expect(hrefs(find('sistem asigned'))[0]).toBe('/lessons/system');
    expect(hrefs(find('syst'))[0]).toBe('/lessons/system');
  });

  it('does not take one number for another', () => {
    expect(find('401').count).toBe(0);
    expect(hrefs(find('403'))).toStrictEqual(['/lessons/access#refused']);
  });

  it('finds a name by a word within it, and marks the name', () => {
    const [group] = find('rbac').groups;
    const marked = group?.finds[0]?.passage.filter(({ isMatch }) => isMatch);
    expect(marked).toStrictEqual([{ text: 'ForbiddenByRbac', isMatch: true }]);
  });

  it('puts what has the whole name first', () => {
    expect(hrefs(find('imds-04'))).toStrictEqual(['/reference/rules#IMDS-04', '/reference/rules#IMDS-05']);
  });

  it('prefers titles to texts', () => {
    expect(hrefs(find('system-assigned'))).toStrictEqual(['/lessons/system', '/lessons/system#turning-off']);
  });

  it('falls back to a part of what was asked for', () => {
    expect(hrefs(find('vault bananas'))).toContain('/lessons/access#refused');
    expect(find('bananas').count).toBe(0);
  });

  it('shows the best of one lesson, and says how many there are', () => {
    const findings = find('plums');
    expect(hrefs(findings)).toHaveLength(3);
    expect(findings.count).toBe(9);
  });

  it('finds nothing for nothing', () => {
    expect(find('  ')).toStrictEqual({ groups: [], count: 0 });
  });
});

describe('the entries of the content', async () => {
  const content = await loadContent(process.cwd());
  const all = searchEntries(content);
  const search = await openSearch(searchData(all));
  const ofKind = (kind: SearchKind) => all.filter((entry) => entry.kind === kind);

  it('are each lesson with its sections, each scenario, question, term and rule', () => {
    const lessons = ofKind('lesson').filter(({ within }) => within === '');
    expect(lessons.map(({ title }) => title)).toStrictEqual(content.lessons.map(({ title }) => title));
    expect(ofKind('lesson').length).toBeGreaterThan(lessons.length);
    expect(ofKind('scenario')).toHaveLength(content.scenarios.length);
    expect(ofKind('term')).toHaveLength(content.terms.length);
    expect(ofKind('rule')).toHaveLength(content.rules.length);
    const asked = content.quizzes.reduce((sum, { questions }) => sum + 1 + questions.length, 0);
    expect(ofKind('question').length).toBeGreaterThan(asked);
  });

  it('have a title, and are told apart by their address', () => {
    expect(all.filter(({ title }) => title === '')).toStrictEqual([]);
    for (const kind of ['lesson', 'scenario', 'term', 'rule'] as const) {
      const addresses = ofKind(kind).map(({ target }) => JSON.stringify(target));
      expect(new Set(addresses).size).toBe(addresses.length);
    }
  });

  it('do not give away which choice is right', () => {
    const whys = content.quizzes.flatMap(({ questions }) =>
      questions.flatMap(({ choices }) => choices.map(({ why }) => plainTextOf(why))),
    );
    expect(whys.length).toBeGreaterThan(0);
    const shown = all.filter(({ kind }) => kind === 'question').map(({ text }) => text);
    for (const why of whys) expect(shown.some((text) => text.includes(why))).toBe(false);
  });

  it.each([
    ['system assigned', 'term'],
    ['sistem asigned', 'term'],
    ['IMDS-04', 'rule'],
  ] as const)('answer "%s" with a %s first', (query, kind) => {
    expect(search.find(query).groups[0]?.kind).toBe(kind);
  });

  it('find a scenario by its title', () => {
    for (const { id, title } of content.scenarios) {
      expect(hrefs(search.find(title))).toContain(`/flow?scenario=${id}`);
    }
  });
});

describe('the tables of the engine', () => {
  it('have a title, a text and an address of their own, but for commands, which all lead to the terminal', () => {
    const rows = searchTables.filter(({ kind }) => kind !== 'command');
    expect(new Set(rows.map(({ kind }) => kind))).toStrictEqual(new Set(['error', 'role', 'claim', 'reference']));
    expect(rows.filter(({ title, text }) => title === '' || text === '')).toStrictEqual([]);
    const addresses = rows.map(({ target }) => JSON.stringify(target));
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(searchTables.length - rows.length).toBe(azCommands.length + 1);
  });

  it('are shown without the marks of their words', () => {
    expect(searchTables.filter(({ kind, text }) => kind !== 'command' && /`|\]\(/.test(text))).toStrictEqual([]);
  });

  it.each([
    ['ForbiddenByRbac', '/reference/errors#'],
    ['Key Vault Secrets User', '/reference/roles#key-vault-secrets-user'],
    ['4633458b-17de-408a-b874-0445c86b69e6', '/reference/roles#key-vault-secrets-user'],
    ['xms_mirid', '/reference/claims#xms_mirid'],
    ['az vm identity assign', '/sandbox'],
  ])('answer "%s" with %s', async (query, address) => {
    const tables = await openSearch(searchData(searchTables));
    expect(hrefs(tables.find(query))[0]).toMatch(new RegExp(`^${address}`));
  });
});
