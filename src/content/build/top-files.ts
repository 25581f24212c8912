import type { Exam } from '../types.ts';
import { compileClassQuestions, compileMisconceptions } from './answered.ts';
import type { Whole } from './check.ts';
import { compileCurriculum, compileExams, compileNotes } from './collections.ts';
import { readContentFile } from './files.ts';
import { compileGlossary } from './glossary.ts';
import type { KeyedTerm } from './glossary.ts';
import type { NotesPoint } from './keyed.ts';
import {
  classQuestionsFile,
  curriculumFile,
  examsFile,
  glossaryFile,
  misconceptionsFile,
  notesFile,
  specFile,
} from './layout.ts';
import { Report } from './report.ts';
import { rulesOf } from './rules.ts';
import type { Rule } from './rules.ts';
import type { ClassQuestion, Misconception } from './schema/answered.ts';
import type { Curriculum } from './schema/collections.ts';
import { translatedFile } from './translate.ts';
import type { Parsed } from './yaml.ts';

/** The lists that have a file each; empty where it could not be read. */
export interface Lists {
  readonly points: readonly NotesPoint[];
  readonly exams: readonly Exam[];
  readonly misconceptions: readonly Misconception[];
  readonly classQuestions: readonly ClassQuestion[];
  /** What SPEC.md says of the engine. */
  readonly rules: readonly Rule[];
  /** The glossary, by the alphabet. */
  readonly terms: readonly KeyedTerm[];
}

interface TopFiles {
  readonly curriculum: Parsed<Curriculum> | undefined;
  readonly lists: Lists;
  /** The ids that lessons may refer to. */
  readonly listed: Whole['listed'];
}

/** Reads the files that there is one of; all of them have to be there. */
export async function readTopFiles(root: string, reports: Report[], language: string | undefined): Promise<TopFiles> {
  const read = async <Value>(file: string, compile: (report: Report, text: string) => Value) => {
    const report = new Report(file);
    reports.push(report);
    const text = await readContentFile(root, file);
    if (text !== undefined) return compile(report, text);
    report.problem({ line: 1 }, 'there is no such file');
    return undefined;
  };
  const terms = await read(await translatedFile(root, glossaryFile, language), compileGlossary);
  const curriculum = await read(curriculumFile, compileCurriculum);
  const points = await read(notesFile, compileNotes);
  const misconceptions = await read(misconceptionsFile, compileMisconceptions);
  const classQuestions = await read(classQuestionsFile, compileClassQuestions);
  const exams = await read(examsFile, compileExams);
  const rules = await read(specFile, (_, text) => rulesOf(text));
  return {
    curriculum,
    lists: {
      points: points ?? [],
      exams: exams ?? [],
      misconceptions: misconceptions ?? [],
      classQuestions: classQuestions ?? [],
      rules: rules ?? [],
      terms: terms ?? [],
    },
    listed: {
      point: idsOf(points),
      objective: idsOf(exams?.flatMap(({ objectives }) => objectives)),
      rule: idsOf(rules),
      term: idsOf(terms),
    },
  };
}

function idsOf(list: readonly { readonly id: string }[] | undefined): readonly string[] | undefined {
  return list?.map(({ id }) => id);
}
