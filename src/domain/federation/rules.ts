import { idKey } from '#domain/arm/resource-id.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { minute } from '#domain/kernel/instant.ts';
import type { FederatedCredential } from './state.ts';

/** facts: control-plane §3.2 */
export const mostCredentials = 20;
export const longestValue = 600;

/** A new credential is unknown for minutes (facts: control-plane §2.6); how many is the simulator's choice. */
export const longestPropagation = 5 * minute;

/** facts: control-plane §1.5 */
const nameRule = /^[a-zA-Z0-9][a-zA-Z0-9_-]{2,119}$/;

export type CredentialFault =
  | 'name'
  | 'empty'
  | 'audiences'
  /** A value of more than 600 characters. */
  | 'length'
  | 'taken'
  | 'limit';

export type CredentialWish = Pick<FederatedCredential, 'name' | 'issuer' | 'subject' | 'audiences'>;

/** What is wrong with a credential beside those that the identity holds, or null. A subject that nobody bears is not. */
export function faultOf(wish: CredentialWish, held: readonly FederatedCredential[]): CredentialFault | null {
  const { name, issuer, subject, audiences } = wish;
  if (!nameRule.test(name)) return 'name';
  if (audiences.length !== 1) return 'audiences';
  const values = [issuer, subject, ...audiences];
  if (values.some((value) => value.trim() === '')) return 'empty';
  if (values.some((value) => value.length > longestValue)) return 'length';
  const others = held.filter((each) => idKey(each.name) !== idKey(name));
  if (others.some((each) => each.issuer === issuer && each.subject === subject)) return 'taken';
  return others.length >= mostCredentials ? 'limit' : null;
}

/** What an assertion says of its bearer. */
export interface Assertion {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

export type Match =
  | { readonly kind: 'matched'; readonly credential: FederatedCredential }
  | {
      readonly kind: 'refused';
      readonly reason: 'none' | 'notYet' | 'issuer' | 'subject' | 'subjectCase' | 'audience';
    };

/** Compares an assertion with an identity's credentials, letter by letter: issuer, subject and audience have to be equal. */
export function matchAssertion(credentials: readonly FederatedCredential[], assertion: Assertion, now: Instant): Match {
  const { issuer, subject, audience } = assertion;
  const equal = credentials.filter(
    (each) => each.issuer === issuer && each.subject === subject && each.audiences.includes(audience),
  );
  const credential = equal.find(({ effectiveAt }) => effectiveAt <= now);
  if (credential !== undefined) return { kind: 'matched', credential };
  if (equal.length > 0) return refused('notYet');
  const known = credentials.filter(({ effectiveAt }) => effectiveAt <= now);
  if (known.length === 0) return refused('none');
  const ofIssuer = known.filter((each) => each.issuer === issuer);
  if (ofIssuer.length === 0) return refused('issuer');
  if (ofIssuer.some((each) => each.subject === subject)) return refused('audience');
  return refused(ofIssuer.some((each) => idKey(each.subject) === idKey(subject)) ? 'subjectCase' : 'subject');
}

function refused(reason: Extract<Match, { kind: 'refused' }>['reason']): Match {
  return { kind: 'refused', reason };
}
