import type { Server } from 'node:http';
import { imdsAddress } from '#domain/imds/request.ts';
import { createAuthority } from '../tls/authority.ts';
import type { Leaf } from '../tls/authority.ts';
import { writeCaFile } from '../tls/ca-file.ts';
import { acceptConnect } from '../tls/connect.ts';
import type { Tunnels } from '../tls/connect.ts';
import { isPlayed } from '../tls/names.ts';
import type { Exchange, Sender } from './exchange.ts';
import { refuseTunnel } from './listen.ts';
import { throughProxy } from './proxy-app.ts';

/** Azure's host names on this machine: a certificate that clients can trust, and tunnels that end at the simulated Azure. */
export interface Secure {
  readonly leaf: Leaf;
  readonly caFile: string;
  /** Lets a listener take CONNECT requests, on behalf of whoever's network it stands for. */
  readonly accept: (server: Server, sender: Sender) => void;
  readonly close: () => Promise<void>;
}

export async function openSecure(exchange: Exchange): Promise<Secure> {
  const { caPem, leaf } = await createAuthority(new Date());
  const caFile = writeCaFile(caPem);
  const open: Tunnels[] = [];
  return {
    leaf,
    caFile: caFile.path,
    accept(server, sender) {
      const answer = throughProxy(exchange, sender);
      server.off('connect', refuseTunnel);
      const tunnels = acceptConnect(server, {
        leaf,
        plays: isPlayed,
        // Some clients ask for a tunnel even for plain HTTP (Node with NODE_USE_ENV_PROXY=1 among them).
        playsPlain: isMetadataService,
        handle(incoming, outgoing, host) {
          const scheme = isMetadataService(host) ? 'http' : 'https';
          answer(incoming, outgoing, `${scheme}://${host}${incoming.url ?? '/'}`);
        },
      });
      open.push(tunnels);
    },
    async close() {
      caFile.remove();
      await Promise.all(open.map((each) => each.close()));
    },
  };
}

function isMetadataService(host: string): boolean {
  return host === imdsAddress;
}
