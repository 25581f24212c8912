import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { openQuiz, shopLibrary, shopQuiz } from './quiz-world.tsx';

const heading = (number: number) => screen.findByRole('heading', { name: new RegExp(`^Question ${number} of 3`) });

/** Answers the question that is shown, by the number of a choice, and goes on. */
async function answer(learner: UserEvent, choice: number): Promise<void> {
  await learner.click(screen.getAllByRole('radio')[choice - 1] ?? document.body);
  await learner.click(screen.getByRole('button', { name: 'Answer' }));
}

async function goOn(learner: UserEvent): Promise<void> {
  await learner.click(screen.getByRole('button', { name: /^(Next question|See the result)$/ }));
}

it('leads through the questions one at a time to a result in plain words', async () => {
  const { learner, at } = openQuiz('/quiz/shop');
  expect(await heading(1)).toBeVisible();
  expect(at()).toBe('/quiz/shop?question=vm-web');
  expect(screen.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute('aria-valuetext', '0 of 3 answered');

  await answer(learner, 1);
  expect(screen.getByText('1 of 3 answered')).toBeVisible();
  await goOn(learner);
  expect(await heading(2)).toHaveFocus();
  await answer(learner, 1);
  await goOn(learner);
  expect(await heading(3)).toHaveFocus();
  await answer(learner, 1);
  await goOn(learner);

  expect(await screen.findByRole('heading', { name: '1 of 3 right' })).toHaveFocus();
  expect(screen.getByText('Much of this is still new to you: 2 answers were wrong.')).toBeVisible();
  expect(at()).toBe('/quiz/shop');

  const read = screen.getByRole('heading', { name: 'What to read again' }).closest('section') ?? document.body;
  expect(
    within(read)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['The token flow1 wrong answer points here', 'What it can reach1 wrong answer points here']);

  const wrong = screen.getByRole('heading', { name: 'What was wrong' }).closest('section') ?? document.body;
  const items = within(wrong).getAllByRole('listitem');
  expect(items).toHaveLength(2);
  expect(items[0]).toHaveTextContent(/vm-web\?You chose: vm-web wrong 1Right: vm-web right Because of vm-web 2\./);
  await learner.click(within(wrong).getByRole('link', { name: /^Open question 3/ }));
  expect(await heading(3)).toHaveFocus();
  expect(screen.getByText('Not quite: the right answer is 4')).toBeVisible();
});

it('tries the wrong ones again and keeps the right ones', async () => {
  const { learner } = openQuiz('/quiz/shop');
  await heading(1);
  for (const choice of [1, 1, 1]) {
    await answer(learner, choice);
    await goOn(learner);
  }
  await learner.click(await screen.findByRole('button', { name: 'Try the wrong ones again' }));
  expect(await heading(1)).toHaveFocus();
  expect(screen.getByText('1 of 3 answered')).toBeVisible();
  await answer(learner, 2);
  await goOn(learner);
  // The second was right already.
  expect(await heading(3)).toHaveFocus();
  await answer(learner, 4);
  await goOn(learner);
  expect(await screen.findByRole('heading', { name: '3 of 3 right' })).toBeVisible();
  expect(screen.getByText('You answered every question right.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Try the wrong ones again' })).not.toBeInTheDocument();

  await learner.click(screen.getByRole('button', { name: 'Start over' }));
  expect(await heading(1)).toBeVisible();
  expect(screen.getByText('0 of 3 answered')).toBeVisible();
});

