import { describe, expect, it } from 'vitest';
import { nameRuleOf } from '#app/sandbox/catalogue.ts';
import type { NamedThing } from '#app/sandbox/catalogue.ts';
import { nameRules } from '#ui/words/de/sandbox/name-rules.ts';

type Module = Readonly<Record<string, unknown>>;
type Load = () => Promise<Module>;

const folder = '../../../src/ui/words/';
const english = byFile(import.meta.glob<Module>('../../../src/ui/words/en/**/*.ts'), `${folder}en/`);
const german = byFile(import.meta.glob<Module>('../../../src/ui/words/de/**/*.ts'), `${folder}de/`);
const translated = [...english.keys()].filter((file) => german.has(file));

/** Texts that are the same in both languages: names, codes, and words that German has taken over. */
const same = new Set([
  // Names.
  'Azure CLI',
  'Azure Cosmos DB',
  'Azure Resource Manager',
  'Azure SQL',
  'Azure Storage',
  'Cloud Shell',
  'Container Instances',
  'Cosmos DB Built-in Data Contributor',
  'Cosmos DB Built-in Data Reader',
  'Cosmos DB',
  'Entra ID',
  'Event Hubs',
  'Key Vault',
  'Managed Identity Lab',
  'Microsoft Defender for Cloud',
  'Microsoft Entra ID',
  'Microsoft Graph',
  'Python',
  'Service Bus',
  'Service Fabric',
  'Shell',
  // Words, and what stands for itself: a host name, a field of a request.
  'Bicep',
  'Blobs',
  'Byte',
  'Claim',
  'Claims',
  'Container',
  'Details',
  'Esc',
  'Firewall',
  'Header',
  'Host',
  'Hosts',
  'Name',
  'Namespace',
  'Pod in AKS',
  'Position',
  'Quiz',
  'Region',
  'Sandbox',
  'Slot',
  'Status',
  'Subject',
  'Tags',
  'Terminal',
  'Text',
  'Token',
  'Workflow',
  'actions',
  'api-version',
  'id-shop-reader',
  'vm-web',
  'identity',
  'laptop',
  'npm run companion',
]);

describe('the German words', () => {
  it('have a file for each English one', () => {
    expect([...english.keys()].filter((file) => !german.has(file))).toEqual([]);
  });

  it.each(translated)('%s has the exports, the keys and the parameters of the English file', async (file) => {
    expect(shapeOf(await german.get(file)?.())).toEqual(shapeOf(await english.get(file)?.()));
  });

  it.each(translated)('%s leaves nothing in English', async (file) => {
    const words = await german.get(file)?.();
    const left = textsOf(await english.get(file)?.()).filter(
      ([path, text]) => !same.has(text) && isText(text) && text === at(words, path),
    );
    expect(left.map(([path, text]) => `${path.join('.')}: ${text}`)).toEqual([]);
  });

  it.each(Object.keys(nameRules) as NamedThing[])('say the rule for the name of %s with its numbers', (thing) => {
    const figures = (text: string) => text.match(/\d[\d.,]*/g)?.map((figure) => figure.replace(/\D/g, ''));
    expect(figures(nameRules[thing])).toEqual(figures(nameRuleOf(thing)));
  });
});

function byFile(modules: Readonly<Record<string, Load>>, start: string): ReadonlyMap<string, Load> {
  return new Map(Object.entries(modules).map(([file, load]) => [file.slice(start.length), load]));
}

function isBranch(value: unknown): value is Module {
  return typeof value === 'object' && value !== null;
}

/** Keys all the way down; a function by the number of its parameters, a text by being one. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'function') return `function of ${value.length}`;
  if (!isBranch(value)) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

/** Every text with the way to it. */
function textsOf(value: unknown, path: readonly string[] = []): (readonly [path: readonly string[], text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  return isBranch(value) ? Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...path, key])) : [];
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isBranch(inner) ? inner[key] : undefined), value);
}

/** Whether it is language: two letters together, and no code, which is a command or has a sign, a figure or a hump in it. */
function isText(text: string): boolean {
  if (text.startsWith('az ')) return false;
  const isCode = !/\s/.test(text) && (/[_./:{}()\d]/.test(text) || /[a-z][A-Z]/.test(text) || !/[a-z]/.test(text));
  return /\p{L}{2}/u.test(text) && !isCode;
}
