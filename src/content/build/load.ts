import type { Group, Guide } from '../types.ts';
import { checkListed, crossCheck } from './check.ts';
import type { Listed } from './check.ts';
import { compileQuiz, compileScenario, compileStarterWorld } from './collections.ts';
import { listContentFiles, readContentFile } from './files.ts';
import type { KeyedLesson, KeyedQuiz, KeyedScenario, KeyedWorld } from './keyed.ts';
import type { ContentFile, ContentKind } from './layout.ts';
import { compileLesson } from './lesson.ts';
import { compileGuide } from './guide.ts';
import { createDiagramParser } from './mermaid/parser.ts';
import type { DiagramParser } from './mermaid/parser.ts';
import type { Problem } from './problem.ts';
import { Report } from './report.ts';
import type { Curriculum } from './schema/collections.ts';
import type { Compiled } from './shipped.ts';
import { withFlowsTold } from './teller.ts';
import type { Teller } from './teller.ts';
import { linkTerms } from './terms.ts';
import { readTopFiles } from './top-files.ts';
import type { Lists } from './top-files.ts';
import { retitleGroups, translate } from './translate.ts';
import type { ByKind } from './translate.ts';
import type { Parsed } from './yaml.ts';

/** Everything that is taught, in the order of the curriculum. */
export interface Content extends Lists {
  readonly lessons: readonly KeyedLesson[];
  /** The course, module by module. */
  readonly modules: readonly Group[];
  /** By name. */
  readonly guides: readonly Guide[];
  readonly scenarios: readonly KeyedScenario[];
  readonly scenarioGroups: readonly Group[];
  readonly worlds: readonly KeyedWorld[];
  readonly quizzes: readonly KeyedQuiz[];
}

export interface LoadedContent extends Content {
  /** All of them, not only the first. Where there are any, the content is not whole. */
  readonly problems: readonly Problem[];
  /** What each file compiled to, by its path from the root. */
  readonly files: ReadonlyMap<string, Compiled>;
}

/** Reads and checks `content/` below the root, in English or with the words of a language. A parser that is given is not closed. */
export async function loadContent(
  root: string,
  diagramParser?: DiagramParser,
  teller?: Teller,
  language?: string,
): Promise<LoadedContent> {
  if (diagramParser !== undefined) return load(root, { diagramParser, teller, language });
  const own = createDiagramParser();
  try {
    return await load(root, { diagramParser: own, teller, language });
  } finally {
    await own.close();
  }
}

interface Reading {
  readonly diagramParser: DiagramParser;
  readonly teller: Teller | undefined;
  readonly language: string | undefined;
}

async function load(root: string, { diagramParser, teller, language }: Reading): Promise<LoadedContent> {
  const { files, problems: misplaced } = await listContentFiles(root);
  const compiled: ByKind = {
    lesson: new Map(),
    guide: new Map(),
    scenario: new Map(),
    world: new Map(),
    quiz: new Map(),
  };
  // All at once: the thread that reads diagrams works while the rest is compiled.
  const reports = await Promise.all(
    files.map(async (file) => {
      const report = new Report(file.file);
      const text = (await readContentFile(root, file.file)) ?? '';
      await compileInto(compiled, report, { ...file, text }, diagramParser, teller);
      return report;
    }),
  );
  const titles = await translate(compiled, reports, { root, language, diagramParser });
  const { curriculum, lists, listed } = await readTopFiles(root, reports, language);
  for (const [id, lesson] of compiled.lesson) {
    const told = withFlowsTold(lesson.blocks, compiled.scenario);
    compiled.lesson.set(id, { ...lesson, blocks: linkTerms(told, lists.terms) });
  }
  const modules = retitleGroups(curriculum?.value.lessons ?? [], titles.modules);
  const scenarioGroups = retitleGroups(curriculum?.value.scenarios ?? [], titles.scenarioGroups);
  const lessons = inOrder(idsIn(modules), compiled.lesson);
  const guides = [...compiled.guide.values()];
  return {
    lessons,
    modules,
    guides,
    scenarios: inOrder(idsIn(scenarioGroups), compiled.scenario),
    scenarioGroups,
    worlds: inOrder(curriculum?.value.worlds, compiled.world),
    quizzes: inOrder(curriculum?.value.quizzes, compiled.quiz),
    ...lists,
    problems: [
      ...misplaced,
      ...reports.flatMap(({ problems }) => problems),
      ...(curriculum === undefined ? [] : listedProblems(curriculum, files)),
      ...crossCheck({ ids: idsOf(files), listed, lessons, guides, reports }),
    ],
    files: new Map(files.flatMap(({ kind, id, file }) => entryOf(file, compiled[kind].get(id)))),
  };
}

function entryOf<Value>(file: string, value: Value | undefined): [string, Value][] {
  return value === undefined ? [] : [[file, value]];
}

async function compileInto(
  compiled: ByKind,
  report: Report,
  source: ContentFile & { readonly text: string },
  diagramParser: DiagramParser,
  teller: Teller | undefined,
): Promise<void> {
  switch (source.kind) {
    case 'lesson':
      return keep(compiled.lesson, await compileLesson(report, source, diagramParser, teller));
    case 'guide':
      return keep(compiled.guide, compileGuide(report, source));
    case 'scenario':
      return keep(compiled.scenario, compileScenario(report, source, teller));
    case 'world':
      return keep(compiled.world, compileStarterWorld(report, source));
    case 'quiz':
      return keep(compiled.quiz, compileQuiz(report, source));
  }
}

function keep<Value extends { readonly id: string }>(map: Map<string, Value>, value: Value | undefined): void {
  if (value !== undefined) map.set(value.id, value);
}

function inOrder<Value>(ids: readonly string[] = [], values: ReadonlyMap<string, Value>): readonly Value[] {
  return [...new Set(ids)].flatMap((id) => values.get(id) ?? []);
}

function idsOf(files: readonly ContentFile[]): Record<ContentKind, ReadonlySet<string>> {
  const ids = (kind: ContentKind) => new Set(files.filter((file) => file.kind === kind).map(({ id }) => id));
  return {
    lesson: ids('lesson'),
    guide: ids('guide'),
    scenario: ids('scenario'),
    world: ids('world'),
    quiz: ids('quiz'),
  };
}

function idsIn(groups: readonly Group[]): readonly string[] {
  return groups.flatMap(({ of }) => of);
}

function listedProblems({ value, place }: Parsed<Curriculum>, files: readonly ContentFile[]): readonly Problem[] {
  const check = (kind: ContentKind, listed: readonly Listed[]) =>
    checkListed(
      kind,
      listed,
      files.filter((file) => file.kind === kind),
    );
  const grouped = (field: 'lessons' | 'scenarios') =>
    value[field].flatMap(({ of }, group) =>
      of.map((id, index) => ({ id, spot: place.spot(field, group, 'of', index) })),
    );
  const flat = (field: 'worlds' | 'quizzes') =>
    value[field].map((id, index) => ({ id, spot: place.spot(field, index) }));
  return [
    ...check('lesson', grouped('lessons')),
    ...check('scenario', grouped('scenarios')),
    ...check('world', flat('worlds')),
    ...check('quiz', flat('quizzes')),
  ];
}
