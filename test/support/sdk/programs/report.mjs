// @ts-check

/**
 * @typedef {{ name: string, message: string, code?: string, statusCode?: number, inner?: string, errors?: Failure[] }} Failure
 * @typedef {{ code?: string, statusCode?: number, errors?: unknown[], details?: { error?: { innerError?: { code?: string } } } }} OfSdk
 */

/**
 * Takes the steps one after the other and prints what each came to and how many seconds it took, as JSON.
 * @param {Record<string, () => Promise<unknown>>} steps
 */
export async function report(steps) {
  /** @type {Record<string, ({ value: unknown } | { error: Failure }) & { seconds: number }>} */
  const outcomes = {};
  for (const [name, step] of Object.entries(steps)) {
    const began = performance.now();
    const seconds = () => (performance.now() - began) / 1000;
    try {
      outcomes[name] = { value: await step(), seconds: seconds() };
    } catch (error) {
      outcomes[name] = { error: failureOf(error), seconds: seconds() };
    }
  }
  process.stdout.write(JSON.stringify(outcomes));
}

/** @param {unknown} thrown @returns {Failure} */
function failureOf(thrown) {
  if (!(thrown instanceof Error)) return { name: typeof thrown, message: String(thrown) };
  const { name, message } = thrown;
  const { code, statusCode, errors, details } = /** @type {OfSdk} */ (thrown);
  const inner = details?.error?.innerError?.code;
  return {
    name,
    message,
    ...(code === undefined ? {} : { code }),
    ...(statusCode === undefined ? {} : { statusCode }),
    ...(inner === undefined ? {} : { inner }),
    ...(errors === undefined ? {} : { errors: errors.map(failureOf) }),
  };
}

/**
 * The payload of a JWT, unchecked.
 * @param {string} token @returns {Record<string, unknown>}
 */
export function claimsOf(token) {
  const [, payload = ''] = token.split('.');
  return /** @type {Record<string, unknown>} */ (JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
}

/**
 * Everything that an iteration gives, as it is read.
 * @template T, R
 * @param {AsyncIterable<T>} items @param {(item: T) => R} read
 */
export async function all(items, read) {
  /** @type {R[]} */
  const found = [];
  for await (const item of items) found.push(read(item));
  return found;
}
