export { assertNever } from '#domain/kernel/invariant.ts';
