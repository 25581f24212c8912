import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { loadLesson } from '#content/catalogue.ts';
import { lessons } from '#content/course.ts';
import { openPage } from './open-page.tsx';

it.each(lessons)(
  '$title opens with its question and has a picture, a task and its sources',
  async ({ id, title, question }) => {
    await openPage(`/lessons/${id}`);
    const heading = screen.getByRole('heading', { level: 1, name: title });
    expect(heading.nextElementSibling).toHaveTextContent(question);
    expect((await screen.findAllByRole('figure')).length).toBeGreaterThan(0);
    expect(await screen.findByRole('heading', { name: 'Try it' })).toBeInTheDocument();
    const { sources } = await loadLesson(id);
    for (const source of sources) {
      expect(screen.getByRole('link', { name: source.title })).toHaveAttribute('href', source.href);
    }
    expect(document.title).toContain(title);
  },
);

it('has contents that lead to its sections, and links to the lessons around it', async () => {
  await openPage('/lessons/user-assigned');
  const contents = within(screen.getByRole('navigation', { name: 'In this lesson' }));
  expect(contents.getByRole('link', { name: 'Name the one you mean' })).toHaveAttribute(
    'href',
    '#name-the-one-you-mean',
  );
  expect(screen.getByRole('heading', { name: 'Name the one you mean' })).toHaveAttribute('id', 'name-the-one-you-mean');
  const around = within(screen.getByRole('navigation', { name: 'Other lessons' }));
  expect(around.getByRole('link', { name: /Previous lesson\s*System-assigned/ })).toBeInTheDocument();
  expect(around.getByRole('link', { name: /Next lesson\s*Choosing between the two/ })).toBeInTheDocument();
});

it('tables keep their headings, and code can be copied', async () => {
  await openPage('/lessons/user-assigned');
  const [kinds] = screen.getAllByRole('table');
  expect(within(kinds as HTMLElement).getByRole('columnheader', { name: 'User-assigned' })).toBeInTheDocument();
  expect(within(kinds as HTMLElement).getByRole('rowheader', { name: 'Access in advance' })).toBeInTheDocument();
  expect(
    within(screen.getByRole('figure', { name: 'TypeScript' })).getByRole('button', { name: 'Copy' }),
  ).toBeEnabled();
});

it('is read when its checks are answered, and remembers the answers', async () => {
  const learner = userEvent.setup();
  await openPage('/lessons/why-no-credentials');
  expect(screen.queryByText('Read')).not.toBeInTheDocument();
  await learner.click(screen.getByRole('radio', { name: /A new token/ }));
  await learner.click(screen.getAllByRole('button', { name: 'Answer' })[0] as HTMLElement);
  expect(screen.queryByText('Read')).not.toBeInTheDocument();
  await learner.click(screen.getByRole('radio', { name: /It reads the vault until you rotate/ }));
  await learner.click(screen.getByRole('button', { name: 'Answer' }));
  expect(screen.getByText('Read')).toBeInTheDocument();

  const kept = JSON.parse(localStorage.getItem('mil:progress') ?? '{}') as { readonly checks: object };
  expect(Object.keys(kept.checks)).toEqual(['no-credentials-a-year-later', 'no-credentials-leaked-repository']);
});

it('shows at once what its author saves', async () => {
  const lesson = await loadLesson('creating-one');
  await openPage('/lessons/creating-one');
  const detail = { kind: 'lesson', id: lesson.id, value: { ...lesson, title: 'Creating two' } };
  await act(async () => {
    window.dispatchEvent(new CustomEvent('content:change', { detail }));
    await Promise.resolve();
  });
  expect(await screen.findByRole('heading', { level: 1, name: 'Creating two' })).toBeInTheDocument();
  act(() => void window.dispatchEvent(new CustomEvent('content:change', { detail: { ...detail, value: lesson } })));
});
