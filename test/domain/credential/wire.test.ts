import { describe, expect, it } from 'vitest';
import * as wire from '#domain/credential/wire.ts';

const answer = (body: unknown) => ({
  status: 400,
  headers: [],
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const nothing = 'Not Available';

/** MSAL's words for an error answer. */
function worded(
  code: string,
  { codes = nothing, timestamp = nothing, description = nothing, correlation = nothing, trace = nothing } = {},
): string {
  return `${code}: Error(s): ${codes} - Timestamp: ${timestamp} - Description: ${description} - Correlation ID: ${correlation} - Trace ID: ${trace}`;
}

describe('an error answer in the words of MSAL', () => {
  it.each([
    [
      'of IMDS',
      { error: 'invalid_request', error_description: 'Identity not found' },
      worded('invalid_request', { description: 'Identity not found' }),
    ],
    [
      'of App Service',
      { statusCode: 400, message: 'Unable to load requested managed identity.', correlationId: 'c' },
      worded('', { description: 'Unable to load requested managed identity.', correlation: 'c' }),
    ],
    [
      'in the envelope of ARM',
      { error: { code: 'ManagedIdentityNotFound', message: 'Not found.' } },
      worded('ManagedIdentityNotFound', { description: 'Not found.' }),
    ],
    [
      'of Microsoft Entra ID',
      {
        error: 'invalid_client',
        error_description: 'AADSTS700213: none',
        error_codes: [700213],
        timestamp: '2026-03-02 09:00:00Z',
        trace_id: 't',
        correlation_id: 'c',
      },
      worded('invalid_client', {
        codes: '700213',
        timestamp: '2026-03-02 09:00:00Z',
        description: 'AADSTS700213: none',
        correlation: 'c',
        trace: 't',
      }),
    ],
    ['with several codes', { error: 'x', error_codes: [1, 2] }, worded('x', { codes: '1,2' })],
    ['with a code only', { error: 'Not Found' }, worded('Not Found')],
    ['with nothing', {}, worded('')],
    ['with empty texts', { error: '', error_description: '' }, worded('')],
    [
      'with a message over a description',
      { error: 'x', error_description: 'a', message: 'b' },
      worded('x', { description: 'b' }),
    ],
  ])('[CHAIN-13] %s', (_, body, expected) => {
    expect(wire.msalError(answer(body))).toBe(expected);
  });

  it.each(['', 'The metadata service is restarting.', '[]', '"text"', '12', 'null', '{'])(
    '[CHAIN-13] is none for the body %j',
    (body) => {
      expect(wire.msalError(answer(body))).toBe(null);
    },
  );
});

describe('texts with a place for something', () => {
  it('[CHAIN-03] join the errors', () => {
    const errors = [
      { name: 'CredentialUnavailableError', message: 'a' },
      { name: 'AuthenticationRequiredError', message: 'b' },
    ];
    expect(wire.allFailed(errors)).toBe(
      'ChainedTokenCredential authentication failed.\nCredentialUnavailableError: a\nAuthenticationRequiredError: b',
    );
  });

  it.each([
    [{ clientId: 'a', objectId: 'b' }, '{"clientId":"a","objectId":"b"}'],
    [{ resourceId: 'a', objectId: 'b' }, '{"resourceId":"a","objectId":"b"}'],
  ])('[CHAIN-15] say which ids were given: %o', (options, values) => {
    expect(wire.severalIds(options)).toBe(
      `ManagedIdentityCredential: only one of 'clientId', 'resourceId', or 'objectId' can be provided. Received values: ${values}`,
    );
  });

  it('[CHAIN-08] end in a comma, as the SDK writes it', () => {
    expect(wire.environmentFailed('why')).toMatch(/ Status code: 400\nMore details:\nwhy,$/);
  });
});
