import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation } from '#ui/router/navigation.ts';
import { expect, it, vi } from 'vitest';
import { ContentLibraryProvider, type ContentLibrary } from '#app/content-library.ts';
import { browserStorage } from '#app/preferences/storage.ts';
import { ProgressProvider } from '#app/progress/context.ts';
import { createProgress } from '#app/progress/progress.ts';
import type { SearchData } from '#content/search.ts';
import { libraryWith } from '#test/support/library.ts';
import { Announcer } from '#ui/kit/Announcer.tsx';
import { SearchButton } from '#ui/search/SearchButton.tsx';

// Written by MiniSearch 7.2.0 over these entries; that the build writes such an index is tested in test/content.
const data: SearchData = {
  entries: [
    {
      kind: 'lesson',
      title: 'System-assigned',
      within: '',
      text: 'It dies with its host.',
      target: { to: 'lesson', id: 'system', section: null },
    },
    {
      kind: 'lesson',
      title: 'Turning it off',
      within: 'System-assigned',
      text: 'The principal of a system is deleted.',
      target: { to: 'lesson', id: 'system', section: 'off' },
    },
    {
      kind: 'scenario',
      title: 'No role',
      within: 'Access',
      text: 'The host is refused.',
      target: { to: 'scenario', id: 'no-role' },
    },
  ],
  fields: ['title', 'within', 'text'],
  index:
    '{"documentCount":3,"nextId":3,"documentIds":{"0":0,"1":1,"2":2},"fieldIds":{"title":0,"within":1,"text":2},"fieldLength":{"0":[2,1,6],"1":[3,2,8],"2":[2,1,5]},"averageFieldLength":[2.3333333333333335,1.3333333333333333,6.333333333333333],"storedFields":{},"dirtCount":0,"index":[["refused",{"2":{"2":1}}],["role",{"0":{"2":1}}],["no",{"0":{"2":1}}],["deleted",{"2":{"1":1}}],["dies",{"2":{"0":1}}],["is",{"2":{"1":1,"2":1}}],["its",{"2":{"0":1}}],["it",{"0":{"1":1},"2":{"0":1}}],["access",{"1":{"2":1}}],["a",{"2":{"1":1}}],["assigned",{"0":{"0":1},"1":{"1":1}}],["of",{"2":{"1":1}}],["off",{"0":{"1":1}}],["principal",{"2":{"1":1}}],["the",{"2":{"1":1,"2":1}}],["turning",{"0":{"1":1}}],["host",{"2":{"0":1,"2":1}}],["with",{"2":{"0":1}}],["system",{"0":{"0":1},"1":{"1":1},"2":{"1":1}}]],"serializationVersion":2}',
};

function Address() {
  const { pathname, search, hash } = useLocation();
  return <output aria-label="Address">{`${pathname}${search}${hash}`}</output>;
}

function open(held: Partial<ContentLibrary> = {}): ReturnType<typeof userEvent.setup> {
  const loadSearch = () => Promise.resolve(data);
  render(
    <ProgressProvider value={createProgress(browserStorage())}>
      <ContentLibraryProvider value={libraryWith({ loadSearch, ...held })}>
        <MemoryRouter initialEntries={['/lessons/system']}>
          <Announcer>
            <SearchButton />
            <label>
              Name
              <input />
            </label>
            <h2 id="off">Turning it off</h2>
            <Address />
          </Announcer>
        </MemoryRouter>
      </ContentLibraryProvider>
    </ProgressProvider>,
  );
  return userEvent.setup();
}

const field = () => screen.findByRole('combobox', { name: /What are you looking for/ }, { timeout: 4000 });
const options = () => screen.getAllByRole('option').map((option) => option.getAttribute('href'));
const active = () => screen.getByRole('option', { selected: true });

it.each(['/', '{Control>}k{/Control}', '{Meta>}k{/Meta}'])('%s opens it, with the focus in the field', async (keys) => {
  const learner = open();
  await learner.keyboard(keys);
  expect(await field()).toHaveFocus();
  expect(await field()).toHaveValue('');
});

it('the button opens it too, and the focus returns to it', async () => {
  const learner = open();
  const button = screen.getByRole('button', { name: 'Search' });
  await learner.click(button);
  await field();
  await learner.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('combobox', { name: /looking for/ })).not.toBeInTheDocument();
  expect(button).toHaveFocus();
});

