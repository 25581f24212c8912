import { notFound } from './files.ts';

/** The files that a credential may look for before it gives up: none is here but those that the platform mounts. */
export const constants = { R_OK: 4, F_OK: 0 };
export const accessSync = (path: string): never => notFound(path);
export const statSync = (path: string): never => notFound(path);
export const readFileSync = (path: string): never => notFound(path);
