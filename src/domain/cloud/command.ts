import type { PrincipalId } from '#domain/kernel/brand.ts';
import type { AccessCommand } from './commands/access.ts';
import type { AppServiceCommand } from './commands/app-service.ts';
import type { ArmCommand } from './commands/arm.ts';
import type { ClockCommand } from './commands/clock.ts';
import type { ComputeCommand } from './commands/compute.ts';
import type { DataCommand } from './commands/data.ts';
import type { DirectoryCommand } from './commands/directory.ts';
import type { IdentityCommand } from './commands/identity.ts';
import type { RequestCommand } from './commands/requests.ts';

export type { CreateRoleAssignment } from './commands/access.ts';
export type { CreateResource, Tags } from './commands/arm.ts';
export type { RoleDelay } from './commands/clock.ts';

/** What somebody asks of the simulated Azure. Azure always answers; a refusal is an event like any other. */
export type Command =
  | ArmCommand
  | IdentityCommand
  | DirectoryCommand
  | AccessCommand
  | ComputeCommand
  | AppServiceCommand
  | DataCommand
  | RequestCommand
  | ClockCommand;

export type CommandOf<Type extends Command['type']> = Extract<Command, { readonly type: Type }>;

/**
 * Who gave a command. With a `principalId` it is a principal of the directory, and Azure checks what it may do.
 * Without one it is the learner, who owns the subscription and whom the simulator lets do everything.
 */
export interface Caller {
  readonly kind: 'user';
  readonly displayName: string;
  readonly principalId?: PrincipalId;
}

/** The caller of everything that a learner does by hand. */
export const owner: Caller = { kind: 'user', displayName: 'You' };
