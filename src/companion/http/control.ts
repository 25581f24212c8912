import { Hono } from 'hono';
import type { Context } from 'hono';
import { readJson } from '#domain/kernel/json.ts';
import { alsoUseful, environmentOf, findHost } from '../host-environment.ts';
import type { Environment } from '../host-environment.ts';
import type { SharedWorld } from '../world/shared-world.ts';
import { readFault } from './fault.ts';
import { limitBody } from './guards.ts';
import type { CompanionEnv } from './guards.ts';
import type { HostListeners } from './hosts.ts';
import { refusalResponse } from './refusal.ts';

export interface Control {
  readonly world: SharedWorld;
  readonly hosts: HostListeners;
  /** The certificate that clients have to trust; null without TLS. */
  readonly caFile: string | null;
  /** What whoever builds the world finds: every address, and the way there. */
  readonly operator: () => { readonly env: Environment; readonly also: Environment };
}

/** The furthest that the clock is moved at once: ten years. */
const longestMove = 10 * 365 * 86_400;
/** The end of the year 9999, which is the last that Azure's dates can be written in. */
const endOfTime = 253_402_300_799;

/** What a script asks of the companion itself: a host's environment, a fault, a later hour. */
export function controlRoutes(control: Control): Hono<CompanionEnv> {
  const app = new Hono<CompanionEnv>();
  app.use(limitBody);
  app.get('/env', (context) => environment(control, context));
  app.post('/faults', (context) => fault(control, context));
  app.post('/clock', (context) => clock(control, context));
  return app;
}

async function environment(control: Control, context: Context<CompanionEnv>): Promise<Response> {
  const { world, hosts, caFile } = control;
  const named = context.req.query('resourceId');
  if (named === undefined) return Response.json(control.operator());
  const host = findHost(world.state(), named);
  if (host === undefined) {
    return refusalResponse({
      status: 404,
      code: 'HostNotFound',
      message: 'No host of this world has that ARM id or, alone, that name. Create it first, by ARM or in the page.',
    });
  }
  const port = await hosts.portOf(host.id);
  const env = environmentOf(world.state(), host, port);
  if (env === null) {
    return refusalResponse({
      status: 404,
      code: 'NoEndpoint',
      message: `${host.name} has no endpoint for tokens that a program here could be led to.`,
    });
  }
  return Response.json({ env, also: alsoUseful(port, caFile) });
}

async function fault({ world }: Control, context: Context<CompanionEnv>): Promise<Response> {
  const read = readFault(world.state(), readJson(await context.req.text()));
  if ('code' in read) return refusalResponse(read);
  await world.run(() => read).kept;
  return Response.json({});
}

async function clock({ world }: Control, context: Context<CompanionEnv>): Promise<Response> {
  const body = readJson(await context.req.text());
  const seconds = typeof body === 'object' && body !== null && 'seconds' in body ? body.seconds : undefined;
  if (typeof seconds !== 'number' || !Number.isSafeInteger(seconds) || seconds < 1 || seconds > longestMove) {
    return refusalResponse({
      status: 400,
      code: 'InvalidMove',
      message: `Send { "seconds": n }, a whole number from 1 to ${longestMove}: the clock moves forward only.`,
    });
  }
  if (world.state().now + seconds > endOfTime) {
    return refusalResponse({ status: 400, code: 'InvalidMove', message: 'The clock ends with the year 9999.' });
  }
  const { state, kept } = world.run(() => ({ type: 'AdvanceClock', seconds }));
  await kept;
  return Response.json({ now: state.now });
}
