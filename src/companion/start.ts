import type { RequestListener } from 'node:http';
import type { CloudState } from '#domain/cloud/state.ts';
import { signingKeyId } from '#domain/entra/issue-token.ts';
import { createTokenSigner } from '#edge/tokens/signer.ts';
import { variables } from './addresses.ts';
import type { Addresses } from './addresses.ts';
import { throughProxy } from './host-environment.ts';
import { blobApp, secureApp } from './http/azure-app.ts';
import type { Control } from './http/control.ts';
import { createExchange } from './http/exchange.ts';
import type { Exchange } from './http/exchange.ts';
import { hostApp } from './http/host-app.ts';
import { hostListeners } from './http/hosts.ts';
import type { HostListeners } from './http/hosts.ts';
import { handlerOf, hostsAt } from './http/listen.ts';
import { mainApp } from './http/main-app.ts';
import { offsets, openPorts } from './http/ports.ts';
import type { Ports } from './http/ports.ts';
import { forwardProxy, onlyProxy } from './http/proxy-app.ts';
import { createSecret } from './http/secret.ts';
import { openSecure } from './http/secure.ts';
import type { Secure } from './http/secure.ts';
import type { RequestLog } from './request-log.ts';
import type { SharedWorld } from './world/shared-world.ts';

export interface CompanionSettings {
  readonly world: SharedWorld;
  /** The first port, the others follow it; 0 for any. */
  readonly port: number;
  readonly https: boolean;
  readonly insecureOperator: boolean;
  readonly log: RequestLog;
  /** Answers what is none of Azure's: the built page; null where there is none. */
  readonly site: RequestListener | null;
}

export interface Companion {
  readonly addresses: Addresses;
  readonly close: () => Promise<void>;
}

/** Opens every listener of the companion around a world. Throws where a fixed port is taken; then nothing stays open. */
export async function startCompanion(settings: CompanionSettings): Promise<Companion> {
  const { world, insecureOperator, log } = settings;
  const ports = openPorts(settings.port);
  const secret = createSecret();
  const signer = createTokenSigner();
  // Made while nobody waits: the first token needs it.
  void signer.publicKey(signingKeyId(world.state().seed));
  const exchange = createExchange({ world, signer, secret, insecureOperator, log });
  let secure: Secure | null = null;
  let addresses: Addresses | null = null;
  const close = async () => {
    await secure?.close();
    await ports.close();
  };
  try {
    secure = settings.https ? await openSecure(exchange) : null;
    const hosts = openHosts({ world, ports, exchange, secure });
    const main = await ports.open(offsets.main, (own) =>
      handlerOf(
        mainApp({
          world,
          hosts,
          exchange,
          secret,
          caFile: secure?.caFile ?? null,
          operator: () => operatorOf(addresses, world.state()),
          site: settings.site,
          allowed: { hosts: () => hostsAt(own()), origins: () => hostsAt(own()).map((host) => `http://${host}`) },
          base: () => `http://127.0.0.1:${own()}`,
        }),
      ),
    );
    const base = { main: `http://127.0.0.1:${main.port}`, secret: secret.text };
    addresses = { ...base, ...(await openAzure(ports, exchange, secure, base.main)) };
    return { addresses, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Who builds the world is on no host, and reaches Azure by the proxy of its own. */
function operatorOf(addresses: Addresses | null, state: CloudState): ReturnType<Control['operator']> {
  if (addresses === null) return { env: {}, also: {} };
  const { tls } = addresses;
  return { env: variables(addresses, state), also: tls === null ? {} : throughProxy(tls.proxy, tls.caFile) };
}

interface Around {
  readonly world: SharedWorld;
  readonly ports: Ports;
  readonly exchange: Exchange;
  readonly secure: Secure | null;
}

/** For each host its own addresses, and its network as a proxy. */
function openHosts({ world, ports, exchange, secure }: Around): HostListeners {
  return hostListeners(async (id, index) => {
    const sender = { kind: 'host', resourceId: id } as const;
    const listener = await ports.open(offsets.hosts + index, (own) =>
      forwardProxy(
        { exchange, sender, listenerAt: ports.listenerAt },
        handlerOf(hostApp(exchange, world.state, id, () => hostsAt(own()))),
      ),
    );
    secure?.accept(listener.server, sender);
    return listener;
  });
}

/** Blob storage, and where TLS is asked for Azure over it, with the proxy of whoever is on no host. */
async function openAzure(
  ports: Ports,
  exchange: Exchange,
  secure: Secure | null,
  main: string,
): Promise<Pick<Addresses, 'azure' | 'blob' | 'tls'>> {
  const forCode = (own: () => number) => ({ hosts: () => hostsAt(own()), origins: () => [] });
  const blobs = (own: () => number) => handlerOf(blobApp(exchange, forCode(own)));
  const blob = await ports.open(offsets.blob, blobs);
  if (secure === null) return { azure: main, blob: `http://127.0.0.1:${blob.port}`, tls: null };
  const azure = await ports.open(
    offsets.secureMain,
    (own) => handlerOf(secureApp(exchange, forCode(own), () => `https://127.0.0.1:${own()}`)),
    secure.leaf,
  );
  const secureBlob = await ports.open(offsets.secureBlob, blobs, secure.leaf);
  const proxy = await ports.open(offsets.proxy, () =>
    forwardProxy({ exchange, sender: 'bearer', listenerAt: ports.listenerAt }, onlyProxy),
  );
  secure.accept(proxy.server, 'bearer');
  return {
    azure: `https://127.0.0.1:${azure.port}`,
    blob: `https://127.0.0.1:${secureBlob.port}`,
    tls: { proxy: `http://127.0.0.1:${proxy.port}`, caFile: secure.caFile },
  };
}
