import { describe, expect, it } from 'vitest';
import { assertNever, invariant, InvariantError } from '#domain/kernel/invariant.ts';

describe('invariant', () => {
  it('lets pass what holds, and narrows its type', () => {
    const name = ['web'].at(0);
    invariant(name !== undefined, 'a name');
    expect(name.length).toBe(3);
  });

  it.each([false, 0, '', null, undefined])('throws the message for %j', (condition) => {
    expect(() => {
      invariant(condition, 'Principal without an owner');
    }).toThrow(new InvariantError('Principal without an owner'));
  });

  it('throws an error that is told from others by class and by name', () => {
    const error = new InvariantError('broken');
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('InvariantError');
    expect(String(error)).toBe('InvariantError: broken');
  });
});

describe('assertNever', () => {
  it('throws and shows the variant that nobody handles', () => {
    // @ts-expect-error: a variant that is left over does not compile
    expect(() => assertNever({ type: 'Unheard' })).toThrow(
      new InvariantError('Unexpected variant: {"type":"Unheard"}'),
    );
  });
});
