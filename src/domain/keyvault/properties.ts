import { at, isJsonObject, pairsAt } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';
import type { SecretProperties } from './state.ts';

/** What a request says of a secret beside its value; or why it cannot be read. */
export type ReadProperties =
  | { readonly kind: 'read'; readonly properties: SecretProperties }
  | { readonly kind: 'refused'; readonly reason: string };

const mostTags = 15;

/** Reads `contentType`, `tags` and `attributes` of a body; what it does not speak of is absent (docs: Set Secret, Update Secret). */
export function readProperties(body: Json | undefined): ReadProperties {
  for (const { path, fits, is } of fields) {
    const value = at(body, ...path);
    if (value !== undefined && value !== null && !fits(value)) {
      return { kind: 'refused', reason: `The property ${path.join('.')} is ${is}.` };
    }
  }
  const given = fields.flatMap(({ path, name }) => {
    const value = at(body, ...path);
    return value === undefined || value === null ? [] : [[name, value] as const];
  });
  return { kind: 'read', properties: Object.fromEntries(given) as SecretProperties };
}

const fields: readonly {
  readonly name: keyof SecretProperties;
  readonly path: readonly string[];
  readonly fits: (value: Json) => boolean;
  readonly is: string;
}[] = [
  { name: 'contentType', path: ['contentType'], fits: isText, is: 'a text' },
  { name: 'tags', path: ['tags'], fits: areTags, is: `an object with at most ${mostTags} texts` },
  {
    name: 'enabled',
    path: ['attributes', 'enabled'],
    fits: (value) => typeof value === 'boolean',
    is: 'true or false',
  },
  { name: 'notBefore', path: ['attributes', 'nbf'], fits: isTime, is: 'a time in seconds' },
  { name: 'expires', path: ['attributes', 'exp'], fits: isTime, is: 'a time in seconds' },
];

function isText(value: Json): boolean {
  return typeof value === 'string' && value.length <= 255;
}

function areTags(value: Json): boolean {
  const tags = pairsAt(value);
  return (
    isJsonObject(value) &&
    tags.length <= mostTags &&
    tags.every(([name, text]) => name !== '__proto__' && typeof text === 'string')
  );
}

function isTime(value: Json): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
