import type { Group, Guide } from '../types.ts';
import { filesUnder, readContentFile } from './files.ts';
import type { KeyedLesson, KeyedQuiz, KeyedScenario, KeyedWorld } from './keyed.ts';
import { translateLesson } from './lesson.ts';
import type { DiagramParser } from './mermaid/parser.ts';
import { Report } from './report.ts';
import { titlesSource } from './schema/translation.ts';
import type { Titles } from './schema/translation.ts';
import { readYaml } from './yaml.ts';

/** Everything by its id, as it is compiled so far. */
export interface ByKind {
  readonly lesson: Map<string, KeyedLesson>;
  readonly guide: Map<string, Guide>;
  readonly scenario: Map<string, KeyedScenario>;
  readonly world: Map<string, KeyedWorld>;
  readonly quiz: Map<string, KeyedQuiz>;
}

/** Where the words of another language come from. */
export interface TranslationSource {
  readonly root: string;
  /** The name of its folder in `content/`; undefined leaves everything English. */
  readonly language: string | undefined;
  readonly diagramParser: DiagramParser;
}

/** Puts the words of another language into the place of the English ones, as far as there are any. */
export async function translate(compiled: ByKind, reports: Report[], source: TranslationSource): Promise<Titles> {
  const { root, language } = source;
  if (language === undefined) return {};
  const folder = `content/${language}/lessons`;
  const files = await filesUnder(root, folder);
  for (const file of files) {
    const id = file.slice(folder.length + 1).replace(/\.md$/, '');
    const report = new Report(file);
    reports.push(report);
    const english = compiled.lesson.get(id);
    if (english === undefined) report.problem({ line: 1 }, `there is no English lesson "${id}"`);
    else
      compiled.lesson.set(id, await translateLesson(report, await textOf(root, file), english, source.diagramParser));
  }
  const titles = await readTitles(compiled, reports, root, `content/${language}/titles.yaml`);
  for (const [id, lesson] of compiled.lesson) {
    if (files.includes(`${folder}/${id}.md`)) continue;
    compiled.lesson.set(id, { ...lesson, ...titles.lessons?.[id], language: 'en' });
  }
  for (const [id, guide] of compiled.guide) compiled.guide.set(id, { ...guide, language: 'en' });
  retitle(compiled.guide, titles.guides);
  retitle(compiled.scenario, titles.scenarios);
  retitle(compiled.world, titles.worlds);
  retitle(compiled.quiz, titles.quizzes);
  return titles;
}

async function textOf(root: string, file: string): Promise<string> {
  return (await readContentFile(root, file)) ?? '';
}

async function readTitles(compiled: ByKind, reports: Report[], root: string, file: string): Promise<Titles> {
  const text = await readContentFile(root, file);
  if (text === undefined) return {};
  const report = new Report(file);
  reports.push(report);
  const parsed = readYaml(report, { text }, titlesSource);
  if (parsed === undefined) return {};
  const { value, place } = parsed;
  const kinds = {
    lessons: 'lesson',
    guides: 'guide',
    scenarios: 'scenario',
    worlds: 'world',
    quizzes: 'quiz',
  } as const;
  for (const field of ['lessons', 'guides', 'scenarios', 'worlds', 'quizzes'] as const) {
    for (const id of Object.keys(value[field] ?? {})) {
      if (!compiled[kinds[field]].has(id)) report.problem(place.spot(field, id), `there is no ${kinds[field]} "${id}"`);
    }
  }
  return value;
}

function retitle<Value extends { readonly title: string; readonly summary: string }>(
  values: Map<string, Value>,
  titles: Readonly<Record<string, { readonly title: string; readonly summary: string }>> = {},
): void {
  for (const [id, value] of values) values.set(id, { ...value, ...titles[id] });
}

/** The file of a language in the place of an English one, where there is one. */
export async function translatedFile(root: string, file: string, language: string | undefined): Promise<string> {
  if (language === undefined) return file;
  const own = file.replace('content/en/', `content/${language}/`);
  return (await readContentFile(root, own)) === undefined ? file : own;
}

/** Groups under their translated titles. */
export function retitleGroups(
  groups: readonly Group[],
  titles: Readonly<Record<string, string>> = {},
): readonly Group[] {
  return groups.map((group) => ({ ...group, title: titles[group.id] ?? group.title }));
}
