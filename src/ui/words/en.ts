export { englishLabels as kitWords } from '#ui/kit/labels.ts';
export { homeWords } from './en/home.ts';
export { shellWords } from './en/shell.ts';
export { subjectWords } from './en/subject.ts';
export { flowWords } from './en/flow.ts';
export { sandboxWords } from './en/sandbox.ts';
export { lessonWords } from './en/lesson.ts';
export { quizWords } from './en/quiz.ts';
export { graphWords } from './en/graph.ts';
