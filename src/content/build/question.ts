import { compileText } from './inline.ts';
import type { Answer, KeyedQuestion } from './keyed.ts';
import type { Place } from './problem.ts';
import type { Report } from './report.ts';
import type { QuestionSource } from './schema/question.ts';

/** Choices are told apart by letter, in the order of the file. */
const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Compiles a question of a quiz or of `:::check`. */
export function compileQuestion(report: Report, source: QuestionSource, place: Place): KeyedQuestion {
  const { id, points = [], lessons = [] } = source;
  report.define('question', id, place.spot('id'));
  report.referAll('point', points, place.within('points'));
  report.referAll('lesson', lessons, place.within('lessons'));
  return {
    id,
    ask: compileText(report, source.ask, place.spot('ask')),
    choices: source.choices.map((choice, index) => ({
      id: letters.charAt(index),
      text: compileText(report, choice.text, place.spot('choices', index, 'text')),
      right: choice.right === true,
      why: compileText(report, choice.why, place.spot('choices', index, 'why')),
    })),
    answer: answerOf(source),
    points,
    lessons,
  };
}

function answerOf({ proof, rule = '' }: QuestionSource): Answer {
  return proof === undefined ? { kind: 'rule', rule } : { kind: 'proof', ...proof };
}
