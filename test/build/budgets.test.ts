import type { Manifest } from 'vite';
import { expect, it } from 'vitest';
import { verdict, weigh } from '#build/budgets.ts';

const manifest: Manifest = {
  'index.html': { file: 'assets/index.js', isEntry: true, css: ['assets/index.css'], imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js' },
  'src/ui/routes/LessonRoute.tsx': {
    file: 'assets/lesson.js',
    isDynamicEntry: true,
    imports: ['_shared.js', 'index.html', '_kit.js'],
    dynamicImports: ['src/ui/sandbox/Live.tsx'],
  },
  '_kit.js': { file: 'assets/kit.js', css: ['assets/kit.css'], imports: ['src/ui/routes/LessonRoute.tsx'] },
  'src/ui/sandbox/Live.tsx': { file: 'assets/live.js', isDynamicEntry: true },
};
const lesson = { page: 'Lesson', html: 'lessons/first.html', modules: ['src/ui/routes/LessonRoute.tsx'] };
const bytesOf = (file: string): number => (file === 'assets/kit.js' ? 500 : 100);

it('weighs the HTML, the entry, the route and all they import, each once, without what loads later', () => {
  const weight = weigh(manifest, lesson, bytesOf);
  expect(weight.files.map(([file]) => file).toSorted()).toEqual([
    'assets/index.css',
    'assets/index.js',
    'assets/kit.css',
    'assets/kit.js',
    'assets/lesson.js',
    'assets/shared.js',
    'lessons/first.html',
  ]);
  expect(weight.files[0]).toEqual(['assets/kit.js', 500]);
  expect(weight.bytes).toBe(1100);
  expect(weight.missing).toEqual([]);
});

it('passes a page up to its limit and names the heaviest files beyond it', () => {
  const weight = weigh(manifest, lesson, bytesOf);
  expect(verdict({ ...lesson, limit: 1100 }, weight)).toEqual({
    line: 'Lesson: 1.1 kB of at most 1.1 kB (brotli, 7 files)',
    faults: [],
  });
  const [fault] = verdict({ ...lesson, limit: 1099 }, weight).faults;
  expect(fault).toContain('too much');
  expect(fault).toContain('assets/kit.js');
});

it('fails for a module that the build does not have, instead of weighing nothing', () => {
  const moved = { ...lesson, modules: ['src/ui/routes/Moved.tsx'] };
  const weight = weigh(manifest, moved, bytesOf);
  expect(verdict(moved, weight).faults).toEqual(['Lesson: the build has no chunk for src/ui/routes/Moved.tsx']);
});
