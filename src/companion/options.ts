import { parseArgs } from 'node:util';
import type { RoleDelay } from '#domain/cloud/command.ts';
import { longestReplicationDelay } from '#domain/cloud/delays.ts';

/** What `npm run companion` was asked for. */
export type Invocation =
  | { readonly kind: 'serve'; readonly options: CompanionOptions }
  /** A host's variables, or null for the companion's own. */
  | { readonly kind: 'env'; readonly host: string | null }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

export interface CompanionOptions {
  /** Also TLS with a certificate authority of its own, and the proxy that answers at Azure's real names. */
  readonly https: boolean;
  /** One line of JSON instead of prose. */
  readonly json: boolean;
  /** The first of the ports, counted up from there; 0 for any that are free. */
  readonly port: number;
  readonly roleDelay: RoleDelay;
  /** Seconds until a new principal is known outside Microsoft Entra ID; null for what the world has. */
  readonly replicationDelay: number | null;
  /** Where the world is kept; null for a new one that is gone at the end. */
  readonly world: string | null;
  readonly insecureOperator: boolean;
  readonly quiet: boolean;
}

export const usage = `Usage: npm run companion -- [options]
       npm run companion -- env [host]    prints the export lines for a host of the companion that runs,
                                          or without one those of whoever builds the world

  --https                  TLS with a certificate authority of its own, and a proxy for Azure's real host names
  --port <n>               the first port, the others follow it; without it, any that are free
  --role-delay <s>         seconds until a role assignment takes effect (otherwise 0 to 10 minutes, as in Azure)
  --replication-delay <s>  seconds until a new principal is known outside Microsoft Entra ID (otherwise 0; at most 600)
  --world <file>           keep the world in this file, and open it again from there
  --json                   print one line of JSON with every address, for scripts
  --insecure-operator      take any bearer token at Azure Resource Manager for the owner's; for tests
  --quiet                  no line for each request
  --help                   this text`;

/** Reads the arguments after the script's name. */
export function readOptions(args: readonly string[]): Invocation {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: known, allowPositionals: true });
    if (values.help === true) return { kind: 'help' };
    if (positionals.length > 0) return readSubcommand(positionals);
    return { kind: 'serve', options: readServe(values) };
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
}

const known = {
  https: { type: 'boolean' },
  json: { type: 'boolean' },
  port: { type: 'string' },
  'role-delay': { type: 'string' },
  'replication-delay': { type: 'string' },
  world: { type: 'string' },
  'insecure-operator': { type: 'boolean' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = { readonly [Name in keyof typeof known]?: string | boolean | undefined };

function readSubcommand([name, host, ...rest]: readonly string[]): Invocation {
  if (name !== 'env') return { kind: 'wrong', message: `There is no command "${name ?? ''}".` };
  if (rest.length > 0) return { kind: 'wrong', message: 'Name one host: env vm-web.' };
  return { kind: 'env', host: host ?? null };
}

function readServe(values: Values): CompanionOptions {
  const delay = values['role-delay'];
  return {
    https: values.https === true,
    json: values.json === true,
    port: wholeNumber('--port', values.port, 65_000) ?? 0,
    roleDelay: delay === undefined ? { kind: 'seeded' } : fixed(wholeNumber('--role-delay', delay, 86_400)),
    replicationDelay: wholeNumber('--replication-delay', values['replication-delay'], longestReplicationDelay) ?? null,
    world: typeof values.world === 'string' ? values.world : null,
    insecureOperator: values['insecure-operator'] === true,
    quiet: values.quiet === true,
  };
}

function fixed(seconds: number | undefined): RoleDelay {
  return { kind: 'fixed', seconds: seconds ?? 0 };
}

function wholeNumber(option: string, value: string | boolean | undefined, most: number): number | undefined {
  if (value === undefined) return undefined;
  const number = typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number <= most)) throw new Error(`${option} takes a whole number from 0 to ${most}.`);
  return number;
}
