import * as v from 'valibot';

/**
 * The building blocks of every schema. Each field carries a hint, the sentence that its author reads when
 * the field is missing or empty.
 */

/** A map with exactly these fields. */
export function strict<const Entries extends v.ObjectEntries>(entries: Entries) {
  const object = v.strictObject(entries, (issue) => strictMessage(issue, entries));
  type Output = v.InferOutput<typeof object>;
  // Valibot takes a list for an object and would complain of each field.
  return v.lazy((input): v.GenericSchema<unknown, Output> =>
    isMap(input) ? object : refusal('must be a map of fields'),
  );
}

/** A schema that nothing fits, for the places where only the message is left to choose. */
export function refusal<Output>(message: string): v.GenericSchema<unknown, Output> {
  return v.custom<Output>(() => false, message);
}

export function isMap(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function strictMessage(issue: v.StrictObjectIssue, entries: v.ObjectEntries): string {
  const key = String(issue.path?.at(-1)?.key);
  if (issue.expected === 'never') return `unknown field; known are ${Object.keys(entries).join(', ')}`;
  return withHint('missing', entries[key]);
}

function withHint(what: string, schema: v.ObjectEntries[string] | undefined): string {
  const hint = schema === undefined ? undefined : v.getDescription(schema);
  return hint === undefined ? what : `${what}; ${hint}`;
}

function textMessage(hint: string): (issue: v.StringIssue) => string {
  return ({ input }) => {
    if (input === null) return `empty; ${hint}`;
    if (typeof input === 'object') return `must be text; ${hint}`;
    return `must be text, and ${shown(input)} is not; put it in quotes`;
  };
}

/** Any text, on one line or on several. Where a reader sees it, it takes inline Markdown: see `compileText`. */
export function text(hint: string) {
  return v.pipe(v.string(textMessage(hint)), v.trim(), v.nonEmpty(`empty; ${hint}`), v.description(hint));
}

/** Text that is shown as it stands, without Markdown. */
export function plainText(hint: string) {
  return v.pipe(
    text(hint),
    v.transform((value) => value.replaceAll(/\s+/g, ' ')),
    v.check((value) => !/`|\*\*|\]\(/.test(value), 'is shown as plain text; leave out the Markdown'),
    v.description(hint),
  );
}

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function isKebab(value: string): boolean {
  return kebab.test(value);
}

/** An id in kebab-case. */
export function id(hint: string) {
  return v.pipe(
    text(hint),
    v.check(isKebab, ({ input }) => `"${input}" is not an id; write it in small letters and digits with - between`),
    v.description(hint),
  );
}

export function oneOf<const Options extends readonly string[]>(options: Options, hint: string) {
  const known = options.join(', ');
  return v.pipe(
    v.picklist(options, ({ input }) => `${shown(input)} is not one of ${known}`),
    v.description(`${hint}: ${known}`),
  );
}

export function flag(hint: string) {
  return v.pipe(v.boolean(`must be true or false; ${hint}`), v.description(hint));
}

export function amount(hint: string) {
  const message = `must be a whole number from 0; ${hint}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(0, message), v.description(hint));
}

export function listOf<const Item extends v.GenericSchema>(item: Item, hint: string) {
  return v.pipe(v.array(item, `must be a list; ${hint}`), v.description(hint));
}

/** A map of names of the author's own. */
export function mapOf<const Value extends v.GenericSchema>(value: Value, hint: string) {
  const message = `must be a map; ${hint}`;
  const map = v.record(v.string(), value, message);
  type Output = v.InferOutput<typeof map>;
  // Valibot takes a list for a map.
  const schema = v.lazy((input): v.GenericSchema<unknown, Output> => (isMap(input) ? map : refusal(message)));
  return v.pipe(schema, v.description(hint));
}

/** A list with something in it. */
export function someOf<const Item extends v.GenericSchema>(item: Item, hint: string) {
  return v.pipe(listOf(item, hint), v.minLength(1, `empty; ${hint}`), v.description(hint));
}

export function optional<const Schema extends v.GenericSchema>(schema: Schema) {
  return v.exactOptional(schema);
}

export function shown(input: unknown): string {
  return typeof input === 'string' ? `"${input}"` : JSON.stringify(input);
}
