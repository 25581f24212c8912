import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';

const Greeting = () => <p>Hello</p>;

it('shows a component', () => {
  render(<Greeting />);
  expect(screen.getByText('Hello')).toBeVisible();
});

it('starts from an empty page', () => {
  expect(screen.queryByText('Hello')).not.toBeInTheDocument();
});
