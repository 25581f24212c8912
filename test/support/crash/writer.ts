import { openJournal } from '../../../src/companion/world/journal.ts';
import { openSharedWorld } from '../../../src/companion/world/shared-world.ts';

/** Writes into a journal until the process is killed, and prints each write that was acknowledged. */
export async function main([file = '', round = '']: readonly string[]): Promise<void> {
  const world = openSharedWorld({
    journal: await openJournal(file),
    clock: () => Date.now() / 1_000,
    roleDelay: { kind: 'fixed', seconds: 0 },
    // Compacted every few dozen writes, so that an end comes in the midst of that too.
    limits: { entries: 200 },
  });
  let given = 0;
  const write = async (): Promise<void> => {
    while (given < 1_000) {
      const name = `rg-${round}-${given}`;
      given += 1;
      await world.run(() => ({ type: 'CreateResourceGroup', name, location: 'westeurope' })).kept;
      // A pipe is written before the call returns.
      process.stdout.write(`${name}\n`);
    }
  };
  // Eight clients, each of which waits for its answers.
  await Promise.all(Array.from({ length: 8 }, write));
  await world.close();
}
