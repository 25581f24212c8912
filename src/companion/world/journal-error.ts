/** Why a journal cannot be used, in words for whoever started the companion. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}
