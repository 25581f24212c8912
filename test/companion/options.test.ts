import { describe, expect, it } from 'vitest';
import { readOptions } from '../../src/companion/options.ts';

describe('what the companion is asked for', () => {
  it('is a world of its own on free ports, with delays as in Azure, where nothing is said', () => {
    expect(readOptions([])).toEqual({
      kind: 'serve',
      options: {
        https: false,
        json: false,
        port: 0,
        roleDelay: { kind: 'seeded' },
        replicationDelay: null,
        world: null,
        insecureOperator: false,
        quiet: false,
      },
    });
  });

  it('is read option by option', () => {
    const args = '--https --json --port 4180 --role-delay 0 --replication-delay 30 --world a.jsonl --quiet';
    expect(readOptions([...args.split(' '), '--insecure-operator'])).toMatchObject({
      options: {
        https: true,
        json: true,
        port: 4180,
        roleDelay: { kind: 'fixed', seconds: 0 },
        replicationDelay: 30,
        world: 'a.jsonl',
        insecureOperator: true,
        quiet: true,
      },
    });
  });

  it('may be the variables of a host, or help', () => {
    expect(readOptions(['env', 'vm-web'])).toEqual({ kind: 'env', host: 'vm-web' });
    expect(readOptions(['-h'])).toEqual({ kind: 'help' });
  });

  it.each([
    [['--port', 'abc'], '--port'],
    [['--port', '65536'], '--port'],
    [['--port', '-1'], '--port'],
    [['--role-delay', '1.5'], '--role-delay'],
    [['--replication-delay', '601'], '--replication-delay'],
    [['--prot', '1'], '--prot'],
    [['stop'], 'stop'],
    [['env', 'vm-web', 'vm-worker'], 'one host'],
  ])('%j is refused by name', (args, named) => {
    expect(readOptions(args)).toEqual({ kind: 'wrong', message: expect.stringContaining(named) });
  });
});
