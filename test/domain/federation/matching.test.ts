import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf, matchAssertion, mostCredentials } from '#domain/federation/rules.ts';
import type { Assertion, CredentialWish } from '#domain/federation/rules.ts';
import type { FederatedCredential } from '#domain/federation/state.ts';
import type { Instant } from '#domain/kernel/instant.ts';

const now = 1_000 as Instant;
const held = (change: Partial<FederatedCredential> = {}): FederatedCredential => ({
  name: 'shop',
  issuer: 'https://issuer.example',
  subject: 'subject',
  audiences: ['audience'],
  effectiveAt: now,
  ...change,
});
const shown: Assertion = { issuer: 'https://issuer.example', subject: 'subject', audience: 'audience' };
const wish: CredentialWish = {
  name: 'new',
  issuer: 'https://issuer.example',
  subject: 'other',
  audiences: ['audience'],
};
const later = (now + 1) as Instant;

describe('the comparison of an assertion', () => {
  it.each([
    ['nothing to compare with', [], shown, 'none'],
    ['nothing that is known yet', [held({ effectiveAt: later, subject: 'x' })], shown, 'none'],
    ['its match not known yet', [held({ effectiveAt: later })], shown, 'notYet'],
    ['its match not known yet, another known', [held({ effectiveAt: later }), held({ subject: 'x' })], shown, 'notYet'],
    ['no issuer', [held({ issuer: 'https://other.example' })], shown, 'issuer'],
    ['an issuer in another case', [held({ issuer: 'https://Issuer.example' })], shown, 'issuer'],
    ['no subject', [held({ subject: 'x' })], shown, 'subject'],
    ['a subject of another issuer', [held({ issuer: 'i' }), held({ subject: 'x' })], shown, 'subject'],
    ['a subject in another case', [held({ subject: 'SUBJECT' })], shown, 'subjectCase'],
    [
      'a subject in another case among others',
      [held({ subject: 'x' }), held({ subject: 'Subject' })],
      shown,
      'subjectCase',
    ],
    ['no audience', [held({ audiences: ['x'] })], shown, 'audience'],
    ['an audience in another case', [held({ audiences: ['Audience'] })], shown, 'audience'],
    ['a space at the end', [held()], { ...shown, subject: 'subject ' }, 'subject'],
  ] as const)('[FED-07] [FED-08] finds %s', (_what, credentials, assertion, reason) => {
    expect(matchAssertion(credentials, assertion, now)).toEqual({ kind: 'refused', reason });
  });

  it('[FED-07] finds what is equal in all three, wherever it stands', () => {
    const others = [held({ subject: 'x' }), held({ issuer: 'i' }), held({ audiences: ['x'] })];
    expect(matchAssertion([...others, held({ name: 'it' })], shown, now)).toMatchObject({
      kind: 'matched',
      credential: { name: 'it' },
    });
  });

  const word = fc.constantFrom('a', 'A', 'b');
  const anyCredential = fc.record({
    name: fc.constant('any'),
    issuer: word,
    subject: word,
    audiences: fc.tuple(word),
    effectiveAt: fc.constantFrom(now, later),
  });

  it('[FED-07] matches exactly where one that is known equals it', () => {
    fc.assert(
      fc.property(
        fc.array(anyCredential, { maxLength: 6 }),
        word,
        word,
        word,
        (credentials, issuer, subject, audience) => {
          const isKnown = credentials.some(
            (each) =>
              each.effectiveAt <= now &&
              each.issuer === issuer &&
              each.subject === subject &&
              each.audiences[0] === audience,
          );
          expect(matchAssertion(credentials, { issuer, subject, audience }, now).kind === 'matched').toBe(isKnown);
        },
      ),
    );
  });

  it('[FED-06] never changes back by waiting', () => {
    fc.assert(
      fc.property(
        fc.array(anyCredential, { maxLength: 6 }),
        word,
        word,
        word,
        (credentials, issuer, subject, audience) => {
          const assertion = { issuer, subject, audience };
          const before = matchAssertion(credentials, assertion, now).kind;
          const after = matchAssertion(credentials, assertion, later).kind;
          expect(before === 'matched' && after !== 'matched').toBe(false);
        },
      ),
    );
  });
});

describe('what is wrong with a credential', () => {
  it.each([
    ['nothing', wish, null],
    ['its name', { ...wish, name: 'n!' }, 'name'],
    ['its name before its audiences', { ...wish, name: '', audiences: [] }, 'name'],
    ['that it has no audience', { ...wish, audiences: [] }, 'audiences'],
    ['that a value is empty', { ...wish, subject: '' }, 'empty'],
    ['that a value is too long', { ...wish, subject: 'x'.repeat(601) }, 'length'],
    ['that it is there', { ...wish, subject: 'subject' }, 'taken'],
    ['that it is there under another audience', { ...wish, subject: 'subject', audiences: ['x'] }, 'taken'],
  ] as const)('[FED-02] [FED-03] is %s', (_what, wanted, fault) => {
    expect(faultOf(wanted, [held()])).toBe(fault);
  });

  it('[FED-03] is not that it is there under its own name', () => {
    expect(faultOf({ ...wish, name: 'Shop', subject: 'subject' }, [held()])).toBeNull();
  });

  it('[FED-03] is not a subject in another case', () => {
    expect(faultOf({ ...wish, subject: 'SUBJECT' }, [held()])).toBeNull();
  });

  it('[FED-03] is the number of others, not its own place', () => {
    const full = Array.from({ length: mostCredentials }, (_, n) => held({ name: `one-${n}`, subject: `${n}` }));
    expect(faultOf(wish, full)).toBe('limit');
    expect(faultOf(wish, full.slice(1))).toBeNull();
    expect(faultOf({ ...wish, name: 'one-7' }, full)).toBeNull();
  });
});
