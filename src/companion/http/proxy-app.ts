import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Hono } from 'hono';
import { imdsAddress } from '#domain/imds/request.ts';
import { originForm, proxied } from '../tls/request-target.ts';
import type { Exchange, Sender } from './exchange.ts';
import { guardProxy, limitBody } from './guards.ts';
import type { CompanionEnv } from './guards.ts';
import { handlerOf } from './listen.ts';
import { refusalResponse } from './refusal.ts';
import { respond } from './respond.ts';
import { failed } from './unanswered.ts';

export interface ProxySettings {
  readonly exchange: Exchange;
  /** Whose network this is. */
  readonly sender: Sender;
  /** The companion's own listener on a port of this machine: clients send requests for loopback through a proxy too. */
  readonly listenerAt: (port: number) => RequestListener | undefined;
}

/** Answers what came through the proxy as Azure's host of that name does. */
export function throughProxy(exchange: Exchange, sender: Sender) {
  const urls = new WeakMap<IncomingMessage, string>();
  const app = new Hono<CompanionEnv>();
  app.use(guardProxy, limitBody);
  app.all('/*', (context) => respond(context, exchange, sender, urls.get(context.env.incoming) ?? null));
  const handle = handlerOf(app.onError(failed));
  return (incoming: IncomingMessage, outgoing: ServerResponse, url: string): void => {
    urls.set(incoming, url);
    handle(incoming, outgoing);
  };
}

/**
 * A forward proxy for plain HTTP in front of a listener: the metadata service at its own address, and the companion's
 * own ports. Whatever else it is asked for it refuses; what is not for a proxy goes to `origin`.
 */
export function forwardProxy(
  { exchange, sender, listenerAt }: ProxySettings,
  origin: RequestListener,
): RequestListener {
  const answer = throughProxy(exchange, sender);
  return (incoming, outgoing) => {
    const asked = proxied(incoming.url ?? '');
    if (asked === null) {
      origin(incoming, outgoing);
      return;
    }
    const own = listenerAt(portOnLoopback(asked.host));
    if (own !== undefined) {
      incoming.url = originForm(asked.url);
      own(incoming, outgoing);
    } else if (asked.host === imdsAddress) answer(incoming, outgoing, asked.url);
    else refuse(incoming, outgoing);
  };
}

/** The port of an address on this machine; 0, which nobody listens on, for every other one. */
function portOnLoopback(host: string): number {
  return Number(/^(?:127\.0\.0\.1|localhost):(\d+)$/.exec(host)?.[1] ?? 0);
}

const refuse = handlerOf(
  new Hono<CompanionEnv>().all('/*', () =>
    refusalResponse({
      status: 502,
      code: 'HostNotPlayed',
      message: 'This proxy leads to the simulated Azure alone, and that has no such host.',
    }),
  ),
);

/** What is not for a proxy has no place at a listener that is nothing else. */
export const onlyProxy = handlerOf(
  new Hono<CompanionEnv>().all('/*', () =>
    refusalResponse({
      status: 400,
      code: 'ProxyOnly',
      message: 'This port is a forward proxy. Set it as HTTPS_PROXY and ask for Azure by its own host names.',
    }),
  ),
);
