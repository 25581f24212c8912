import type { ReferenceKind } from './arbitrary-parts.ts';

/** Azure's rules for names, checked letter by letter. */
export const nameFits: Readonly<Record<ReferenceKind, (name: string) => boolean>> = {
  virtualMachine: (name) => length(name, 1, 64) && consistsOf(name, (l) => isLetter(l) || '.-'.includes(l), isLetter),
  webApp: siteNameFits,
  functionApp: siteNameFits,
  keyVault: (name) =>
    length(name, 3, 24) &&
    consistsOf(name, (l) => isPlain(l) || l === '-', isPlain) &&
    !'0123456789'.includes(name.charAt(0)) &&
    !name.includes('--'),
  storageAccount: (name) => length(name, 3, 24) && name === name.toLowerCase() && consistsOf(name, isPlain, isPlain),
  userAssignedIdentity: (name) =>
    length(name, 3, 128) &&
    isPlain(name.charAt(0)) &&
    consistsOf(
      name,
      (l) => isPlain(l) || '-_'.includes(l),
      () => true,
    ),
};

export function groupNameFits(name: string): boolean {
  const isUsual = (letter: string) => isLetter(letter) || '_-.()'.includes(letter);
  return length(name, 1, 90) && consistsOf(name, isUsual, () => true) && !name.endsWith('.');
}

function siteNameFits(name: string): boolean {
  return length(name, 2, 60) && consistsOf(name, (l) => isLetter(l) || l === '-', isLetter);
}

/** Whether every letter passes, and the first and the last pass the stricter test too. */
function consistsOf(name: string, every: (letter: string) => boolean, ends: (letter: string) => boolean): boolean {
  const letters = Array.from(name);
  return letters.every(every) && ends(letters[0] ?? '') && ends(letters.at(-1) ?? '');
}

function length(name: string, min: number, max: number): boolean {
  return name.length >= min && name.length <= max;
}

function isPlain(letter: string): boolean {
  return letter < '\u0080' && isLetter(letter);
}

function isLetter(letter: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(letter);
}
