import { randomInt } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { listen } from '../../../src/companion/http/listen.ts';
import type { Listener } from '../../../src/companion/http/listen.ts';
import { offsets, openPorts } from '../../../src/companion/http/ports.ts';

const nobody: RequestListener = (_incoming, outgoing) => void outgoing.end();

/** Somebody else on a port of this machine. */
async function occupied(tries = 20): Promise<Listener> {
  const port = randomInt(10_000, 32_000);
  return listen(nobody, port).catch(async (error: unknown) => {
    if (tries === 0) throw error;
    return occupied(tries - 1);
  });
}

it('a host whose port is taken gets another one, for its port is looked up', async () => {
  const other = await occupied();
  const ports = openPorts(other.port - offsets.hosts);
  onTestFinished(async () => {
    await ports.close();
    await other.close();
  });
  const { port } = await ports.open(offsets.hosts, () => nobody);
  expect(port).not.toBe(other.port);
  expect(port).toBeGreaterThan(0);
});

it('any other listener whose port is taken is not opened elsewhere', async () => {
  const other = await occupied();
  const ports = openPorts(other.port);
  onTestFinished(async () => {
    await ports.close();
    await other.close();
  });
  await expect(ports.open(offsets.main, () => nobody)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
