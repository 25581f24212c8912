import type { lessonWords as english } from '#ui/words/en/lesson.ts';
import type { Translated } from '#ui/words/translation.ts';

/** Words of the lesson page; what is loaded later has its words in `lesson/`. */
export const lessonWords: Translated<typeof english> = {
  minutes: (count) => (count === 1 ? '1 Minute' : `${count} Minuten`),
  done: 'Gelesen',
  place: (module, number, all) =>
    module === '' ? `Lektion ${number} von ${all}` : `${module} · Lektion ${number} von ${all}`,
  contents: 'In dieser Lektion',
  sources: 'Die Seiten von Microsoft selbst',
  around: 'Andere Lektionen',
  previousLesson: 'Vorige Lektion',
  nextLesson: 'Nächste Lektion',
  allLessons: 'Alle Lektionen',
  lastLesson: 'Das war die letzte Lektion. Sehen Sie, was Sie behalten haben:',
  quizzes: 'Zum Quiz',
  asides: { note: 'Hinweis', remember: 'Zum Merken', notes: 'Was die Notizen sagen' },
  languages: {
    bash: 'Azure CLI',
    bicep: 'Bicep',
    ts: 'TypeScript',
    json: 'JSON',
    http: 'HTTP',
    sql: 'SQL',
    csharp: 'C#',
    python: 'Python',
    text: 'Text',
  },
  still: {
    tryIt: 'Probieren Sie es aus',
    needsScript: 'Dieser Teil läuft auf der Seite, mit JavaScript.',
    way: 'Ein Weg zum Ziel',
    check: 'Prüfen Sie sich',
    answers: 'Antworten',
    letter: (index) => `${'ABCDEFGH'.charAt(index)}.`,
  },
  guess: {
    title: 'Ihre Vermutung',
    hint: 'Wählen Sie, bevor Sie weiterlesen. Gezählt wird nichts.',
    kept: 'Ihre Vermutung ist festgehalten. Die Antwort gibt die Lektion.',
    showNow: 'Antwort jetzt zeigen',
    none: 'Sie haben nichts vermutet.',
    guessed: 'Ihre Vermutung war:',
    guessedRight: 'Richtig vermutet:',
    right: 'Richtig ist:',
  },
  print: 'Diese Lektion drucken',
  notTranslated: 'Diese Lektion ist noch nicht übersetzt. Sie erscheint auf Englisch.',
  steps: 'Als Schritte lesen',
  present: {
    controls: 'Abschnitte',
    back: 'Zurück (Bild auf)',
    next: 'Weiter (Leertaste)',
    place: (number, all) => `${number} von ${all}`,
  },
};
