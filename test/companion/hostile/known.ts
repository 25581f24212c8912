import type { Host } from '#test/support/sdk/shop.ts';

/** Every listener of a companion with `--https`. */
export const listeners = ['main', 'blob', 'machine', 'app', 'proxy', 'secure main', 'secure blob'] as const;
export type ListenerName = (typeof listeners)[number];

/** What a case is written with: the secrets and names of the world that is asked. */
export interface Known {
  readonly secret: string;
  readonly subscription: string;
  readonly tenant: string;
  readonly machine: Host;
  readonly app: Host;
  readonly identityHeader: string;
  /** Of the machine's identity, for the audiences they are named by; signed by this world. */
  readonly vaultToken: string;
  readonly blobToken: string;
  readonly port: (listener: ListenerName) => number;
}

/** What the world has that is asked. */
export const names = { vault: 'kv-hostile', account: 'sthostile', secretValue: 'what-nobody-may-read' } as const;
