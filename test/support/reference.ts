import type { ReferenceKind } from './arbitrary-parts.ts';
import type { Command, CommandOf } from '#domain/cloud/command.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { builtInRoles } from '#domain/rbac/roles.ts';
import { groupNameFits, nameFits } from './reference-names.ts';

/*
 * A second Azure of identities, principals and assignments, as naive as can be: plain maps that are changed in
 * place, names checked letter by letter. It shares no code with the engine and is told only what is chosen
 * rather than follows: new ids and delays, read from the engine's events.
 */

export interface ReferenceResource {
  readonly id: string;
  readonly kind: ReferenceKind;
  readonly group: string;
  readonly name: string;
  /** Of the system-assigned identity, or of a user-assigned identity itself. */
  principal: string | null;
  client: string | null;
  attached: { readonly id: string; readonly principal: string; readonly client: string }[];
}

export interface ReferenceAssignment {
  readonly id: string;
  readonly scope: string;
  readonly role: string;
  readonly principal: string;
  readonly from: number;
  /** When it is honored no longer; null while nobody removed it. */
  until: number | null;
}

const types: Readonly<Record<ReferenceKind, string>> = {
  virtualMachine: 'microsoft.compute/virtualmachines',
  webApp: 'microsoft.web/sites',
  functionApp: 'microsoft.web/sites',
  keyVault: 'microsoft.keyvault/vaults',
  storageAccount: 'microsoft.storage/storageaccounts',
  userAssignedIdentity: 'microsoft.managedidentity/userassignedidentities',
};

const created: Readonly<Record<ReferenceKind, number>> = {
  virtualMachine: 201,
  webApp: 200,
  functionApp: 200,
  keyVault: 200,
  storageAccount: 200,
  userAssignedIdentity: 201,
};

const hosts: readonly ReferenceKind[] = ['virtualMachine', 'webApp', 'functionApp'];
const cloudWide: readonly ReferenceKind[] = ['webApp', 'functionApp', 'keyVault', 'storageAccount'];
const latest = Date.UTC(9000, 0, 1) / 1000;

type KnownCreate = CommandOf<'CreateResource'> & { readonly kind: ReferenceKind };

function isKnown(create: CommandOf<'CreateResource'>): create is KnownCreate {
  return create.kind in types;
}

export class Reference {
  now: number;
  readonly groups = new Set<string>();
  readonly resources = new Map<string, ReferenceResource>();
  readonly alive = new Set<string>();
  /** Deleted principals and vaults, with the time of their purge. */
  readonly deleted = new Map<string, number>();
  readonly deletedVaults = new Map<string, number>();
  /** Everything that was ever assigned. */
  readonly assignments: ReferenceAssignment[] = [];
  readonly #subscription: string;
  #events: readonly CloudEvent[] = [];

  constructor(subscription: string, now: number) {
    this.#subscription = `/subscriptions/${subscription}`.toLowerCase();
    this.now = now;
  }

