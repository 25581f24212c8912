import type { KeyedQuiz, KeyedScenario, KeyedWorld, NotesPoint } from './keyed.ts';
import { compileQuestion } from './question.ts';
import type { Report } from './report.ts';
import {
  curriculumSource,
  examsSource,
  notesSource,
  quizSource,
  scenarioSource,
  starterWorldSource,
} from './schema/collections.ts';
import type { Curriculum, Exams } from './schema/collections.ts';
import { told } from './teller.ts';
import type { Teller } from './teller.ts';
import { readYaml } from './yaml.ts';
import type { Parsed } from './yaml.ts';

interface Source {
  readonly id: string;
  readonly text: string;
}

export function compileScenario(report: Report, { id, text }: Source, teller?: Teller): KeyedScenario | undefined {
  const parsed = readYaml(report, { text }, scenarioSource);
  if (parsed === undefined) return undefined;
  report.referAll('point', parsed.value.points, parsed.place.within('points'));
  const scenario = { id, ...parsed.value };
  return { ...scenario, ...told(report, parsed.place.spot('script'), () => teller?.scenario(scenario)) };
}

export function compileStarterWorld(report: Report, { id, text }: Source): KeyedWorld | undefined {
  const parsed = readYaml(report, { text }, starterWorldSource);
  if (parsed === undefined) return undefined;
  report.referAll('point', parsed.value.points, parsed.place.within('points'));
  return { id, ...parsed.value };
}

export function compileQuiz(report: Report, { id, text }: Source): KeyedQuiz | undefined {
  const parsed = readYaml(report, { text }, quizSource);
  if (parsed === undefined) return undefined;
  const { title, summary, questions } = parsed.value;
  const compiled = questions.map((question, index) =>
    compileQuestion(report, question, parsed.place.within('questions', index)),
  );
  return { id, title, summary, questions: compiled };
}

/** `notes.yaml`. An id that is given twice is a problem. */
export function compileNotes(report: Report, text: string): readonly NotesPoint[] | undefined {
  const parsed = readYaml(report, { text }, notesSource);
  if (parsed === undefined) return undefined;
  const { points } = parsed.value;
  for (const [index, { id }] of points.entries()) {
    const before = points.findIndex((point) => point.id === id);
    if (before === index) continue;
    const { line } = parsed.place.spot('points', before, 'id');
    report.problem(parsed.place.spot('points', index, 'id'), `the point "${id}" is already in line ${line}`);
  }
  return points;
}

export function compileExams(report: Report, text: string): Exams['exams'] | undefined {
  return readYaml(report, { text }, examsSource)?.value.exams;
}

export function compileCurriculum(report: Report, text: string): Parsed<Curriculum> | undefined {
  return readYaml(report, { text }, curriculumSource);
}
