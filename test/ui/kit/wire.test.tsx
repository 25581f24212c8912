import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { HttpView } from '#ui/kit/HttpView.tsx';
import { JsonView } from '#ui/kit/JsonView.tsx';
import { jsonPieces, startLinePieces } from '#ui/kit/syntax.ts';
import { requestMessage, responseMessage } from '#ui/subject/http-message.ts';

const token = `eyJ0eXAiOiJKV1QifQ.${'eyJhdWQi'.repeat(40)}.${'c2ln'.repeat(40)}`;

const asked = { method: 'GET', url: 'http://169.254.169.254/metadata', headers: [], body: '' } as const;

const answer = responseMessage(
  {
    status: 200,
    headers: [['Content-Type', 'application/json']],
    body: JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 86399 }),
  },
  asked,
);

it('shows what passes between a client and a database as no HTTP', () => {
  const statement = { method: 'POST', url: 'tds://sql-shop.example/orders', headers: [], body: 'SELECT 1' } as const;
  expect(requestMessage(statement)).toEqual({
    startLine: 'TDS sql-shop.example/orders',
    headers: [],
    body: 'SELECT 1',
  });
  const refused = responseMessage({ status: 401, headers: [['A', 'b']], body: 'Login failed.' }, statement);
  expect(refused).toEqual({ startLine: 'TDS error', headers: [], body: 'Login failed.' });
  expect(responseMessage({ status: 410, headers: [], body: '' }, asked).startLine).toBe('HTTP/1.1 410 Gone');
});

it('shows a response with its start line, headers and body, and a long token shortened until asked for', async () => {
  const learner = userEvent.setup();
  render(<HttpView title="Response" message={answer} />);
  const view = screen.getByRole('figure', { name: 'Response' });
  expect(view).toHaveTextContent('HTTP/1.1 200 OK');
  expect(view).toHaveTextContent('Content-Type: application/json');
  expect(view).not.toHaveTextContent(token);
  expect(view).toHaveTextContent(/…\d+ more…/);

  await learner.click(within(view).getByRole('button', { name: 'Show whole values' }));
  expect(view).toHaveTextContent(token);
  await learner.click(within(view).getByRole('button', { name: 'Shorten long values' }));
  expect(view).not.toHaveTextContent(token);
});

it('copies the message as it is on the wire', async () => {
  const learner = userEvent.setup();
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce();
  render(<HttpView title="Response" message={answer} />);
  await learner.click(screen.getByRole('button', { name: 'Copy' }));
  expect(write).toHaveBeenCalledWith(
    `HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"access_token":"${token}","token_type":"Bearer","expires_in":86399}`,
  );
  write.mockRestore();
});

it('says so where there is no body, and offers nothing to lengthen', () => {
  const request = requestMessage({
    method: 'GET',
    url: 'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net',
    headers: [['Metadata', 'true']],
    body: '',
  });
  render(<HttpView title="Request" message={request} />);
  const view = screen.getByRole('figure', { name: 'Request' });
  expect(view).toHaveTextContent('GET /metadata/identity/oauth2/token?api-version=2018-02-01');
  expect(view).toHaveTextContent('Host: 169.254.169.254');
  expect(view).toHaveTextContent('No body');
  expect(within(view).queryByRole('button', { name: 'Show whole values' })).not.toBeInTheDocument();
});

it('shows JSON indented', () => {
  render(<JsonView title="Claims" value={{ aud: 'https://vault.azure.net', exp: 1 }} />);
  expect(screen.getByText('"aud"')).toBeInTheDocument();
  expect(screen.getByText('"https://vault.azure.net"')).toBeInTheDocument();
});

it('loses no letter of a line', () => {
  for (const line of ['  "a": [1, true, null, "x\\"y"],', 'plain text: not JSON', '', '{"broken', '"é": "\u{1F511}"']) {
    expect(
      jsonPieces(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line);
  }
  for (const line of ['GET /a?b=c&d&e= HTTP/1.1', 'HTTP/1.1 403 Forbidden', 'odd']) {
    expect(
      startLinePieces(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line);
  }
});

it('tells names, tokens, grants and refusals apart', () => {
  expect(jsonPieces(`"access_token": "${token}"`).map(({ kind }) => kind)).toEqual(['name', 'mark', 'mark', 'token']);
  expect(startLinePieces('HTTP/1.1 200 OK').at(-1)?.kind).toBe('allowed');
  expect(startLinePieces('HTTP/1.1 403 Forbidden').at(-1)?.kind).toBe('refused');
});