  /** Does what a command asks for. Answers the status, or null for what it does not simulate. */
  give(command: Command, events: readonly CloudEvent[]): number | null {
    this.#events = events;
    const actions: { readonly [Type in Command['type']]?: (command: CommandOf<Type>) => number | null } = {
      CreateResourceGroup: ({ name }) => this.#createGroup(name),
      DeleteResourceGroup: ({ name }) => this.#deleteGroup(name.toLowerCase()),
      CreateResource: (create) => (isKnown(create) ? this.#create(create) : null),
      DeleteResource: ({ id }) => this.#delete(id.toLowerCase()),
      PurgeDeletedVault: ({ name }) => (this.deletedVaults.delete(name.toLowerCase()) ? 202 : 404),
      EnableSystemAssignedIdentity: ({ resourceId }) => this.#change(resourceId, (host) => this.#switchOn(host)),
      DisableSystemAssignedIdentity: ({ resourceId }) => this.#change(resourceId, (host) => this.#switchOff(host)),
      AttachUserAssignedIdentity: (ask) => this.#change(ask.resourceId, (host) => this.#attach(host, ask.identityId)),
      DetachUserAssignedIdentity: (ask) => this.#change(ask.resourceId, (host) => detach(host, ask.identityId)),
      CreateRoleAssignment: (create) => this.#assign(create),
      DeleteRoleAssignment: ({ id }) => this.#unassign(id.toLowerCase()),
      AdvanceClock: ({ seconds }) => this.#advance(seconds),
    };
    const act = actions[command.type] as ((command: Command) => number | null) | undefined;
    return act?.(command) ?? null;
  }

  /** Whether a grant of this principal is honored now at the resource for one of these roles. */
  allows(principal: string, resource: string, roles: readonly string[]): boolean {
    return this.assignments.some(
      (each) =>
        each.principal === principal &&
        roles.includes(roleName(each.role)) &&
        within(each.scope, resource.toLowerCase()) &&
        each.from <= this.now &&
        (each.until === null || this.now < each.until),
    );
  }

  #createGroup(name: string): number {
    if (!groupNameFits(name)) return 400;
    if (this.groups.has(name.toLowerCase())) return 200;
    this.groups.add(name.toLowerCase());
    return 201;
  }

