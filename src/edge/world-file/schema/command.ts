import * as v from 'valibot';
import type { Command } from '#domain/cloud/command.ts';
import { origin, request } from './http.ts';
import { name, principalId, resourceId, roleAssignmentId, roleId, text } from './primitives.ts';
import { resourceKind } from './resource.ts';
import { presentedToken } from './tokens.ts';

export const roleDelay = v.variant('kind', [
  v.object({ kind: v.literal('seeded') }),
  v.object({
    kind: v.literal('fixed'),
    seconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400)),
  }),
]);

const host = { resourceId };
const attachment = { resourceId, identityId: resourceId };

/** Commands are shown and never replayed; they are checked all the same, for screens rely on them. */
export const command: v.GenericSchema<unknown, Command> = v.variant('type', [
  v.object({ type: v.literal('CreateResourceGroup'), name, location: name }),
  v.object({ type: v.literal('DeleteResourceGroup'), name }),
  v.object({
    type: v.literal('CreateResource'),
    kind: resourceKind,
    resourceGroup: name,
    name,
    location: name,
    identity: v.exactOptional(v.object({ systemAssigned: v.boolean(), userAssigned: v.array(resourceId) })),
  }),
  v.object({ type: v.literal('DeleteResource'), id: resourceId }),
  v.object({ type: v.literal('PurgeDeletedVault'), name }),
  v.object({ type: v.literal('EnableSystemAssignedIdentity'), ...host }),
  v.object({ type: v.literal('DisableSystemAssignedIdentity'), ...host }),
  v.object({ type: v.literal('AttachUserAssignedIdentity'), ...attachment }),
  v.object({ type: v.literal('DetachUserAssignedIdentity'), ...attachment }),
  v.object({ type: v.literal('CreateRoleAssignment'), scope: name, roleId, principalId }),
  v.object({ type: v.literal('DeleteRoleAssignment'), id: roleAssignmentId }),
  v.object({ type: v.literal('SetSecret'), vaultId: resourceId, name, value: text }),
  v.object({ type: v.literal('CreateContainer'), accountId: resourceId, name }),
  v.object({
    type: v.literal('UploadBlob'),
    accountId: resourceId,
    container: name,
    name,
    content: text,
  }),
  v.object({ type: v.literal('RequestToken'), from: origin, request }),
  v.object({ type: v.literal('CallTarget'), from: origin, request, token: presentedToken }),
  v.object({ type: v.literal('AdvanceClock'), seconds: v.pipe(v.number(), v.finite()) }),
  v.object({ type: v.literal('SetRoleDelay'), delay: roleDelay }),
]);
