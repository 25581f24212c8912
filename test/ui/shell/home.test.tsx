import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, it } from 'vitest';
import { FlowMiniature } from '#ui/home/FlowMiniature.tsx';
import { Home } from '#ui/home/Home.tsx';
import { shopCast, shopSteps } from '#ui/home/miniature-steps.ts';
import { ends, tall, wide } from '#ui/home/miniature-layout.ts';

it('offers one thing to do first, and three other ways in', () => {
  render(
    <MemoryRouter>
      <Home start="/lessons/no-credentials" />
    </MemoryRouter>,
  );
  expect(screen.getByRole('link', { name: 'Start the first lesson' })).toHaveAttribute(
    'href',
    '/lessons/no-credentials',
  );
  const others = within(screen.getByRole('region', { name: 'Or go straight to' })).getAllByRole('link');
  expect(others.map((link) => link.getAttribute('href'))).toEqual(['/flow', '/sandbox', '/quiz']);
});

it('the miniature steps forwards and back, and is there as a list', async () => {
  const learner = userEvent.setup();
  render(<FlowMiniature cast={shopCast} steps={shopSteps} />);
  const caption = (): string =>
    screen.getByText(/^(6 messages|The application|On a miss)/, { selector: 'p' }).textContent;
  expect(caption()).toContain('6 messages');
  await learner.click(screen.getByRole('button', { name: 'Next' }));
  expect(caption()).toContain('The application asks IMDS');
  await learner.click(screen.getByRole('button', { name: 'Next' }));
  expect(caption()).toContain('On a miss');
  await learner.click(screen.getByRole('button', { name: 'Back' }));
  expect(caption()).toContain('The application asks IMDS');

  await learner.click(screen.getByText('Read it as steps'));
  expect(
    within(screen.getByRole('list'))
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(shopSteps.map(({ caption: text }) => text));
});

it('every message has a way between the two places, in both layouts', () => {
  for (const layout of [wide, tall]) {
    for (const { from, to, kind } of shopSteps) {
      const [start, end] = ends(layout, from, to, kind);
      expect(start.x === end.x || start.y === end.y).toBe(true);
      expect(Math.hypot(end.x - start.x, end.y - start.y)).toBeGreaterThan(60);
    }
  }
});
