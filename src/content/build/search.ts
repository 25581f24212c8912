import MiniSearch from 'minisearch';
import type { SearchData, SearchEntry, SearchSource, SearchTarget } from '../search.ts';
import type { Guide, Question } from '../types.ts';
import type { KeyedTerm } from './glossary.ts';
import { plainTextOf } from './inline.ts';
import type { KeyedBlock, KeyedLesson, KeyedQuiz } from './keyed.ts';
import type { Content } from './load.ts';
import { ruleText, type Rule } from './rules.ts';

/** `parts`: names such as `ForbiddenByRbac` taken apart, so that "rbac" finds them. `also`: names that are not shown. */
const fields = ['title', 'within', 'text', 'parts', 'also'] as const;

/** What can be found in the content; what else there is comes from the tables of the engine. */
export function searchEntries(content: Content): readonly SearchSource[] {
  return [
    ...content.lessons.flatMap((lesson) => lessonEntries(lesson)),
    ...content.guides.flatMap((guide) => guideEntries(guide)),
    ...content.scenarios.map(({ id, title, summary }): SearchEntry => {
      const group = content.scenarioGroups.find(({ of }) => of.includes(id));
      return { kind: 'scenario', title, within: group?.title ?? '', text: summary, target: { to: 'scenario', id } };
    }),
    ...content.quizzes.flatMap((quiz) => quizEntries(quiz)),
    ...content.terms.map((term) => termEntry(term)),
    ...content.rules.map((rule) => ruleEntry(rule)),
  ];
}

/** The index over these entries, as a page loads it. */
export function searchData(sources: readonly SearchSource[]): SearchData {
  const index = new MiniSearch<Record<string, unknown>>({ fields: [...fields] });
  index.addAll(
    sources.map(({ title, within, text, also = [] }, id) => {
      return { id, title, within, text, parts: partsOf(`${title} ${text}`), also: also.join(' ') };
    }),
  );
  const entries = sources.map(({ kind, title, within, text, target }) => ({ kind, title, within, text, target }));
  return { entries, fields, index: JSON.stringify(index) };
}

/** The words within names that are written as one: `DefaultAzureCredential`, `xms_mirid` needs nothing. */
function partsOf(text: string): string {
  const names = text.match(/\b[A-Za-z]+[a-z](?=[A-Z])\w*/g) ?? [];
  return [...new Set(names.flatMap((name) => name.split(/(?<=[a-z])(?=[A-Z])/)))].join(' ');
}

interface Passage {
  readonly section: string | null;
  readonly title: string;
  readonly texts: string[];
}

/** A lesson, each of its sections, and each of its questions. */
function lessonEntries({ id, title, question, summary, blocks }: KeyedLesson): readonly SearchEntry[] {
  const passages: Passage[] = [{ section: null, title, texts: [question, summary] }];
  const questions: SearchEntry[] = [];
  const targetIn = ({ section }: Passage): SearchTarget => ({ to: 'lesson', id, section });
  for (const block of blocks) {
    const passage = passages.at(-1) ?? { section: null, title, texts: [] };
    if (block.type === 'heading') {
      passages.push({ section: block.id, title: plainTextOf(block.children), texts: [] });
    } else if (block.type === 'check' || block.type === 'predict') {
      questions.push(questionEntry(block.question, title, targetIn(passage)));
    } else {
      passage.texts.push(...textsOf(block));
    }
  }
  return [
    ...passages.map((passage): SearchEntry => {
      const within = passage.section === null ? '' : title;
      return { kind: 'lesson', title: passage.title, within, text: joined(passage.texts), target: targetIn(passage) };
    }),
    ...questions,
  ];
}

/** A guide and each of its sections. */
function guideEntries({ id, title, summary, blocks }: Guide): readonly SearchEntry[] {
  const passages: Passage[] = [{ section: null, title, texts: [summary] }];
  for (const block of blocks) {
    if (block.type === 'heading') {
      passages.push({ section: block.id, title: plainTextOf(block.children), texts: [] });
    } else passages.at(-1)?.texts.push(...textsOf(block));
  }
  return passages.map(({ section, title: heading, texts }) => ({
    kind: 'reference',
    title: heading,
    within: section === null ? '' : title,
    text: joined(texts),
    target: { to: 'guide', id, section },
  }));
}

function quizEntries({ id, title, summary, questions }: KeyedQuiz): readonly SearchEntry[] {
  return [
    { kind: 'question', title, within: '', text: summary, target: { to: 'quiz', id, question: null } },
    ...questions.map((question) => questionEntry(question, title, { to: 'quiz', id, question: question.id })),
  ];
}

/** Without its key: whoever searches has not answered yet. */
function questionEntry({ ask, choices }: Question, within: string, target: SearchTarget): SearchEntry {
  const text = joined(choices.map((choice) => plainTextOf(choice.text)));
  return { kind: 'question', title: plainTextOf(ask), within, text, target };
}

function termEntry({ id, term, forms, means }: KeyedTerm): SearchSource {
  return { kind: 'term', title: term, within: '', text: plainTextOf(means), target: { to: 'term', id }, also: forms };
}

function ruleEntry(rule: Rule): SearchEntry {
  const { id, area, text } = ruleText(rule);
  return { kind: 'rule', title: id, within: area, text: plainTextOf(text), target: { to: 'rule', id } };
}

/** What a block says, in sentences. */
function textsOf(block: KeyedBlock): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [plainTextOf(block.children)];
    case 'list':
      return block.items.flatMap((item) => item.flatMap(textsOf));
    case 'quote':
    case 'aside':
      return block.children.flatMap(textsOf);
    case 'code':
      return [block.value];
    case 'table':
      return [...block.head, ...block.rows.flat()].map(plainTextOf);
    case 'sequence':
      return [block.diagram.title, block.diagram.description];
    case 'world':
      return [plainTextOf(block.world.task)];
    default:
      return [];
  }
}

function joined(texts: readonly string[]): string {
  return texts.join(' ').replaceAll(/\s+/g, ' ').trim();
}
