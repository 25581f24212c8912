import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { HttpExplainer } from '#ui/kit/http-explainer.ts';
import { httpText, type HttpPart } from '#ui/kit/http-parts.ts';
import { HttpView, type HttpMessage } from '#ui/kit/HttpView.tsx';

const request: HttpMessage = {
  startLine: 'GET /token?api-version=2018-02-01&resource=x HTTP/1.1',
  headers: [['Metadata', 'true']],
  body: '',
};

function namesOf(message: HttpMessage): readonly string[] {
  return httpText(message).parts.map(({ kind, name, value }) => `${kind} ${name} ${value}`);
}

/** The text on the screen, without what indents it. */
function printed(message: HttpMessage): string {
  const { lines } = httpText(message);
  return lines
    .map(({ segments }) => segments.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join(''))
    .join('\n');
}

describe('the parts of a message', () => {
  it('request line, parameters and headers', () => {
    expect(namesOf(request)).toEqual([
      'method  GET',
      'path  /token',
      'query api-version 2018-02-01',
      'query resource x',
      'version  HTTP/1.1',
      'header Metadata true',
    ]);
    expect(printed(request)).toBe(`${request.startLine}\nMetadata: true\n`);
  });

  it('status and fields of JSON, with the way to each', () => {
    const body = JSON.stringify({
      error: { code: 'Forbidden', inner: { code: 'ByRbac' } },
      keys: [{ value: 1 }],
      a: 2,
    });
    expect(namesOf({ startLine: 'HTTP/1.1 403 Forbidden', headers: [], body })).toEqual([
      'version  HTTP/1.1',
      'status 403 403 Forbidden',
      'field error {…}',
      'field error.code Forbidden',
      'field error.inner {…}',
      'field error.inner.code ByRbac',
      'field keys […]',
      'field keys[].value 1',
      'field a 2',
    ]);
  });

  it('fields of a form, and text in no form', () => {
    const form = { startLine: 'POST /token HTTP/1.1', headers: [], body: 'client_id=a&scope=b%2F.default' };
    expect(namesOf(form).slice(3)).toEqual(['field client_id a', 'field scope b%2F.default']);
    expect(printed(form)).toContain('client_id=a&scope=b%2F.default');
    expect(namesOf({ ...form, body: 'SELECT * FROM Orders' }).slice(3)).toEqual(['body  SELECT * FROM Orders']);
  });
});

const explain: HttpExplainer = {
  label: 'Parts',
  hint: 'Point at a part',
  partByPart: 'Part by part',
  title: ({ kind, name }: HttpPart) => `${kind} ${name}`,
  text: ({ value }: HttpPart) => <p>means {value}</p>,
};

describe('an explained message', () => {
  it('explains a part on hover, and all of them in a list', async () => {
    const user = userEvent.setup();
    render(<HttpView title="Request" message={request} explain={explain} />);
    expect(screen.getByText('Point at a part')).toBeVisible();
    const header = screen.getByRole('option', { name: /^Metadata: ?true$/ });
    await user.hover(header);
    expect(header).toHaveAccessibleDescription('header Metadata means true');
    await user.unhover(header);
    expect(screen.getByText('Point at a part')).toBeVisible();
    await user.click(screen.getByText('Part by part'));
    expect(within(screen.getByRole('group')).getAllByRole('term')).toHaveLength(6);
  });

  it('is one stop for the Tab key, with arrows from part to part', async () => {
    const user = userEvent.setup();
    render(<HttpView title="Request" message={request} explain={explain} />);
    await user.tab();
    await user.tab();
    expect(screen.getByRole('option', { name: 'GET' })).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowDown}');
    const version = screen.getByRole('option', { name: 'api-version=2018-02-01' });
    expect(version).toHaveFocus();
    expect(version).toHaveAccessibleDescription('query api-version means 2018-02-01');
    await user.keyboard('{End}');
    expect(screen.getByRole('option', { name: /^Metadata: ?true$/ })).toHaveFocus();
    await user.keyboard('{ArrowRight}{Home}{ArrowLeft}');
    expect(screen.getByRole('option', { name: 'GET' })).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    await user.tab();
    await user.tab({ shift: true });
    expect(screen.getByRole('option', { name: '/token' })).toHaveFocus();
  });
});
