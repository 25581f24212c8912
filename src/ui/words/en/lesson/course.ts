/** Words of the list of the lessons, which a lesson itself does not show. */
export const courseWords = {
  title: 'Lessons',
  lead: (count: number) =>
    `${count} short lessons, each around one question. Read them in order, or start where your question is.`,
  begun: 'Begun',
  moduleSize: (minutes: number, lessons: number) =>
    `${lessons === 1 ? '1 lesson' : `${lessons} lessons`}, ${minutes} minutes`,
  serves: {
    title: 'Objectives of exams that it serves',
    status: { retiring: 'this exam is about to be retired', retired: 'this exam is retired' },
  },
  doneOf: (done: number, all: number) => `${done} of ${all} read`,
  progress: 'The course',
  start: 'Start the first lesson',
  goOn: (title: string) => `Continue: ${title}`,
  next: (title: string) => `Next: ${title}`,
  again: 'You have read them all. Any of them can be read again.',
  unknownTitle: 'No such lesson',
  unknownText: (id: string) => `There is no lesson called “${id}”. The address may be mistyped. These there are:`,
} as const;
