import * as v from 'valibot';
import type { Expectation } from '#domain/script/script.ts';
import { amount, flag, isMap, oneOf, optional, refusal, shown, someOf, strict, text } from './fields.ts';

const claim = text('name the claim, such as aud');

/** Every expectation, by the field that tells it from the others. */
const expectations = {
  /** The last answer's HTTP status. */
  status: strict({
    status: v.pipe(
      v.number('must be an HTTP status, such as 200'),
      v.integer('must be an HTTP status, such as 200'),
      v.minValue(100, 'must be an HTTP status, such as 200'),
      v.maxValue(599, 'must be an HTTP status, such as 200'),
    ),
    /** Part of the last answer's body. */
    contains: optional(text("give a part of the answer's body")),
    fromCache: optional(flag('true where the token comes from the cache')),
  }),
  /** The last request never got an answer. */
  failure: strict({
    failure: oneOf(
      ['unreachable', 'nameNotResolved', 'endpointNotSet', 'notRunning', 'originGone'],
      'say how the request failed',
    ),
  }),
  /** A claim of the last token has this value; `null` where it is not there. */
  claim: strict({
    claim,
    is: v.pipe(
      v.nullable(v.string('must be text or null; put it in quotes')),
      v.description("give the claim's value, or null where it is absent; or write idOf and id"),
    ),
  }),
  /** A claim of the last token is an id of something in the world. */
  idOf: strict({
    claim,
    idOf: text('name the resource or identity'),
    id: oneOf(['principal', 'client', 'resource'], 'say which of its ids'),
  }),
  /** How many there are in the world. */
  count: strict({
    count: oneOf(
      ['principals', 'deleted-principals', 'role-assignments', 'orphaned-assignments', 'live-tokens', 'hosts'],
      'say what is counted',
    ),
    is: amount('how many there are'),
  }),
  /** A resource or group of this name is in the world. */
  exists: strict({ exists: text('name the resource'), is: flag('true where it exists') }),
  /** The type in the host's identity block. */
  identity: strict({
    identity: text('name the host'),
    is: oneOf(
      ['None', 'SystemAssigned', 'UserAssigned', 'SystemAssigned, UserAssigned'],
      "give the identity block's type",
    ),
  }),
  /** The owner's present principal differs from its first one. */
  newPrincipal: strict({ newPrincipal: text('name the host'), is: flag('true where the principal is a new one') }),
} satisfies Readonly<Record<string, v.GenericSchema<unknown, Expectation>>>;

type Key = keyof typeof expectations;

const known = 'status, failure, claim, count, exists, identity or newPrincipal';
// `idOf` before `claim`, which its expectations have too.
const order = ['status', 'failure', 'idOf', 'claim', 'count', 'exists', 'identity', 'newPrincipal'] satisfies Key[];

const expectation = v.lazy((input): v.GenericSchema<unknown, Expectation> => {
  const key = isMap(input) ? order.find((name) => name in input) : undefined;
  return key === undefined
    ? refusal(`${shown(input)} is not an expectation; begin it with ${known}`)
    : expectations[key];
});

/** What is to be true when the script has run. */
export const someExpectations = someOf(expectation, 'list what is to be true afterwards');
