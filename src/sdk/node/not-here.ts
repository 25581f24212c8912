/** What Node has and a worker has not: credentials that need it say that they are unavailable. */
export function notHere(what: string): never {
  throw new Error(`There is no ${what} in this worker.`);
}
