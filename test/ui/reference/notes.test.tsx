import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Inline } from '#content/types.ts';
import { libraryWith } from '#test/support/library.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { show } from './open.tsx';

const text = (value: string): Inline => ({ type: 'text', value });
const rule = (id: string): Inline => ({ type: 'rule', rule: id });
const term: Inline = { type: 'term', term: 'audience', children: [text('audience')] };

const paragraph = (content: readonly Inline[]) => (
  <p>
    <InlineContent content={content} />
  </p>
);

describe('the mark of a rule', () => {
  it('is a link to the rule, also where nothing else works', async () => {
    await show(paragraph([text('So it is.'), rule('IMDS-04'), text(' And more.')]));
    const mark = screen.getByRole('link', { name: 'Rule IMDS-04' });
    expect(mark).toHaveAttribute('href', '/reference/rules#IMDS-04');
    expect(mark).toHaveTextContent(/^§$/);
  });

  it('is one for rules side by side, and shows them all', async () => {
    await show(paragraph([text('So.'), rule('IMDS-04'), rule('KV-01'), text(' Else.'), rule('KV-01')]));
    const marks = screen.getAllByRole('link');
    expect(marks.map((mark) => mark.getAttribute('aria-label'))).toEqual(['§2: rules IMDS-04, KV-01', 'Rule KV-01']);
    expect(marks[0]).toHaveTextContent('§2');
    await userEvent.hover(marks[0] ?? document.body);
    expect(await screen.findByText('Without the header the answer is 400.')).toBeInTheDocument();
    expect(screen.getByText('A vault answers at its name.')).toBeInTheDocument();
    expect(screen.getByText('Microsoft’s pages: about Key Vault')).toBeInTheDocument();
  });
});

describe('a term of the glossary', () => {
  it('says on hover what it means, and describes the link by it', async () => {
    await show(paragraph([text('For an '), term, text('.')]));
    const link = screen.getByRole('link', { name: 'audience' });
    expect(link).toHaveAttribute('href', '/glossary#audience');
    expect(link).not.toHaveAccessibleDescription();
    await userEvent.hover(link);
    await screen.findByText('Whom a token is for.');
    expect(link).toHaveAccessibleDescription(/Whom a token is for\./);
    await userEvent.unhover(link);
    await act(() => new Promise((resolve) => setTimeout(resolve, 400)));
    expect(screen.queryByText('Whom a token is for.')).not.toBeInTheDocument();
  });

  it('does so for the keyboard, and Escape closes it', async () => {
    await show(paragraph([term]));
    await userEvent.tab();
    await screen.findByText('Whom a token is for.');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByText('Whom a token is for.')).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'audience' })).toHaveFocus();
  });

  it('opens at the first touch, and leads on by its own link', async () => {
    await show(paragraph([term]));
    const link = screen.getByRole('link', { name: 'audience' });
    await userEvent.pointer({ keys: '[TouchA]', target: link });
    await screen.findByText('Whom a token is for.');
    expect(screen.getByRole('status', { name: 'Address' })).toHaveTextContent(/^\/$/);
    await userEvent.click(screen.getByRole('link', { name: 'In the glossary', hidden: true }));
    expect(screen.getByRole('status', { name: 'Address' })).toHaveTextContent('/glossary#audience');
  });

  it('is a link and nothing more where its text cannot be fetched', async () => {
    const offline = libraryWith({ loadTerms: () => Promise.reject(new Error('offline')) });
    await show(paragraph([term]), '/', offline);
    await userEvent.tab();
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    const link = screen.getByRole('link', { name: 'audience' });
    expect(link).not.toHaveAttribute('aria-describedby');
    expect(within(document.body).getAllByRole('link')).toEqual([link]);
  });
});
