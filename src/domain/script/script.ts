import type { ConnectionFailure } from '#domain/protocol/exchange.ts';
import type { AccessStep } from './steps/access.ts';
import type { AppServiceStep } from './steps/app-service.ts';
import type { ArmStep } from './steps/arm.ts';
import type { ClockStep } from './steps/clock.ts';
import type { ComputeStep } from './steps/compute.ts';
import type { DataStep } from './steps/data.ts';
import type { DirectoryStep } from './steps/directory.ts';
import type { IdentityStep } from './steps/identity.ts';
import type { AccessTokenStep, CallStep, RequestTokenStep, RunCommandStep } from './steps/requests.ts';

/** Who gives a step: a user or an identity by its display name, whose rights Azure checks; the learner where nothing is said. */
interface Given {
  readonly by?: string;
}

/**
 * A step of content: a command with names in the place of ids. Names are looked up in the world when the
 * step runs, so that content never holds a GUID. Code asks for its tokens itself: there `by` says by which id.
 */
export type Step =
  | RequestTokenStep
  | ((
      | AccessStep
      | AccessTokenStep
      | AppServiceStep
      | ArmStep
      | CallStep
      | ClockStep
      | ComputeStep
      | DataStep
      | DirectoryStep
      | IdentityStep
      | RunCommandStep
    ) &
      Given);

/** What is to be true after a script: read from the last answer, its token, or the world. */
export type Expectation =
  | { readonly status: number; readonly contains?: string; readonly fromCache?: boolean }
  | { readonly failure: ConnectionFailure }
  | { readonly claim: string; readonly is: string | null }
  | { readonly claim: string; readonly idOf: string; readonly id: 'principal' | 'client' | 'resource' }
  | {
      readonly count:
        | 'principals'
        | 'deleted-principals'
        | 'role-assignments'
        | 'orphaned-assignments'
        | 'live-tokens'
        | 'hosts';
      readonly is: number;
    }
  | { readonly exists: string; readonly is: boolean }
  | {
      readonly identity: string;
      readonly is: 'None' | 'SystemAssigned' | 'UserAssigned' | 'SystemAssigned, UserAssigned';
    }
  /** The owner's present principal differs from the first one it had. */
  | { readonly newPrincipal: string; readonly is: boolean };
