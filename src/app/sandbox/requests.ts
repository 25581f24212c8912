/** Requests that an SDK would send, as commands. */
export { askForToken, readFrom } from '#domain/cloud/requests.ts';
