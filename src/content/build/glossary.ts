import type { Term } from '../types.ts';
import { compileText } from './inline.ts';
import type { Place } from './problem.ts';
import type { Report } from './report.ts';
import { glossarySource } from './schema/glossary.ts';
import type { GlossarySource } from './schema/glossary.ts';
import type { Linked } from './terms.ts';
import { readYaml } from './yaml.ts';

type Source = GlossarySource['terms'][number];

/** A term as it is compiled: what the page shows, and by which words lessons are linked to it. */
export interface KeyedTerm extends Term, Linked {}

/** `en/glossary.yaml`, in the order of the alphabet. Ids and spellings that are given twice are problems. */
export function compileGlossary(report: Report, text: string): readonly KeyedTerm[] | undefined {
  const parsed = readYaml(report, { text }, glossarySource);
  if (parsed === undefined) return undefined;
  const { terms } = parsed.value;
  const placeOf = (index: number) => parsed.place.within('terms', index);
  checkTwice(report, terms, placeOf);
  checkAlso(report, terms, placeOf);
  return terms
    .map((source, index) => compileTerm(report, source, placeOf(index)))
    .toSorted((a, b) => compared(a.term, b.term));
}

function compileTerm(report: Report, source: Source, place: Place): KeyedTerm {
  const { id, term, forms = [], means, also = [], lesson = null, link = true } = source;
  if (lesson !== null) report.refer('lesson', lesson, place.spot('lesson'));
  return {
    id,
    term,
    means: compileText(report, means, place.spot('means')),
    also,
    lesson,
    words: link ? [term, ...forms] : [],
    forms,
  };
}

function checkTwice(report: Report, terms: readonly Source[], placeOf: (index: number) => Place): void {
  const seen = new Map<string, string>();
  for (const [index, { id, term, forms = [] }] of terms.entries()) {
    for (const key of [`the id "${id}"`, ...[term, ...forms].map((word) => `"${word.toLowerCase()}"`)]) {
      const before = seen.get(key);
      if (before !== undefined) report.problem(placeOf(index).spot('id'), `${key} is already of the term "${before}"`);
      seen.set(key, id);
    }
  }
}

function checkAlso(report: Report, terms: readonly Source[], placeOf: (index: number) => Place): void {
  const ids = new Set(terms.map(({ id }) => id));
  for (const [index, { id, also = [] }] of terms.entries()) {
    for (const [at, other] of also.entries()) {
      if (ids.has(other) && other !== id) continue;
      const what = other === id ? `the term "${id}" names itself` : `there is no term "${other}"`;
      report.problem(placeOf(index).spot('also', at), what);
    }
  }
}

function compared(a: string, b: string): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first < second ? -1 : Number(first > second);
}
