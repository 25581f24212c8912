import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { browserStorage } from '#app/preferences/storage.ts';
import { createProgress } from '#app/progress/progress.ts';
import { lessons, modules } from '#content/course.ts';
import { openPage } from './open-page.tsx';

it('lists the lessons in their order, module by module, each with its question and its length', async () => {
  await openPage('/lessons');
  expect(lessons.length).toBeGreaterThanOrEqual(6);
  expect(screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)).toEqual(
    modules.map(({ title }) => title),
  );
  expect(screen.getAllByRole('heading', { level: 3 }).map((each) => each.textContent)).toEqual(
    lessons.map(({ title }) => title),
  );
  for (const { question } of lessons) expect(screen.getByText(question)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Start the first lesson' })).toHaveAttribute(
    'href',
    '/lessons/why-no-credentials',
  );
});

it('goes on where the reader was, and marks what is read', async () => {
  const { finishLesson, readTo } = createProgress(browserStorage()).getState();
  finishLesson('why-no-credentials');
  readTo('user-assigned', 'system-or-user');
  await openPage('/lessons');
  expect(screen.getByRole('link', { name: 'Continue: User-assigned identities' })).toHaveAttribute(
    'href',
    '/lessons/user-assigned#system-or-user',
  );
  const [first, second] = screen.getAllByRole('listitem');
  expect(within(first as HTMLElement).getByText('Read')).toBeInTheDocument();
  expect(within(second as HTMLElement).queryByText('Read')).not.toBeInTheDocument();
  expect(screen.getByRole('progressbar', { name: 'The course' })).toHaveAttribute('value', '1');
  const { title = '', of = [] as readonly string[] } = modules[0] ?? {};
  const part = within(screen.getByRole('region', { name: title }));
  const minutes = lessons.filter(({ id }) => of.includes(id)).reduce((sum, lesson) => sum + lesson.minutes, 0);
  expect(part.getByText(`${of.length} lessons, ${minutes} minutes`)).toBeInTheDocument();
  expect(part.getByText(`1 of ${of.length} read`)).toBeInTheDocument();
});

it('says that there is no such lesson, and shows those that there are', async () => {
  await openPage('/lessons/nowhere');
  expect(screen.getByRole('heading', { level: 1, name: 'No such lesson' })).toBeInTheDocument();
  expect(screen.getByText(/no lesson called “nowhere”/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Creating one' })).toBeInTheDocument();
  expect(document.title).toContain('No such lesson');
});
