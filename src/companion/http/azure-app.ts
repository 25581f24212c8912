import { Hono } from 'hono';
import type { Context } from 'hono';
import { azureAddress, blobAddress, reachable } from './addresses.ts';
import type { Exchange } from './exchange.ts';
import { guard, limitBody } from './guards.ts';
import type { Allowed, CompanionEnv } from './guards.ts';
import { respond } from './respond.ts';
import { failed, notFound } from './unanswered.ts';

/** Each stands for a part of Azure: see `addresses.ts`. */
const prefixes = ['/arm', '/entra', '/graph', '/keyvault'];

/** Adds Azure Resource Manager, Microsoft Entra ID, Microsoft Graph and vaults to a listener; `base` is where clients reach it. */
export function addAzure(app: Hono<CompanionEnv>, exchange: Exchange, base: () => string): void {
  const answer = (context: Context<CompanionEnv>) =>
    respond(context, exchange, 'bearer', azureAddress(context.env.incoming.url ?? ''), (response) =>
      reachable(response, base()),
    );
  for (const prefix of prefixes) app.all(prefix, limitBody, answer).all(`${prefix}/*`, limitBody, answer);
}

/** The main listener over TLS: Azure alone, for the page stays where a browser trusts it. */
export function secureApp(exchange: Exchange, allowed: Allowed, base: () => string): Hono<CompanionEnv> {
  const app = new Hono<CompanionEnv>();
  app.use(guard(allowed));
  addAzure(app, exchange, base);
  return app.notFound(notFound).onError(failed);
}

/** Blob storage: a port of its own, for clients take the first segment of a path for the account. */
export function blobApp(exchange: Exchange, allowed: Allowed): Hono<CompanionEnv> {
  const app = new Hono<CompanionEnv>();
  app.use(guard(allowed), limitBody);
  app.all('/*', (context) => respond(context, exchange, 'bearer', blobAddress(context.env.incoming.url ?? '')));
  return app.notFound(notFound).onError(failed);
}
