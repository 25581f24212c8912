import path from 'node:path';
import { existsSync } from 'node:fs';
import { siteHandler } from '#build/server.ts';
import { greeting, variables } from './addresses.ts';
import { printEnvironment } from './env-command.ts';
import { refusePage } from './http/write-refusal.ts';
import { readOptions, usage } from './options.ts';
import type { CompanionOptions } from './options.ts';
import { requestLog, silent } from './request-log.ts';
import { announceRunning } from './runtime-file.ts';
import { startCompanion } from './start.ts';
import { openJournal } from './world/journal.ts';
import { openSharedWorld } from './world/shared-world.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const warn = (line: string) => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const invocation = readOptions(process.argv.slice(2));
  switch (invocation.kind) {
    case 'serve':
      return serve(invocation.options);
    case 'env':
      process.exitCode = await printEnvironment(invocation.host, say, warn);
      return;
    case 'help':
      say(usage);
      return;
    case 'wrong':
      warn(`${invocation.message}\n\n${usage}`);
      process.exitCode = 2;
  }
}

async function serve(options: CompanionOptions): Promise<void> {
  const journal = options.world === null ? null : await openJournal(options.world);
  const world = openSharedWorld({
    journal,
    clock: () => Date.now() / 1000,
    roleDelay: options.roleDelay,
  });
  const seconds = options.replicationDelay;
  if (seconds !== null) await world.run(() => ({ type: 'SetReplicationDelay', seconds })).kept;
  const log = options.quiet ? silent : requestLog(warn, () => new Date());
  const companion = await startCompanion({ ...options, world, log, site: builtSite() });
  const { addresses } = companion;
  const forget = announceRunning({ base: addresses.main, secret: addresses.secret, pid: process.pid });
  say(options.json ? JSON.stringify(variables(addresses, world.state())) : greeting(addresses, world.state()));
  // What is due comes about, and a page sees its clock move, although nobody asks for anything.
  const ticking = setInterval(() => world.tick(), 1000);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    clearInterval(ticking);
    forget();
    await companion.close();
    await world.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

/** The page beside this bundle; without it the companion serves Azure alone. */
function builtSite() {
  const folder = path.resolve(import.meta.dirname, '../dist');
  if (existsSync(path.join(folder, 'index.html'))) return siteHandler({ folder, refuse: refusePage });
  warn('There is no built page: run npm run build to see the requests drawn.');
  return null;
}

/** What went wrong at the start, in words for whoever started it. */
function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isTaken = 'code' in error && error.code === 'EADDRINUSE';
  return isTaken ? `${error.message}. Choose another port with --port, or leave it out.` : error.message;
}

main().catch((error: unknown) => {
  warn(told(error));
  process.exitCode = 1;
});