it('is taken up again where it was left', async () => {
  const first = openQuiz('/quiz/shop');
  await heading(1);
  await answer(first.learner, 2);
  first.close();

  const second = openQuiz('/quiz/shop');
  expect(await heading(2)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Question 1, right' })).toBeVisible();
  await second.learner.click(screen.getByRole('button', { name: 'Back' }));
  expect(await heading(1)).toBeVisible();
  expect(screen.getByText('That is right')).toBeVisible();
});

it('skips a question and comes back to it in the end', async () => {
  const { learner } = openQuiz('/quiz/shop');
  await heading(1);
  await learner.click(screen.getByRole('button', { name: 'Skip' }));
  await heading(2);
  await answer(learner, 2);
  await goOn(learner);
  await heading(3);
  await answer(learner, 4);
  await goOn(learner);
  expect(await heading(1)).toHaveFocus();
  expect(screen.queryByRole('button', { name: 'Skip' })).not.toBeInTheDocument();
  const map = within(screen.getByRole('navigation', { name: 'Questions' }));
  expect(map.getAllByRole('link').map((link) => link.textContent)).toEqual([
    'Question 1, not answered',
    'Question 2, wrong',
    'Question 3, right',
  ]);
  expect(map.getByRole('link', { current: 'step' })).toHaveTextContent('Question 1');
});

it('is taken by keys alone', async () => {
  const { learner } = openQuiz('/quiz/shop');
  (await heading(1)).focus();
  await learner.keyboard('2{Enter}');
  expect(screen.getByText('That is right')).toBeVisible();
  await learner.keyboard('{Enter}');
  expect(await heading(2)).toHaveFocus();
  await learner.keyboard('n');
  expect(await heading(3)).toHaveFocus();
  await learner.keyboard('b');
  expect(await heading(2)).toHaveFocus();
  await learner.keyboard('1{Enter}n4{Enter}{Enter}');
  expect(await screen.findByRole('heading', { name: '3 of 3 right' })).toHaveFocus();
});

it('opens at the question of a link', async () => {
  openQuiz('/quiz/shop?question=id-shop');
  expect(await heading(3)).toHaveTextContent('id-shop');
});

it('keeps the display mode of the address', async () => {
  const { learner, at } = openQuiz('/quiz/shop?present=1');
  await heading(1);
  expect(at()).toBe('/quiz/shop?question=vm-web&present=1');
  await learner.click(screen.getByRole('button', { name: 'Skip' }));
  expect(at()).toBe('/quiz/shop?question=kv-shop&present=1');
});

it('is shuffled by the number in the address, and put back', async () => {
  const { learner, at } = openQuiz('/quiz/shop');
  await heading(1);
  await learner.click(screen.getByRole('button', { name: 'Shuffle' }));
  await heading(1);
  expect(at()).toMatch(/^\/quiz\/shop\?question=[a-z-]+&order=\d{4}$/);
  const order = /order=(\d+)/.exec(at())?.[1] ?? '';
  expect(screen.getByText(`Order ${order}: a link to this page gives the same order.`)).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent('The questions are shuffled.');
  await learner.click(screen.getByRole('button', { name: 'Shuffle again' }));
  expect(at()).not.toContain(order);
  await learner.click(screen.getByRole('button', { name: 'Order as written' }));
  await heading(1);
  expect(at()).toBe('/quiz/shop?question=vm-web');
});

it('says so when the quiz has no such question', async () => {
  const { learner } = openQuiz('/quiz/shop?question=db-orders');
  expect(await screen.findByText('No such question')).toBeVisible();
  expect(screen.getByText('This quiz has no question named “db-orders”.')).toBeVisible();
  await learner.click(screen.getByRole('link', { name: 'Go on with the quiz' }));
  expect(await heading(1)).toBeVisible();
});

it('says so when there is no such quiz, and offers those that there are', () => {
  openQuiz('/quiz/none');
  expect(screen.getByRole('heading', { level: 1, name: 'No such quiz' })).toBeVisible();
  expect(screen.getByText('There is no quiz named “none”. These are here:')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'The shop' })).toBeVisible();
});

it('offers to load the questions again when they did not come', async () => {
  let lost = true;
  const { learner } = openQuiz('/quiz/shop', {
    ...shopLibrary,
    loadQuiz: () => (lost ? Promise.reject(new Error('offline')) : Promise.resolve(shopQuiz)),
  });
  expect(await screen.findByText('The questions did not load')).toBeVisible();
  lost = false;
  await learner.click(screen.getByRole('button', { name: 'Load them again' }));
  expect(await heading(1)).toBeVisible();
});

it('the list tells how far each quiz is', async () => {
  const list = () => screen.getByRole('article');
  const first = openQuiz('/quiz');
  expect(await within(list()).findByRole('link', { name: 'Begin: The shop' })).toBeVisible();
  expect(list()).toHaveTextContent('Three questions about a shop.3 questionsNot begun');
  await first.learner.click(screen.getByRole('link', { name: 'Begin: The shop' }));
  await heading(1);
  await answer(first.learner, 2);
  await first.learner.click(screen.getByRole('link', { name: 'All quizzes' }));
  expect(await within(list()).findByText('1 of 3 answered')).toBeVisible();
  await first.learner.click(screen.getByRole('link', { name: 'Go on: The shop' }));
  for (const choice of [1, 4]) {
    await screen.findByRole('button', { name: 'Answer' });
    await answer(first.learner, choice);
    await goOn(first.learner);
  }
  await first.learner.click(screen.getByRole('link', { name: 'All quizzes' }));
  expect(await within(list()).findByText('3 of 3 right')).toBeVisible();
  expect(within(list()).getByRole('link', { name: 'See the result: The shop' })).toHaveAttribute('href', '/quiz/shop');
});
