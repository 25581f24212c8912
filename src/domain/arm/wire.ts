import type { HttpResponse, SourcedResponse, WireSource } from '#domain/http/message.ts';
import { groupNameOf, nameOf, typeAndNameOf } from './resource-id.ts';

const jsonHeaders: HttpResponse['headers'] = [
  ['Content-Type', 'application/json; charset=utf-8'],
  ['Cache-Control', 'no-cache'],
];

/** An answer of Azure Resource Manager with a JSON body. */
export function armJson(status: number, body: unknown, source: WireSource): SourcedResponse {
  return { response: { status, headers: jsonHeaders, body: JSON.stringify(body) }, source };
}

/** 201 of a user-assigned identity says where it is (docs: managed identity REST; the path alone is a recording's). */
export function locatedAt(id: string, { response, source }: SourcedResponse): SourcedResponse {
  return { response: { ...response, headers: [...response.headers, ['Location', id]] }, source };
}

/** An answer without a body: 200 or 202 of a deletion, 204 where there was nothing to delete. */
export function armEmpty(status: number): SourcedResponse {
  return { response: { status, headers: [['Cache-Control', 'no-cache']], body: '' }, source: 'docs' };
}

/** ARM's error envelope. Each caller names the source of its code and message. */
export function armError(status: number, code: string, message: string, source: WireSource): SourcedResponse {
  return armJson(status, { error: { code, message } }, source);
}

/** facts: control-plane §5.1 */
export function resourceGroupNotFound(group: string): SourcedResponse {
  return armError(404, 'ResourceGroupNotFound', `Resource group '${group}' could not be found.`, 'capture');
}

/** facts: control-plane §5.1 */
export function resourceNotFound(id: string): SourcedResponse {
  const group = groupNameOf(id) ?? '';
  return armError(
    404,
    'ResourceNotFound',
    `The Resource '${typeAndNameOf(id)}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
    'capture',
  );
}

/** The simulator's words: what locks and moves say of a scope that is not there is not confirmed. */
export function scopeNotFound(scope: string): SourcedResponse {
  return armError(404, 'ResourceNotFound', `The scope '${scope}' was not found.`, 'unconfirmed');
}

/** Azure's own texts for invalid names differ by provider and are not confirmed: the simulator's words. */
export function invalidName(what: string, name: string, rule: string): SourcedResponse {
  return armError(400, 'InvalidResourceName', `The ${what} name '${name}' is invalid. Use ${rule}.`, 'unconfirmed');
}

/** facts: control-plane §5.1 */
export function storageAccountAlreadyTaken(name: string): SourcedResponse {
  return armError(409, 'StorageAccountAlreadyTaken', `The storage account named ${name} is already taken.`, 'capture');
}

/** The middle of the text is not known: control-plane §5.1 leaves it out. */
export function vaultAlreadyExists(name: string): SourcedResponse {
  return armError(
    409,
    'VaultAlreadyExists',
    `The vault name '${name}' is already in use. Vault names are globally unique so it is possible that the name is already taken. If you are sure that the vault name was not taken then it is possible that a vault with the same name was recently deleted but not purged after being placed in a recoverable state. For more information about VaultAlreadyExists, soft delete and purging a vault follow this link https://go.microsoft.com/fwlink/?linkid=2147740.`,
    'unconfirmed',
  );
}

/** A soft-deleted vault of one's own holds the name (facts: corrections 5). */
export function vaultInDeletedState(): SourcedResponse {
  return armError(
    409,
    'ConflictError',
    'A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault. Follow this link https://go.microsoft.com/fwlink/?linkid=2149745 for more information on soft delete.',
    'docs',
  );
}

/** The simulator's words: Azure's own are not confirmed. */
export function deletedVaultNotFound(name: string): SourcedResponse {
  return armError(404, 'DeletedVaultNotFound', `There is no deleted vault named ${name}.`, 'unconfirmed');
}

/** The property is fixed at creation (facts: none; the words are what is remembered of them). */
export function retentionIsFixed(): SourcedResponse {
  return armError(
    400,
    'BadRequest',
    'The property "softDeleteRetentionInDays" has been set already and it can\'t be modified.',
    'unconfirmed',
  );
}

export function retentionOutOfRange(days: number): SourcedResponse {
  const message = `The value ${days} of softDeleteRetentionInDays is invalid. Use 7 to 90 days.`;
  return armError(400, 'BadRequest', message, 'unconfirmed');
}

/** Servers, accounts and namespaces whose names are host names: each provider has words of its own. */
export function nameInUse(what: string, name: string): SourcedResponse {
  return armError(409, 'NameNotAvailable', `The ${what} name '${name}' is already in use.`, 'unconfirmed');
}

/** facts: control-plane §5.1 */
export function parentNotFound(parent: string): SourcedResponse {
  return armError(
    404,
    'ParentResourceNotFound',
    `Can not perform requested operation on nested resource. Parent resource '${parent}' not found.`,
    'docs',
  );
}

/** User-assigned identities and children do not move (facts: control-plane §2.4); code and words are not confirmed. */
export function moveNotSupported(armType: string): SourcedResponse {
  const message = `Resource move is not supported for resource types '${armType}'.`;
  return armError(400, 'ResourceMoveNotSupported', message, 'unconfirmed');
}

export function moveToItself(group: string): SourcedResponse {
  const message = `The resources are in the resource group '${group}' already.`;
  return armError(400, 'MoveResourcesHaveSameSourceAndTarget', message, 'unconfirmed');
}

export function moveNameTaken(name: string, group: string): SourcedResponse {
  const message = `A resource named '${name}' exists in the resource group '${group}' already.`;
  return armError(409, 'ResourceMoveConflict', message, 'unconfirmed');
}

export function siteNameTaken(name: string): SourcedResponse {
  return armError(409, 'Conflict', `Website with given name ${name} already exists.`, 'unconfirmed');
}

export function notAHost(id: string): SourcedResponse {
  return armError(
    400,
    'InvalidRequestContent',
    `The resource '${nameOf(id)}' cannot carry a managed identity in this simulator. Choose a virtual machine, a scale set, an app or a slot.`,
    'unconfirmed',
  );
}
