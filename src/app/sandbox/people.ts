import type { WorldStoreApi } from '#app/world/world-store.ts';
import { owner } from '#domain/cloud/command.ts';
import type { Caller } from '#domain/cloud/command.ts';
import { applicationsOf, usersOf } from '#domain/cloud/directory.ts';
import { callerNamed, personaCommands, personas } from '#domain/cloud/personas.ts';
import type { Persona } from '#domain/cloud/personas.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { AppRoleAssignment, Application, Group } from '#domain/entra/state.ts';
import { refusalIn } from './forecast.ts';
import type { Refusal } from '#domain/cloud/check.ts';

export { personas };
export type { Persona };

/** Those who can be played: the learner, who is not named, and every person of the directory. */
export function callersIn(state: CloudState): Caller[] {
  const [, ...others] = usersOf(state);
  return [owner, ...others.map(({ id, displayName }): Caller => ({ kind: 'user', displayName, principalId: id }))];
}

/**
 * Makes a person with roles, as the learner, and plays them from then on. With `wait` time passes until the roles
 * act. Gives back what Azure refused, or null.
 */
export function addPersona(store: WorldStoreApi, persona: Persona, wait: boolean): Refusal | null {
  for (const make of personaCommands(persona)) {
    const { world, dispatch } = store.getState();
    const refused = refusalIn(dispatch(make(world.state), owner).events);
    if (refused !== null) return refused;
  }
  const caller = callerNamed(store.getState().world.state, persona.name);
  if (wait) passUntilRolesAct(store, caller.principalId);
  store.getState().actAs(caller);
  return null;
}

function passUntilRolesAct(store: WorldStoreApi, principalId: string): void {
  const { now, rbac } = store.getState().world.state;
  const times = [...dictionary.values(rbac.assignments)]
    .filter((each) => each.principalId === principalId)
    .map(({ effectiveAt }) => effectiveAt);
  const last = Math.max(now, ...times);
  if (last > now) store.getState().dispatch({ type: 'AdvanceClock', seconds: last - now }, owner);
}

export function groupsOfDirectory(state: CloudState): Group[] {
  return [...dictionary.values(homeDirectory(state).groups)];
}

export function appRolesGiven(state: CloudState): readonly AppRoleAssignment[] {
  return homeDirectory(state).appRoles;
}

/** Every API that has app roles to give, Microsoft Graph among them. */
export function apisIn(state: CloudState): readonly Application[] {
  return applicationsOf(state).filter(({ appRoles }) => appRoles.length > 0);
}
