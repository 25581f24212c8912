function count(number: number, one: string, more: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${more}`;
}

const states = { open: 'not answered', right: 'right', wrong: 'wrong' } as const;

export const quizWords = {
  // A question
  check: 'Check yourself',
  answer: 'Answer',
  chooseFirst: 'Choose an answer first.',
  feedback: 'Feedback',
  rightResult: 'That is right',
  wrongResult: (number: number) => `Not quite: the right answer is ${number}`,
  announceRight: 'That is right.',
  announceWrong: (number: number, text: string) => `Not quite. The right answer is ${number}: ${text}`,
  right: 'Right:',
  wrong: 'Wrong:',
  yours: 'Your answer',
  tryAgain: 'Try again',
  readAgain: 'Read again:',
  questionKeys: (choices: number) => [[`1–${choices}`, 'choose'] as const, ['Enter', 'answer'] as const],

  // The list
  listTitle: 'Quizzes',
  listLead:
    'Every key was played in the simulated Azure or follows from one of its rules. After each answer you read why each choice is right or wrong. What you answer is kept in this browser.',
  questions: (number: number) => count(number, 'question', 'questions'),
  notBegun: 'Not begun',
  answeredOf: (answered: number, total: number) => `${answered} of ${total} answered`,
  rightOf: (right: number, total: number) => `${right} of ${total} right`,
  begin: 'Begin',
  goOn: 'Go on',
  seeResult: 'See the result',
  open: 'Open',
  /** Follows one of the four above, for ears. */
  the: (title: string) => `: ${title}`,

  // Taking one
  all: 'All quizzes',
  loading: 'Loading the questions…',
  needsScript:
    'The questions are asked, answered and kept inside your browser. It needs JavaScript: switch it on for this page.',
  failedTitle: 'The questions did not load',
  failedText: 'The connection may be gone. What you have answered is kept.',
  retry: 'Load them again',
  progress: 'Progress',
  question: (number: number) => `Question ${number}`,
  questionOf: (number: number, total: number) => `Question ${number} of ${total}`,
  back: 'Back',
  skip: 'Skip',
  nextQuestion: 'Next question',
  toResult: 'See the result',
  onKeys: { open: ['N'], answered: ['Enter', 'N'] },
  onKeyDoes: { open: 'skip', answered: 'go on' },
  backKey: 'B',
  backKeyDoes: 'back',
  mapTitle: 'Questions',
  /** Around the number in the map, for ears. */
  mapPrefix: 'Question',
  mapState: (state: keyof typeof states) => `, ${states[state]}`,
  shuffle: 'Shuffle',
  shuffleAgain: 'Shuffle again',
  asWritten: 'Order as written',
  shuffledNow: 'The questions are shuffled.',
  asWrittenNow: 'The questions are in the order they were written in.',
  orderNote: (order: string) => `Order ${order}: a link to this page gives the same order.`,

  // The result
  resultText: (right: number, total: number) => {
    const wrong = total - right;
    if (wrong === 0) return 'You answered every question right.';
    const share = right / total;
    if (share >= 0.8) return `You know this well. ${count(wrong, 'answer was', 'answers were')} wrong.`;
    if (share >= 0.5) return `You know more than half of this. ${count(wrong, 'answer was', 'answers were')} wrong.`;
    return `Much of this is still new to you: ${count(wrong, 'answer was', 'answers were')} wrong.`;
  },
  readTitle: 'What to read again',
  pointing: (number: number) => `${count(number, 'wrong answer points', 'wrong answers point')} here`,
  wrongTitle: 'What was wrong',
  yourChoice: 'You chose:',
  openQuestion: (number: number) => `Open question ${number}`,
  againWrong: 'Try the wrong ones again',
  startOver: 'Start over',

  // Addresses that lead nowhere
  unknownQuizTitle: 'No such quiz',
  unknownQuizText: (id: string) => `There is no quiz named “${id}”. These are here:`,
  unknownQuestionTitle: 'No such question',
  unknownQuestionText: (id: string) => `This quiz has no question named “${id}”.`,
  unknownQuestionGo: 'Go on with the quiz',
} as const;
