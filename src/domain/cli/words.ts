/** A line as a shell reads it. */
type ShellLine =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'unreadable'; readonly message: string };

/** What `$NAME` stands for; null where it is not set. */
export type Variables = (name: string) => string | null;

interface Reading {
  readonly text: string;
  readonly variables: Variables;
  at: number;
  readonly words: string[];
  /** The word under the cursor; null between words. */
  word: string | null;
}

const noVariables: Variables = () => null;

/**
 * Splits a line as `sh` does: blanks part words, single quotes keep all, double quotes keep blanks and expand `$NAME`,
 * a backslash keeps the next character, `#` before a word begins a comment. Pipes and redirections are refused.
 */
export function shellWords(text: string, variables: Variables = noVariables): ShellLine {
  const reading: Reading = { text, variables, at: 0, words: [], word: null };
  while (reading.at < text.length) {
    const message = readNext(reading);
    if (message === 'comment') break;
    if (message !== null) return { kind: 'unreadable', message };
  }
  if (reading.word !== null) reading.words.push(reading.word);
  return { kind: 'words', words: reading.words };
}

function readNext(reading: Reading): string | null {
  const mark = reading.text.charAt(reading.at);
  if (/\s/.test(mark)) return endWord(reading);
  if (mark === '#' && reading.word === null) return 'comment';
  if (mark === "'") return readSingle(reading);
  if (mark === '"') return readDouble(reading);
  if (mark === '$') return expand(reading);
  if (mark === '\\') return readEscape(reading);
  if ('|;<>&`'.includes(mark)) return `Only one command at a time is simulated here: leave out ${mark}`;
  return append(reading, mark, 1);
}

function endWord(reading: Reading): null {
  if (reading.word !== null) reading.words.push(reading.word);
  reading.word = null;
  reading.at += 1;
  return null;
}

function append(reading: Reading, text: string, read: number): null {
  reading.word = (reading.word ?? '') + text;
  reading.at += read;
  return null;
}

function readEscape(reading: Reading): null {
  const next = reading.text.charAt(reading.at + 1);
  // At the end of a line it joins the lines.
  return next === '\n' ? endWordless(reading) : append(reading, next, 2);
}

function endWordless(reading: Reading): null {
  reading.at += 2;
  return null;
}

function readSingle(reading: Reading): string | null {
  const end = reading.text.indexOf("'", reading.at + 1);
  if (end === -1) return "unexpected EOF while looking for matching `''";
  return append(reading, reading.text.slice(reading.at + 1, end), end + 1 - reading.at);
}

function readDouble(reading: Reading): string | null {
  append(reading, '', 1);
  while (reading.at < reading.text.length) {
    const mark = reading.text.charAt(reading.at);
    if (mark === '"') return append(reading, '', 1);
    const next = reading.text.charAt(reading.at + 1);
    if (mark === '$') expand(reading);
    else if (mark === '\\' && '"\\$`'.includes(next) && next !== '') append(reading, next, 2);
    else append(reading, mark, 1);
  }
  return 'unexpected EOF while looking for matching `"\'';
}

const variable = /^\$(?:\{(?<braced>[A-Za-z_]\w*)\}|(?<bare>[A-Za-z_]\w*))/;

/** A name that is not set stands for nothing, as in a shell. */
function expand(reading: Reading): string | null {
  const rest = reading.text.slice(reading.at);
  if (rest.startsWith('$(')) return 'Commands in $( ) are not simulated here: give the value itself.';
  const found = variable.exec(rest);
  if (found === null) return append(reading, '$', 1);
  const name = found.groups?.['braced'] ?? found.groups?.['bare'] ?? '';
  return append(reading, reading.variables(name) ?? '', found[0].length);
}

/** Writes a word so that the shell reads it back. */
export function quoted(word: string): string {
  if (/^[\w@%+=:,./[\]-]+$/.test(word)) return word;
  return /["$`\\\n]/.test(word) || word.includes('!') ? `'${word.replaceAll("'", String.raw`'\''`)}'` : `"${word}"`;
}
