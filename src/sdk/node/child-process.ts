type Finished = (error: Error | null, stdout: string, stderr: string) => void;

/** Nothing can be started: a host in Azure has no developer tools, and the shell says so. */
export function exec(command: string, ...rest: readonly unknown[]): unknown {
  return refuse(command.trim().split(/\s+/)[0] ?? '', rest, 127);
}

export function execFile(file: string, ...rest: readonly unknown[]): unknown {
  return refuse(file, rest, 'ENOENT');
}

function refuse(program: string, rest: readonly unknown[], code: number | string): unknown {
  const finished = rest.at(-1) as Finished;
  const stderr = `/bin/sh: 1: ${program}: not found`;
  const error = Object.assign(new Error(`spawn ${program} ENOENT`), { code });
  queueMicrotask(() => finished(error, '', stderr));
  return { on: () => {}, stdin: { end: () => {} } };
}

// oxlint-disable-next-line import/no-default-export -- as Node's own module has it
export default { exec, execFile };
