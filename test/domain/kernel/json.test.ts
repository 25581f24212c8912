import { describe, expect, it } from 'vitest';
import { at, isJsonObject, listAt, pairsAt, readJson, textAt, textsAt } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';

const sent: Json = {
  name: 'shop',
  count: 3,
  none: null,
  on: false,
  nested: { deep: { text: 'here' }, list: ['a', 1, null, 'b', { name: 'c' }] },
  empty: {},
};

describe('a JSON text that somebody sent', () => {
  it.each<[string, Json]>([
    ['{"a":[1,"b",null]}', { a: [1, 'b', null] }],
    ['"text"', 'text'],
    ['0', 0],
    ['null', null],
  ])('is read: %s', (text, value) => {
    expect(readJson(text)).toEqual(value);
  });

  it.each(['', '{', "{'a':1}", 'undefined', '{"a":1}}'])('is undefined where it is none: %j', (text) => {
    expect(readJson(text)).toBeUndefined();
  });

  it('[REST-29] is undefined where it nests deeper than 64 lists and objects', () => {
    const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
    expect(readJson(nested(64))).toBeDefined();
    expect(readJson(nested(65))).toBeUndefined();
    expect(readJson(nested(200_000))).toBeUndefined();
  });
});

describe('a value at a path', () => {
  it.each<[string[], Json | undefined]>([
    [[], sent],
    [['name'], 'shop'],
    [['nested', 'deep', 'text'], 'here'],
    [['none'], null],
    [['on'], false],
    [['none', 'deeper'], undefined],
    [['name', 'length'], undefined],
    [['nested', 'list', '0'], undefined],
    [['missing', 'deeper'], undefined],
    [['constructor'], undefined],
    [['toString', 'name'], undefined],
  ])('of names %j', (path, expected) => {
    expect(at(sent, ...path)).toEqual(expected);
  });

  it('is nothing where nothing was sent', () => {
    expect(at(undefined, 'a')).toBeUndefined();
    expect(at(undefined)).toBeUndefined();
  });
});

describe('what is asked of it', () => {
  it('is a text, or null', () => {
    expect(textAt(sent, 'name')).toBe('shop');
    expect([textAt(sent, 'count'), textAt(sent, 'none'), textAt(sent, 'nested'), textAt(undefined)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('is a list, or an empty one', () => {
    expect(listAt(sent, 'nested', 'list')).toHaveLength(5);
    expect(textsAt(sent, 'nested', 'list')).toEqual(['a', 'b']);
    expect([listAt(sent, 'name'), textsAt(sent, 'empty'), listAt(undefined)]).toEqual([[], [], []]);
  });

  it('are pairs, or none', () => {
    expect(pairsAt(sent, 'nested', 'deep')).toEqual([['text', 'here']]);
    expect([pairsAt(sent, 'empty'), pairsAt(sent, 'nested', 'list'), pairsAt(sent, 'none')]).toEqual([[], [], []]);
  });

  it('is an object, which a list and null are not', () => {
    expect([{}, [], null, 'a', undefined].map((value) => isJsonObject(value))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
