import { findRunning } from './runtime-file.ts';

/** Prints the export lines for a host of the companion that runs, or for its operator; gives the exit code. */
export async function printEnvironment(
  host: string | null,
  say: (line: string) => void,
  warn: (line: string) => void,
): Promise<number> {
  const running = findRunning();
  if (running === null) {
    warn('No companion is running. Start one: npm run companion');
    return 1;
  }
  const url = `${running.base}/companion/env${host === null ? '' : `?resourceId=${encodeURIComponent(host)}`}`;
  try {
    const response = await fetch(url, { headers: { Authorization: `Bearer ${running.secret}` } });
    const body = (await response.json()) as EnvironmentAnswer;
    if (body.env === undefined) {
      warn(body.error?.message ?? `The companion answered ${response.status}.`);
      return 1;
    }
    for (const [name, value] of Object.entries({ ...body.env, ...body.also })) say(`export ${name}=${quoted(value)}`);
    return 0;
  } catch {
    warn(`The companion at ${running.base} does not answer. Start it again: npm run companion`);
    return 1;
  }
}

interface EnvironmentAnswer {
  readonly env?: Readonly<Record<string, string>>;
  /** What helps beside what the host itself has: a shorter credential chain, the proxy, the certificate. */
  readonly also?: Readonly<Record<string, string>>;
  readonly error?: { readonly message: string };
}

/** For a POSIX shell, where anything at all may stand between single quotes but one itself. */
function quoted(value: string): string {
  return /^[\w./:@-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
