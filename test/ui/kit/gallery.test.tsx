import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { subjectWords } from '#ui/words/words.ts';
import { Gallery } from './Gallery.tsx';

it('every mark has its kind in words, and every piece of the gallery renders', () => {
  render(<Gallery />);
  const kinds = Object.values(subjectWords.kinds);
  expect(kinds.length).toBeGreaterThan(20);
  for (const kind of kinds) expect(screen.getAllByText(kind).length).toBeGreaterThan(0);
});

it('a named mark is read with its kind', () => {
  render(<Gallery />);
  expect(screen.getByText('IMDS').closest('p')).toHaveTextContent('IMDS (instance metadata service)');
});
