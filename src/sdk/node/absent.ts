import { notHere } from './not-here.ts';

/** Stands for modules that no program here comes to use: a server for interactive sign-in, paths, signed assertions. */
// oxlint-disable-next-line import/no-default-export -- as the modules that it stands for have it
export default {
  createServer: (): never => notHere('server'),
  join: (...parts: readonly string[]): string => parts.join('/'),
  sign: (): never => notHere('private keys'),
};
