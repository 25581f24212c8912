import type { Guide } from '../types.ts';
import type { KeyedBlock, KeyedLesson } from './keyed.ts';
import { curriculumFile, examsFile, notesFile, specFile, glossaryFile } from './layout.ts';
import type { ContentFile, ContentKind } from './layout.ts';
import type { Problem, Spot } from './problem.ts';
import type { Definition, DefinitionKind, Reference, Report } from './report.ts';

/** What the check of the whole needs to know of every file. */
export interface Whole {
  /** Ids by kind, also of files that did not compile: a broken lesson is not a missing one. */
  readonly ids: Readonly<Record<ContentKind, ReadonlySet<string>>>;
  /** Undefined where the file cannot be read: nothing can be said of what it lists then. */
  readonly listed: Readonly<Record<keyof typeof lists, readonly string[] | undefined>>;
  readonly lessons: readonly KeyedLesson[];
  readonly guides: readonly Guide[];
  readonly reports: readonly Report[];
}

/** Files that list what others refer to. */
const lists = { point: notesFile, objective: examsFile, rule: specFile, term: glossaryFile } as const;

/** Finds references that lead nowhere and ids that are given twice. */
export function crossCheck(whole: Whole): readonly Problem[] {
  return [
    ...whole.reports.flatMap(({ references }) => references.flatMap((reference) => checkReference(whole, reference))),
    ...duplicates(whole),
  ];
}

function checkReference(whole: Whole, reference: Reference): readonly Problem[] {
  const { kind, target } = reference;
  switch (kind) {
    case 'lesson':
    case 'scenario':
      return whole.ids[kind].has(target) ? [] : [lost(reference, `there is no ${kind} "${target}"`)];
    case 'point':
    case 'objective':
    case 'rule':
      return whole.listed[kind]?.includes(target) !== false
        ? []
        : [lost(reference, `there is no ${kind} "${target}" in ${lists[kind]}`)];
    case 'question':
      return isDefined(whole, 'question', target) ? [] : [lost(reference, `there is no question "${target}"`)];
    case 'link':
      return checkLink(whole, reference);
  }
}

function isDefined({ reports }: Whole, kind: DefinitionKind, id: string): boolean {
  return reports.some(({ definitions }) => definitions.some((each) => each.kind === kind && each.id === id));
}

function checkLink(whole: Whole, reference: Reference): readonly Problem[] {
  const { pathname, hash, searchParams } = new URL(reference.target, 'https://app.invalid');
  const [page = '', id, ...rest] = pathname.split('/').slice(1);
  const pageExists = id === undefined ? pages.has(page) : pagesWithId.has(page);
  if (!pageExists || rest.length > 0) return [lost(reference, `"${reference.target}" is no page of the app`)];
  return (
    linkChecks[page]?.(whole, reference, { id, anchor: hash.slice(1), scenario: searchParams.get('scenario') }) ?? []
  );
}

interface Link {
  readonly id: string | undefined;
  readonly anchor: string;
  readonly scenario: string | null;
}

type LinkCheck = (whole: Whole, reference: Reference, link: Link) => readonly Problem[];

/** What is looked at beyond the page itself. */
const linkChecks: Readonly<Record<string, LinkCheck>> = {
  lessons: (whole, reference, { id, anchor }) => (id === undefined ? [] : checkLesson(whole, reference, id, anchor)),
  quiz: (whole, reference, { id }) => (id === undefined ? [] : checkId(whole, reference, 'quiz', id)),
  flow: (whole, reference, { id, scenario }) => {
    if (id !== undefined && id !== 'lanes') return [lost(reference, `"${reference.target}" is no page of the app`)];
    return scenario === null ? [] : checkId(whole, reference, 'scenario', scenario);
  },
  glossary: (whole, reference, { anchor }) => (anchor === '' ? [] : checkAnchor(whole, reference, 'term', anchor)),
  // The one guide that there is has an address of its own.
  'own-code': ({ guides }, reference, { anchor }) =>
    anchor === '' || guides.some(({ id, blocks }) => id === 'own-code' && hasHeading(blocks, anchor))
      ? []
      : [lost(reference, `the link "${reference.target}" leads nowhere: the guide has no heading "${anchor}"`)],
  reference: (whole, reference, { id, anchor }) =>
    id === undefined ? [] : checkReferencePage(whole, reference, id, anchor),
};

