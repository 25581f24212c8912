import type { ContentLibrary } from '#app/content-library.ts';

const absent = () => Promise.reject(new Error('This test has no such content.'));

/** A library that holds just what a test needs. */
export function libraryWith(held: Partial<ContentLibrary>): ContentLibrary {
  return {
    lessons: [],
    modules: [],
    scenarios: [],
    scenarioGroups: [],
    worlds: [],
    quizzes: [],
    hasLesson: (id) => held.lessons?.some((lesson) => lesson.id === id) === true,
    loadLesson: absent,
    loadGuide: absent,
    loadTerms: absent,
    loadRules: absent,
    loadExams: absent,
    loadAnswers: absent,
    loadScenario: absent,
    loadWorld: absent,
    loadQuiz: absent,
    loadSearch: absent,
    ...held,
  };
}
