import { armEmpty, armError, armJson, resourceNotFound } from '#domain/arm/wire.ts';
import { administratorOf } from '#domain/sql/state.ts';
import type { CommandOf } from '../command.ts';
import { findAnyPrincipal } from '../directory.ts';
import type { Draft } from '../draft.ts';
import { answer, resourceUrl } from './answer.ts';
import { findTarget } from './find-target.ts';

/** Makes a user, a group or an identity the Entra administrator of a server; there is one, or none. */
export function setSqlAdministrator(draft: Draft, command: CommandOf<'SetSqlAdministrator'>): void {
  const { state } = draft;
  const { serverId, principalId } = command;
  const server = findTarget(state, serverId, 'sqlServer');
  const path = '/administrators/ActiveDirectory';
  const url = resourceUrl(serverId, 'sqlServer').replace('?', `${path}?`);
  const method = principalId === null ? 'DELETE' : 'PUT';
  if (server === undefined) return answer(draft, method, url, resourceNotFound(serverId));
  if (principalId === null) {
    const isSet = administratorOf(state.sql, server.id) !== null;
    if (isSet) draft.emit({ type: 'SqlAdministratorSet', serverId: server.id, principalId });
    return answer(draft, method, url, armEmpty(isSet ? 200 : 204));
  }
  const principal = findAnyPrincipal(state, principalId);
  if (principal === undefined) {
    const message = `The directory has no principal with the object ID ${principalId}.`;
    return answer(draft, method, url, armError(400, 'InvalidParameterValue', message, 'unconfirmed'));
  }
  draft.emit({ type: 'SqlAdministratorSet', serverId: server.id, principalId: principal.id });
  const body = {
    id: `${server.id}${path}`,
    name: 'ActiveDirectory',
    type: 'Microsoft.Sql/servers/administrators',
    properties: {
      administratorType: 'ActiveDirectory',
      login: principal.type === 'User' ? principal.principalName : principal.displayName,
      sid: principal.id,
      tenantId: state.tenantId,
    },
  };
  answer(draft, method, url, armJson(201, body, 'docs'));
}
