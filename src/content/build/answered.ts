import type { Place } from './problem.ts';
import type { Report } from './report.ts';
import { classQuestionsSource, misconceptionsSource } from './schema/answered.ts';
import type { ClassQuestion, Misconception } from './schema/answered.ts';
import { readYaml } from './yaml.ts';

/** `misconceptions.yaml` */
export function compileMisconceptions(report: Report, text: string): readonly Misconception[] | undefined {
  const parsed = readYaml(report, { text }, misconceptionsSource);
  if (parsed === undefined) return undefined;
  const { misconceptions } = parsed.value;
  for (const [index, each] of misconceptions.entries()) {
    const place = parsed.place.within('misconceptions', index);
    referToHeading(report, each, place);
    report.refer('question', each.question, place.spot('question'));
  }
  return misconceptions;
}

/** `class-questions.yaml` */
export function compileClassQuestions(report: Report, text: string): readonly ClassQuestion[] | undefined {
  const parsed = readYaml(report, { text }, classQuestionsSource);
  if (parsed === undefined) return undefined;
  const { questions } = parsed.value;
  for (const [index, each] of questions.entries()) {
    referToHeading(report, each, parsed.place.within('questions', index));
  }
  return questions;
}

function referToHeading(report: Report, { lesson, heading }: { lesson: string; heading: string }, place: Place): void {
  report.refer('link', `/lessons/${lesson}#${heading}`, place.spot('heading'));
}
