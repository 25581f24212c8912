import type { ResourceKind } from '#domain/arm/resource.ts';
import type { ConnectionFailure } from '#domain/protocol/exchange.ts';

/**
 * A step of content: a command with names in the place of ids. Names are looked up in the world when the
 * step runs, so that content never holds a GUID.
 */
export type Step =
  | { readonly do: 'create-group'; readonly name: string; readonly location?: string }
  | {
      readonly do: 'create';
      readonly kind: ResourceKind;
      readonly name: string;
      readonly in: string;
      readonly systemAssigned?: boolean;
      readonly userAssigned?: readonly string[];
    }
  | { readonly do: 'delete'; readonly name: string }
  | { readonly do: 'delete-group'; readonly name: string }
  | { readonly do: 'enable-system-assigned'; readonly on: string }
  | { readonly do: 'disable-system-assigned'; readonly on: string }
  | { readonly do: 'attach'; readonly identity: string; readonly to: string }
  | { readonly do: 'detach'; readonly identity: string; readonly from: string }
  /** `to`: a host (its system-assigned identity) or a user-assigned identity; `at`: a resource, a group, or `subscription`. */
  | { readonly do: 'assign-role'; readonly role: string; readonly to: string; readonly at: string }
  | { readonly do: 'remove-role'; readonly role: string; readonly from: string; readonly at: string }
  | {
      readonly do: 'set-secret';
      readonly vault: string;
      readonly name: string;
      readonly value: string;
    }
  | { readonly do: 'create-container'; readonly account: string; readonly name: string }
  | {
      readonly do: 'upload-blob';
      readonly account: string;
      readonly container: string;
      readonly name: string;
      readonly content: string;
    }
  | RequestTokenStep
  | CallStep
  | {
      readonly do: 'advance';
      readonly minutes?: number;
      readonly hours?: number;
      readonly days?: number;
    }
  | { readonly do: 'set-role-delay'; readonly minutes: number };

export interface RequestTokenStep {
  readonly do: 'request-token';
  /** A host, or `laptop`. */
  readonly from: string;
  /** The audience, such as `https://vault.azure.net`. */
  readonly resource: string;
  /** Names a user-assigned identity, by one of its three ids (`by`, client ID where absent). */
  readonly as?: string;
  readonly by?: 'client-id' | 'object-id' | 'resource-id';
  /** Leaves out the proof that the endpoint demands: `Metadata: true`, or `X-IDENTITY-HEADER`. */
  readonly withoutProof?: boolean;
  /** A label under which later calls present this token. */
  readonly label?: string;
}

export interface CallStep {
  readonly do: 'call';
  readonly from: string;
  /** `<vault>/secrets/<name>` or `<account>/<container>/<blob>`. */
  readonly get: string;
  /** The label of a token; the origin's latest token where absent, `none` for no token at all. */
  readonly token?: string;
}

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
