import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from '#ui/router/navigation.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ContentLibraryProvider } from '#app/content-library.ts';
import { PreferencesProvider } from '#app/preferences/context.ts';
import { createPreferences } from '#app/preferences/preferences.ts';
import { browserStorage } from '#app/preferences/storage.ts';
import { ProgressProvider } from '#app/progress/context.ts';
import { createProgress } from '#app/progress/progress.ts';
import { libraryWith } from '#test/support/library.ts';
import { App } from '#ui/shell/App.tsx';

beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
  delete document.documentElement.dataset.theme;
});

async function open(address: string): Promise<void> {
  // Awaited, because a page that is still being fetched is resumed only within an asynchronous `act`.
  await act(async () => {
    render(
      <PreferencesProvider value={createPreferences(browserStorage())}>
        <ProgressProvider value={createProgress(browserStorage())}>
          <ContentLibraryProvider value={libraryWith({})}>
            <MemoryRouter initialEntries={[address]}>
              <App />
            </MemoryRouter>
          </ContentLibraryProvider>
        </ProgressProvider>
      </PreferencesProvider>,
    );
    await Promise.resolve();
  });
  await screen.findByRole('heading', { level: 1 }, { timeout: 4000 });
}

it('leads everywhere from everywhere, and skips to the content', async () => {
  const learner = userEvent.setup();
  await open('/');
  const places = within(screen.getByRole('navigation', { name: 'Main' })).getAllByRole('link');
  expect(places.map((place) => place.textContent)).toEqual(['Lessons', 'Token flow', 'Sandbox', 'Quiz', 'Reference']);
  expect(screen.getByRole('contentinfo')).toHaveTextContent('not affiliated with Microsoft');

  await learner.tab();
  expect(screen.getByRole('link', { name: 'Skip to the content' })).toHaveFocus();
  await learner.keyboard('{Enter}');
  expect(screen.getByRole('main')).toHaveFocus();
});

it('a navigation names the window, focuses the heading and goes to the top', async () => {
  const learner = userEvent.setup();
  await open('/nowhere');
  expect(document.title).toBe('No such page · Managed Identity Lab');
  expect(screen.getByText(/Nothing is kept at this address/)).toBeInTheDocument();
  expect(document.body).toHaveFocus();

  await learner.click(screen.getByRole('link', { name: 'Go to the start' }));
  const heading = await screen.findByRole('heading', { level: 1, name: /sign in with no password/ }, { timeout: 4000 });
  expect(heading).toHaveFocus();
  expect(document.title).toBe('Managed Identity Lab');
  expect(window.scrollTo).toHaveBeenLastCalledWith(0, 0);
});

it('the theme is chosen, shown and kept', async () => {
  const learner = userEvent.setup();
  await open('/nowhere');
  const theme = screen.getByRole('combobox', { name: 'Theme' });
  expect(theme).toHaveDisplayValue('As the system');
  await learner.selectOptions(theme, 'Dark');
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
  expect(localStorage.getItem('mil:theme')).toBe('dark');

  await learner.selectOptions(theme, 'As the system');
  expect(document.documentElement).not.toHaveAttribute('data-theme');
  expect(localStorage.getItem('mil:theme')).toBe('system');
});

it('works where storage is denied', async () => {
  const learner = userEvent.setup();
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  await open('/nowhere');
  await learner.selectOptions(screen.getByRole('combobox', { name: 'Theme' }), 'Light');
  expect(document.documentElement).toHaveAttribute('data-theme', 'light');
});

it('presenting has no chrome, keeps its mode in links, and ends by its button', async () => {
  const learner = userEvent.setup();
  await open('/nowhere?present=1');
  expect(document.documentElement).toHaveAttribute('data-present');
  expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
  expect(screen.queryByRole('contentinfo')).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go to the start' })).toHaveAttribute('href', '/?present=1');

  await learner.click(screen.getByRole('button', { name: /Leave presentation/ }));
  expect(document.documentElement).not.toHaveAttribute('data-present');
  expect(screen.getByRole('navigation', { name: 'Main' })).toBeInTheDocument();
});

it('Escape ends presenting, but not while a dialog is open', async () => {
  const learner = userEvent.setup();
  await open('/nowhere?present=1');
  const dialog = document.createElement('dialog');
  dialog.setAttribute('open', '');
  document.body.append(dialog);
  await learner.keyboard('{Escape}');
  expect(document.documentElement).toHaveAttribute('data-present');

  dialog.remove();
  await learner.keyboard('{Escape}');
  expect(document.documentElement).not.toHaveAttribute('data-present');
});

it('embedded there is the page alone', async () => {
  await open('/nowhere?embed=1');
  expect(screen.queryByRole('banner')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Leave presentation/ })).not.toBeInTheDocument();
  expect(document.documentElement).not.toHaveAttribute('data-present');
});