it('a slash in a field is a slash', async () => {
  const learner = open();
  await learner.type(screen.getByLabelText('Name'), 'a/b');
  expect(screen.getByLabelText('Name')).toHaveValue('a/b');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

it('offers the main places and where the learner was before anything is typed', async () => {
  createProgress(browserStorage()).getState().readTo('system', 'off');
  const learner = open();
  await learner.keyboard('/');
  await field();
  const was = await screen.findByRole('group', { name: 'Where you were' });
  expect(within(was).getByRole('option')).toHaveAttribute('href', '/lessons/system#off');
  const places = screen.getByRole('group', { name: 'Places' });
  expect(
    within(places)
      .getAllByRole('option')
      .map((place) => place.textContent),
  ).toContain('Sandbox');
});

it('groups what it finds, marks it and counts it', async () => {
  const learner = open();
  await learner.keyboard('/');
  await learner.type(await field(), 'sistem host');
  await waitFor(() => expect(screen.getByText('1 result')).toBeInTheDocument());
  const lessons = screen.getByRole('group', { name: 'Lessons' });
  const [first] = within(lessons).getAllByRole('option');
  expect(first?.querySelectorAll('mark')).toHaveLength(2);
  expect([...(first?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toStrictEqual([
    'System',
    'host',
  ]);
});

it('arrows, Home and End choose, and the field names the choice', async () => {
  const learner = open();
  await learner.keyboard('/');
  const input = await field();
  await learner.type(input, 'system');
  await waitFor(() => expect(options()).toHaveLength(2));
  expect(active()).toHaveAttribute('href', '/lessons/system');
  await learner.keyboard('{ArrowDown}');
  expect(active()).toHaveAttribute('href', '/lessons/system#off');
  expect(input).toHaveAttribute('aria-activedescendant', active().id);
  await learner.keyboard('{ArrowDown}');
  expect(active()).toHaveAttribute('href', '/lessons/system');
  await learner.keyboard('{ArrowUp}');
  expect(active()).toHaveAttribute('href', '/lessons/system#off');
  await learner.keyboard('{Home}');
  expect(active()).toHaveAttribute('href', '/lessons/system');
  await learner.keyboard('{End}');
  expect(active()).toHaveAttribute('href', '/lessons/system#off');
  await learner.keyboard('s');
  await waitFor(() => expect(input).toHaveValue('systems'));
});

it('Enter goes there and closes', async () => {
  const learner = open();
  await learner.keyboard('/');
  await learner.type(await field(), 'no role');
  await waitFor(() => expect(options()).toStrictEqual(['/flow?scenario=no-role']));
  await learner.keyboard('{Enter}');
  expect(screen.getByLabelText('Address')).toHaveTextContent('/flow?scenario=no-role');
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
});

it('moves on the page that is open already', async () => {
  const learner = open();
  await learner.keyboard('/');
  await learner.type(await field(), 'turning');
  await waitFor(() => expect(options()).toStrictEqual(['/lessons/system#off']));
  await learner.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Turning it off' })).toHaveFocus());
});

it('says what to try where nothing is found', async () => {
  const learner = open();
  await learner.keyboard('/');
  const input = await field();
  await learner.type(input, 'qqqq');
  expect(await screen.findByText('Nothing here matches “qqqq”.')).toBeInTheDocument();
  expect(input).toHaveAttribute('aria-expanded', 'false');
  await learner.click(screen.getByRole('button', { name: 'user-assigned' }));
  expect(input).toHaveValue('user-assigned');
  expect(input).toHaveFocus();
});

it('says so where the index does not come, and asks again the next time', async () => {
  const loadSearch = vi.fn(() => Promise.reject(new Error('offline')));
  const learner = open({ loadSearch });
  await learner.keyboard('/');
  await field();
  expect(await screen.findByText(/The index could not be fetched/)).toBeInTheDocument();
  await learner.click(screen.getByRole('button', { name: 'Close' }));
  await learner.keyboard('/');
  await field();
  await act(async () => {
    await Promise.resolve();
  });
  expect(loadSearch).toHaveBeenCalledTimes(2);
});
