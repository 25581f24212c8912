import type { RequestListener } from 'node:http';
import { Hono } from 'hono';
import { addAzure } from './azure-app.ts';
import { controlRoutes } from './control.ts';
import type { Control } from './control.ts';
import type { Exchange } from './exchange.ts';
import { guard } from './guards.ts';
import type { Allowed, CompanionEnv } from './guards.ts';
import { leaveTo } from './listen.ts';
import { liveRoutes } from './live.ts';
import { secretSegment, wantingSecret } from './secret.ts';
import type { Secret } from './secret.ts';
import { failed, notFound } from './unanswered.ts';

export interface MainApp extends Control {
  readonly exchange: Exchange;
  readonly allowed: Allowed;
  readonly secret: Secret;
  /** Where clients reach this listener. */
  readonly base: () => string;
  /** The built page; null where nothing was built. */
  readonly site: RequestListener | null;
}

/** The companion's own routes. */
const own = '/companion';

/** The listener that the others are announced by: Azure under prefixes, the companion's own routes, and the page. */
export function mainApp({ exchange, allowed, secret, base, site, ...control }: MainApp): Hono<CompanionEnv> {
  const app = new Hono<CompanionEnv>();
  app.use(guard(allowed));
  addAzure(app, exchange, base);
  app.use(`${own}/*`, wantingSecret(secret, own));
  for (const path of [own, `${own}${secretSegment}`]) app.route(path, controlRoutes(control));
  app.route(own, liveRoutes(control.world));
  // What is none of these is no page either.
  app.all(`${own}/*`, notFound);
  if (site !== null) app.get('/*', ({ env }) => leaveTo(site, env));
  return app.notFound(notFound).onError(failed);
}