/** The pages that content may link to; those of the second set have pages below them: `/lessons/<id>`. */
const pages = new Set(['', 'lessons', 'flow', 'sandbox', 'quiz', 'glossary', 'reference', 'own-code']);
const pagesWithId = new Set(['lessons', 'quiz', 'reference', 'flow']);

/** The pages of the reference, `/reference/<page>`. */
export const referencePages = [
  'questions',
  'roles',
  'errors',
  'claims',
  'endpoints',
  'limits',
  'names',
  'hosts',
  'rules',
];

function checkReferencePage(whole: Whole, reference: Reference, page: string, anchor: string): readonly Problem[] {
  if (!referencePages.includes(page)) return [lost(reference, `"${reference.target}" is no page of the reference`)];
  return page === 'rules' && anchor !== '' ? checkAnchor(whole, reference, 'rule', anchor) : [];
}

function checkAnchor(whole: Whole, reference: Reference, kind: 'term' | 'rule', id: string): readonly Problem[] {
  return whole.listed[kind]?.includes(id) !== false
    ? []
    : [lost(reference, `the link "${reference.target}" leads nowhere: there is no ${kind} "${id}"`)];
}

function checkId(whole: Whole, reference: Reference, kind: ContentKind, id: string): readonly Problem[] {
  return whole.ids[kind].has(id)
    ? []
    : [lost(reference, `the link "${reference.target}" leads nowhere: there is no ${kind} "${id}"`)];
}

function checkLesson(whole: Whole, reference: Reference, id: string, heading: string): readonly Problem[] {
  const lesson = whole.lessons.find((candidate) => candidate.id === id);
  if (lesson === undefined || heading === '') return checkId(whole, reference, 'lesson', id);
  if (hasHeading(lesson.blocks, heading)) return [];
  return [lost(reference, `the link "${reference.target}" leads nowhere: the lesson has no heading "${heading}"`)];
}

function hasHeading(blocks: readonly KeyedBlock[], id: string): boolean {
  return blocks.some((block) => block.type === 'heading' && block.id === id);
}

function lost({ file, spot }: Reference, message: string): Problem {
  return { file, ...spot, message };
}

function duplicates({ reports, ids }: Whole): readonly Problem[] {
  const first = new Map<string, string>();
  for (const id of ids.world) first.set(`world ${id}`, `content/worlds/${id}.yaml`);
  return reports
    .flatMap(({ definitions }) => definitions)
    .flatMap((definition: Definition) => {
      const { kind, id, file, spot } = definition;
      const key = `${kind} ${id}`;
      const before = first.get(key);
      first.set(key, before ?? `${file}:${spot.line}`);
      return before === undefined ? [] : [{ file, ...spot, message: `the ${kind} "${id}" is already at ${before}` }];
    });
}

/** An id in the curriculum, and where it stands there. */
export interface Listed {
  readonly id: string;
  readonly spot: Spot;
}

/** Every id there is stands once in the curriculum, and every id in the curriculum is there. */
export function checkListed(
  kind: ContentKind,
  listed: readonly Listed[],
  files: readonly ContentFile[],
): readonly Problem[] {
  const lost = listed.filter(({ id }) => !files.some((file) => file.id === id));
  const twice = listed.filter(({ id }, index) => listed.findIndex((other) => other.id === id) < index);
  const unlisted = files.filter(({ id }) => !listed.some((other) => other.id === id));
  return [
    ...lost.map(({ id, spot }) => ({ file: curriculumFile, ...spot, message: `there is no ${kind} "${id}"` })),
    ...twice.map(({ id, spot }) => ({ file: curriculumFile, ...spot, message: `"${id}" is listed twice` })),
    ...unlisted.map(({ id, file }) => ({
      file,
      line: 1,
      message: `the ${kind} "${id}" is not listed in ${curriculumFile}`,
    })),
  ];
}
