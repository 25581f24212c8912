let mounted: Readonly<Record<string, string>> = {};

/** Puts files where the program's machine has them. */
export function mount(files: Readonly<Record<string, string>>): void {
  mounted = files;
}

export function fileAt(path: string): string {
  return (Object.hasOwn(mounted, path) ? mounted[path] : undefined) ?? notFound(path);
}

/** The error of Node for a file that is not there. */
export function notFound(path: string): never {
  const message = `ENOENT: no such file or directory, open '${path}'`;
  throw Object.assign(new Error(message), { code: 'ENOENT', errno: -2, syscall: 'open', path });
}
