import type { WorldStoreApi } from '#app/world/world-store.ts';
import { tokenText } from '#app/flow/signed-token.ts';
import { nameOf } from '#domain/arm/resource-id.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import type { TokenId } from '#domain/kernel/brand.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { issuedTokens } from '#domain/script/tokens.ts';
import { pastEvents } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { complete, interpret, newSession } from '#edge/command-line/interpret.ts';
import type { Printed, Session } from '#edge/command-line/interpret.ts';

export { newSession };
export type { Session };

/** Runs one line in the world of the store: what it changes there is a command like any other. */
export async function runLine(store: WorldStoreApi, line: string, session: Session): Promise<Printed> {
  const printed = printedBy(store, line, { ...session, caller: store.getState().actor });
  const { world, actor, actAs } = store.getState();
  if (printed.session.caller.principalId !== actor.principalId) actAs(printed.session.caller);
  return { ...printed, text: await withTokens(printed.text, world) };
}

function printedBy(store: WorldStoreApi, line: string, session: Session): Printed {
  const { world, dispatch } = store.getState();
  const step = interpret(world, line, session);
  if (step.kind === 'text') return step;
  const events: CloudEvent[] = [];
  for (const command of step.commands) events.push(...dispatch(command, step.by).events);
  return step.finish({ before: world.state, after: store.getState().world.state, events });
}

const reference = /\{token:([^}]+)\}/g;

/** Puts signed tokens in the place of the references to them. */
async function withTokens(text: string, world: World): Promise<string> {
  const ids = [...new Set([...text.matchAll(reference)].map(([, id = '']) => id as TokenId))];
  if (ids.length === 0) return text;
  const issued = issuedTokens(pastEvents(world.timeline));
  const texts = await Promise.all(
    ids.map(async (id) => {
      const token = issued.get(id);
      return [id, token === undefined ? `{token:${id}}` : (await tokenText(token)).jwt] as const;
    }),
  );
  const byId = new Map<string, string>(texts);
  return text.replaceAll(reference, (whole, id: string) => byId.get(id) ?? whole);
}

/** What the last word of a line can become. */
export function completions({ state }: World, line: string): readonly string[] {
  return complete(state, line);
}

/** Where a session runs: a host by its name, or null for the laptop. */
export function placeOf({ at }: { readonly at: Origin }): string | null {
  if (at.kind === 'host') return nameOf(at.resourceId);
  return at.kind === 'pod' ? `${nameOf(at.clusterId)}/${at.serviceAccount}` : null;
}
