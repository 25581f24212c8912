import type { courseWords as english } from '#ui/words/en/lesson/course.ts';
import type { Translated } from '#ui/words/translation.ts';
import { lessonWords } from '../lesson.ts';

/** Words of the list of the lessons, which a lesson itself does not show. */
export const courseWords: Translated<typeof english> = {
  title: 'Lektionen',
  lead: (count) =>
    `${count} kurze Lektionen, jede zu einer Frage. Lesen Sie sie der Reihe nach, oder beginnen Sie dort, wo Ihre eigene Frage steht.`,
  begun: 'Begonnen',
  moduleSize: (minutes, lessons) =>
    `${lessons === 1 ? '1 Lektion' : `${lessons} Lektionen`}, ${lessonWords.minutes(minutes)}`,
  serves: {
    title: 'Prüfungsziele, auf die diese Lektion vorbereitet',
    status: { retiring: 'diese Prüfung läuft demnächst aus', retired: 'diese Prüfung gibt es nicht mehr' },
  },
  doneOf: (done, all) => `${done} von ${all} gelesen`,
  progress: 'Der Kurs',
  start: 'Erste Lektion beginnen',
  goOn: (title) => `Weiter mit „${title}“`,
  next: (title) => `Als Nächstes: ${title}`,
  again: 'Sie haben alle gelesen. Jede lässt sich noch einmal lesen.',
  unknownTitle: 'Keine solche Lektion',
  unknownText: (id) =>
    `Eine Lektion mit dem Namen „${id}“ gibt es nicht. Vielleicht ist die Adresse vertippt. Diese gibt es:`,
};
