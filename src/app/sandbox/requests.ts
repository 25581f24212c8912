/** Requests that an SDK would send, as commands. */
export { askForToken } from '#domain/cloud/requests.ts';
