const minutes = (count: number) => (count === 1 ? '1 minute' : `${count} minutes`);

/** Words of the lesson page; what is loaded later has its words in `lesson/`. */
export const lessonWords = {
  minutes,
  done: 'Read',
  place: (number: number, all: number) => `Lesson ${number} of ${all}`,
  contents: 'In this lesson',
  sources: 'Microsoft’s own pages',
  around: 'Other lessons',
  previousLesson: 'Previous lesson',
  nextLesson: 'Next lesson',
  allLessons: 'All lessons',
  lastLesson: 'That was the last lesson. See what stayed with you:',
  quizzes: 'Take a quiz',
  asides: { note: 'Note', remember: 'Remember', notes: 'What the notes say' },
  languages: {
    bash: 'Azure CLI',
    ts: 'TypeScript',
    json: 'JSON',
    http: 'HTTP',
    sql: 'SQL',
    csharp: 'C#',
    python: 'Python',
    text: 'Text',
  } as Readonly<Record<string, string>>,
  loadingLive: 'Getting this part ready',
  steps: 'Read it as steps',
  present: {
    controls: 'Sections',
    back: 'Back (Page Up)',
    next: 'Next (Space)',
    place: (number: number, all: number) => `${number} of ${all}`,
  },
} as const;