  #create(command: KnownCreate): number {
    const { kind, name, identity } = command;
    const group = command.resourceGroup.toLowerCase();
    const id = `${this.#subscription}/resourcegroups/${group}/providers/${types[kind]}/${name.toLowerCase()}`;
    const wanted = identity?.userAssigned ?? [];
    const refusal = this.#refuseToCreate(command, id, wanted);
    if (refusal !== null) return refusal;
    const present = this.resources.get(id);
    if (present !== undefined) return this.#putAgain(present, command);
    const resource = { id, kind, group, name: name.toLowerCase(), principal: null, client: null, attached: [] };
    this.resources.set(id, resource);
    if (kind === 'userAssignedIdentity') this.#switchOn(resource);
    if (!hosts.includes(kind)) return created[kind];
    if (identity?.systemAssigned === true) this.#switchOn(resource);
    for (const each of wanted) this.#attach(resource, each);
    return created[kind];
  }

  /** A PUT says the whole identity: what it does not name is taken away. One that says nothing leaves it. */
  #putAgain(host: ReferenceResource, { kind, identity }: KnownCreate): number {
    if (identity === undefined || !hosts.includes(kind)) return 200;
    const wanted = identity.userAssigned.map((each) => each.toLowerCase());
    host.attached = host.attached.filter(({ id }) => wanted.includes(id));
    if (identity.systemAssigned) this.#switchOn(host);
    else this.#switchOff(host);
    for (const each of identity.userAssigned) this.#attach(host, each);
    return 200;
  }

  #refuseToCreate(command: KnownCreate, id: string, wanted: readonly string[]): number | null {
    const { kind, name, resourceGroup } = command;
    if (!this.groups.has(resourceGroup.toLowerCase())) return 404;
    if (!nameFits[kind](name)) return 400;
    if (hosts.includes(kind) && !wanted.every((each) => this.#identity(each) !== undefined)) return 400;
    if (kind === 'keyVault' && this.deletedVaults.has(name.toLowerCase())) return 409;
    const isTaken = [...this.resources.values()].some(
      (each) =>
        types[each.kind] === types[kind] && each.name === name.toLowerCase() && (each.id !== id || each.kind !== kind),
    );
    return isTaken && cloudWide.includes(kind) ? 409 : null;
  }

  #delete(id: string): number {
    const resource = this.resources.get(id);
    if (resource === undefined) {
      const parts = id.split('/');
      return this.groups.has(parts[parts.indexOf('resourcegroups') + 1] ?? '') ? 204 : 404;
    }
    this.#remove(resource);
    return resource.kind === 'virtualMachine' ? 202 : 200;
  }

  #deleteGroup(name: string): number {
    if (!this.groups.delete(name)) return 404;
    for (const resource of this.resources.values()) if (resource.group === name) this.#remove(resource);
    this.#dropGrants(`${this.#subscription}/resourcegroups/${name}`);
    return 202;
  }

  #remove(resource: ReferenceResource): void {
    this.resources.delete(resource.id);
    this.#switchOff(resource);
    if (resource.kind === 'keyVault') this.deletedVaults.set(resource.name, this.now + 90 * 86_400);
    this.#dropGrants(resource.id);
  }

  #dropGrants(scope: string): void {
    for (const each of this.assignments) {
      if (within(scope, each.scope)) each.until = Math.min(each.until ?? this.now, this.now);
    }
  }

  #change(id: string, change: (host: ReferenceResource) => number): number {
    const resource = this.resources.get(id.toLowerCase());
    if (resource === undefined) return 404;
    return hosts.includes(resource.kind) ? change(resource) : 400;
  }

  #switchOn(resource: ReferenceResource): number {
    if (resource.principal !== null) return 200;
    for (const event of this.#events) {
      if (event.type !== 'ServicePrincipalCreated') continue;
      resource.principal = event.principal.id;
      resource.client = event.principal.appId;
      this.alive.add(event.principal.id);
    }
    return 200;
  }

  #switchOff(resource: ReferenceResource): number {
    if (resource.principal !== null) {
      this.alive.delete(resource.principal);
      this.deleted.set(resource.principal, this.now + 30 * 86_400);
    }
    resource.principal = null;
    return 200;
  }

  #identity(id: string): ReferenceResource | undefined {
    const resource = this.resources.get(id.toLowerCase());
    return resource?.kind === 'userAssignedIdentity' ? resource : undefined;
  }

  #attach(host: ReferenceResource, identityId: string): number {
    const identity = this.#identity(identityId);
    if (identity === undefined) return 400;
    const { id, principal, client } = identity;
    if (host.attached.some((each) => each.principal === principal)) return 200;
    detach(host, id);
    host.attached.push({ id, principal: principal ?? '', client: client ?? '' });
    return 200;
  }

  #assign({ scope, roleId, principalId }: CommandOf<'CreateRoleAssignment'>): number {
    const at = scope.toLowerCase();
    const [role, principal] = [roleId.toLowerCase(), principalId.toLowerCase()];
    const isGroup = [...this.groups].some((name) => at === `${this.#subscription}/resourcegroups/${name}`);
    if (at !== this.#subscription && !isGroup && !this.resources.has(at)) return 404;
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(role)) return 400;
    if (roleName(role) === '') return 404;
    if (!this.alive.has(principal)) return 400;
    const isHeld = this.present().some(
      (each) => each.scope === at && each.role === role && each.principal === principal,
    );
    if (isHeld) return 409;
    for (const event of this.#events) {
      if (event.type !== 'RoleAssignmentCreated') continue;
      const { id, effectiveAt: from } = event.assignment;
      this.assignments.push({ id: id.toLowerCase(), scope: at, role, principal, from, until: null });
    }
    return 201;
  }

  /** The assignments that were not removed. */
  present(): ReferenceAssignment[] {
    return this.assignments.filter((each) => each.until === null);
  }

  #unassign(id: string): number {
    const held = this.present().find((each) => each.id === id);
    if (held === undefined) return 204;
    for (const event of this.#events) if (event.type === 'RoleAssignmentDeleted') held.until = event.endsAt;
    return 200;
  }

  #advance(seconds: number): null {
    if (!Number.isInteger(seconds) || seconds <= 0 || this.now + seconds > latest) return null;
    this.now += seconds;
    for (const list of [this.deleted, this.deletedVaults]) {
      for (const [key, purgeAt] of list) if (purgeAt <= this.now) list.delete(key);
    }
    return null;
  }
}

function detach(host: ReferenceResource, identityId: string): number {
  host.attached = host.attached.filter((each) => each.id !== identityId.toLowerCase());
  return 200;
}

function within(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

function roleName(role: string): string {
  return builtInRoles.find(({ id }) => id === role)?.name ?? '';
}
