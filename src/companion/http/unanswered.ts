import { RequestError } from '@hono/node-server';
import { JournalError } from '../world/journal-error.ts';
import { UnreadableEntryError } from '../world/shared-world.ts';
import { refusalResponse } from './refusal.ts';

export function notFound(): Response {
  return refusalResponse({ status: 404, code: 'NotFound', message: 'The companion has nothing at this address.' });
}

/** What nobody foresaw is our own mistake: it is said on the console, and to the client without its details. */
export function failed(error: unknown): Response {
  if (error instanceof RequestError || isCutOff(error)) {
    return refusalResponse({ status: 400, code: 'BadRequest', message: 'This request cannot be read.' });
  }
  if (error instanceof UnreadableEntryError) {
    const message = 'What this request leads to is more than the log of a world can hold. Nothing was changed.';
    return refusalResponse({ status: 413, code: 'RequestTooLarge', message });
  }
  if (error instanceof JournalError) {
    return refusalResponse({ status: 507, code: 'WorldNotKept', message: `${error.message} Nothing was changed.` });
  }
  console.error(error);
  return refusalResponse({
    status: 500,
    code: 'InternalServerError',
    message: 'The companion failed at this request. Its console says where; the world is as it was before.',
  });
}

/** The client went away in the middle of its request: nobody hears the answer, and nothing is wrong here. */
function isCutOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
}
