import type { quizWords as english } from '#ui/words/en/quiz.ts';
import type { Translated } from '#ui/words/translation.ts';

function count(number: number, one: string, more: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${more}`;
}

const states = { open: 'nicht beantwortet', right: 'richtig', wrong: 'falsch' } as const;

export const quizWords: Translated<typeof english> = {
  // A question
  check: 'Prüfen Sie sich',
  answer: 'Antworten',
  chooseFirst: 'Wählen Sie zuerst eine Antwort.',
  feedback: 'Rückmeldung',
  rightResult: 'Das ist richtig',
  wrongResult: (number) => `Nicht ganz: Richtig ist Antwort ${number}`,
  announceRight: 'Das ist richtig.',
  announceWrong: (number, text) => `Nicht ganz. Richtig ist Antwort ${number}: ${text}`,
  right: 'Richtig:',
  wrong: 'Falsch:',
  yours: 'Ihre Antwort',
  tryAgain: 'Noch einmal versuchen',
  readAgain: 'Noch einmal lesen:',
  questionKeys: (choices) => [
    [`1–${choices}`, 'wählen'],
    ['Eingabe', 'antworten'],
  ],

  // The list
  listTitle: 'Quiz',
  listLead:
    'Jede Lösung wurde im simulierten Azure durchgespielt oder folgt aus einer seiner Regeln. Nach jeder Antwort lesen Sie, warum jede Auswahl richtig oder falsch ist. Ihre Antworten bleiben in diesem Browser.',
  questions: (number) => count(number, 'Frage', 'Fragen'),
  notBegun: 'Nicht begonnen',
  answeredOf: (answered, total) => `${answered} von ${total} beantwortet`,
  rightOf: (right, total) => `${right} von ${total} richtig`,
  begin: 'Beginnen',
  goOn: 'Fortsetzen',
  seeResult: 'Ergebnis ansehen',
  open: 'Öffnen',
  /** Follows one of the four above, for ears. */
  the: (title) => `: ${title}`,

  // Taking one
  all: 'Alle Quiz',
  loading: 'Fragen werden geladen …',
  needsScript:
    'Die Fragen werden in Ihrem Browser gestellt, beantwortet und aufbewahrt. Das braucht JavaScript: Schalten Sie es für diese Seite ein.',
  failedTitle: 'Die Fragen wurden nicht geladen',
  failedText: 'Vielleicht ist die Verbindung weg. Was Sie beantwortet haben, bleibt erhalten.',
  retry: 'Erneut laden',
  progress: 'Fortschritt',
  question: (number) => `Frage ${number}`,
  questionOf: (number, total) => `Frage ${number} von ${total}`,
  back: 'Zurück',
  skip: 'Überspringen',
  nextQuestion: 'Nächste Frage',
  toResult: 'Ergebnis ansehen',
  onKeys: { open: ['N'], answered: ['Eingabe', 'N'] },
  onKeyDoes: { open: 'überspringen', answered: 'weiter' },
  backKey: 'B',
  backKeyDoes: 'zurück',
  mapTitle: 'Fragen',
  /** Around the number in the map, for ears. */
  mapPrefix: 'Frage',
  mapState: (state) => `, ${states[state]}`,
  shuffle: 'Mischen',
  shuffleAgain: 'Noch einmal mischen',
  asWritten: 'Ursprüngliche Reihenfolge',
  shuffledNow: 'Die Fragen sind gemischt.',
  asWrittenNow: 'Die Fragen stehen wieder in der ursprünglichen Reihenfolge.',
  orderNote: (order) => `Reihenfolge ${order}: Ein Link auf diese Seite ergibt dieselbe.`,

  // The result
  resultText: (right, total) => {
    const wrong = total - right;
    if (wrong === 0) return 'Sie haben alle Fragen richtig beantwortet.';
    const counted = count(wrong, 'Antwort war', 'Antworten waren');
    const share = right / total;
    if (share >= 0.8) return `Das beherrschen Sie gut. ${counted} falsch.`;
    if (share >= 0.5) return `Mehr als die Hälfte beherrschen Sie. ${counted} falsch.`;
    return `Vieles davon ist Ihnen noch neu: ${counted} falsch.`;
  },
  readTitle: 'Was Sie noch einmal lesen sollten',
  pointing: (number) => `${count(number, 'falsche Antwort führt', 'falsche Antworten führen')} hierher`,
  wrongTitle: 'Was falsch war',
  yourChoice: 'Ihre Wahl:',
  openQuestion: (number) => `Frage ${number} öffnen`,
  againWrong: 'Nur die falschen wiederholen',
  startOver: 'Von vorn beginnen',

  // Addresses that lead nowhere
  unknownQuizTitle: 'Kein solches Quiz',
  unknownQuizText: (id) => `Ein Quiz mit dem Namen „${id}“ gibt es nicht. Diese gibt es:`,
  unknownQuestionTitle: 'Keine solche Frage',
  unknownQuestionText: (id) => `In diesem Quiz gibt es keine Frage mit dem Namen „${id}“.`,
  unknownQuestionGo: 'Mit dem Quiz weitermachen',
};
