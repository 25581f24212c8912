import { Hono } from 'hono';
import { identityEndpointOf } from '#domain/appservice/request.ts';
import { isHost } from '#domain/arm/kinds.ts';
import { findResource } from '#domain/arm/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { imdsAddress } from '#domain/imds/request.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { Exchange } from './exchange.ts';
import { guard, limitBody } from './guards.ts';
import type { CompanionEnv } from './guards.ts';
import { respond } from './respond.ts';
import { failed, notFound } from './unanswered.ts';

/** What code on one host finds at addresses of its own: the metadata service of a machine, `IDENTITY_ENDPOINT` of an app. */
export function hostApp(
  exchange: Exchange,
  state: () => CloudState,
  id: ResourceId,
  hosts: () => readonly string[],
): Hono<CompanionEnv> {
  const sender: Origin = { kind: 'host', resourceId: id };
  const app = new Hono<CompanionEnv>();
  app.use(guard({ hosts, origins: () => [] }), limitBody);
  app.all('/*', (context) => {
    const target = `/${(context.env.incoming.url ?? '').replace(/^\/+/, '')}`;
    return respond(context, exchange, sender, localAddress(state(), id, target));
  });
  return app.notFound(notFound).onError(failed);
}

/** The address on the host that a target of its listener stands for. */
function localAddress(state: CloudState, id: ResourceId, target: string): string {
  const resource = findResource(state.arm, id);
  const endpoint = resource !== undefined && isHost(resource) ? identityEndpointOf(resource.kind) : null;
  const base = endpoint === null ? `http://${imdsAddress}` : new URL(endpoint).origin;
  return `${base}${target}`;
}
