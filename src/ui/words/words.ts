// The words that most pages need, behind one door: `import { flowWords } from '#ui/words/words.ts'`. What few
// pages need is imported where it is shown, `#words/sandbox/vault.ts`, and stays out of the first screen.
// `#words/` is `words/en/`; the build of another language has its folder in that place (vite.config.ts).
export { kitWords } from '#words/kit.ts';
export { homeWords } from '#words/home.ts';
export { shellWords } from '#words/shell.ts';
export { subjectWords } from '#words/subject.ts';
export { diagramWords } from '#words/diagram.ts';
export { flowWords } from '#words/flow.ts';
export { sandboxWords } from '#words/sandbox.ts';
export { lessonWords } from '#words/lesson.ts';
export { quizWords } from '#words/quiz.ts';
export { graphWords } from '#words/graph.ts';
