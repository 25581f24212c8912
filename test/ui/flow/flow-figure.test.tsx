import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter } from '#ui/router/navigation.ts';
import { expect, it } from 'vitest';
import { ContentLibraryProvider } from '#app/content-library.ts';
import { FlowFigure } from '#ui/flow/FlowFigure.tsx';
import { Announcer } from '#ui/kit/Announcer.tsx';
import { libraryOf } from './theatre.tsx';

const library = libraryOf();

async function openFigure(upTo?: number): Promise<HTMLElement> {
  render(
    <ContentLibraryProvider value={library}>
      <MemoryRouter>
        <Announcer>
          <button type="button">Before</button>
          <FlowFigure scenarioId="allowed" {...(upTo === undefined ? {} : { upTo })} />
        </Announcer>
      </MemoryRouter>
    </ContentLibraryProvider>,
  );
  await screen.findByRole('button', { name: 'Play' });
  return screen.getByRole('figure', { name: 'Title of allowed' });
}

it('keeps its place while the scenario is fetched, then plays it', async () => {
  const figure = await openFigure();
  const user = userEvent.setup();
  expect(within(figure).getByText('Before step 1 of 6')).toBeVisible();
  await user.click(within(figure).getByRole('button', { name: 'Next step' }));
  expect(within(figure).getByText('Step 1 of 6')).toBeVisible();
});

it('leads to the theatre at the step that it shows', async () => {
  const figure = await openFigure();
  const user = userEvent.setup();
  const link = within(figure).getByRole('link', { name: 'Open in the theatre' });
  expect(link).toHaveAttribute('href', '/flow?scenario=allowed');
  await user.click(within(figure).getByRole('button', { name: 'Next step' }));
  expect(link).toHaveAttribute('href', '/flow?scenario=allowed&step=1');
});

it('has its keys only while it has the focus', async () => {
  const figure = await openFigure();
  const user = userEvent.setup();
  screen.getByRole('button', { name: 'Before' }).focus();
  await user.keyboard('{ArrowRight}');
  expect(within(figure).getByText('Before step 1 of 6')).toBeVisible();
  within(figure).getByRole('button', { name: 'Next step' }).focus();
  await user.keyboard('{ArrowRight}');
  expect(within(figure).getByText('Step 1 of 6')).toBeVisible();
});

it('ends where the text has come to', async () => {
  const figure = await openFigure(2);
  expect(within(figure).getByText('Before step 1 of 2')).toBeVisible();
});
