/** The reason phrase of an HTTP status, for whoever writes a message as it is on the wire. */
export { reasonOf } from '#domain/http/reasons.ts';
