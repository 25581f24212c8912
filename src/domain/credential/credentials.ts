import type { CommandOf } from '#domain/cloud/command.ts';
import type { WireSource } from '#domain/http/message.ts';
import type { TokenId } from '#domain/kernel/brand.ts';
import type { ConnectionFailure } from '#domain/protocol/exchange.ts';

/** The members of `DefaultAzureCredential` in their order; the broker at its end needs a package of its own (facts: tokens §8.1). */
export const credentialNames = [
  'EnvironmentCredential',
  'WorkloadIdentityCredential',
  'ManagedIdentityCredential',
  'VisualStudioCodeCredential',
  'AzureCliCredential',
  'AzurePowerShellCredential',
  'AzureDeveloperCliCredential',
] as const;

export type CredentialName = (typeof credentialNames)[number];

/** The members that `AZURE_TOKEN_CREDENTIALS` can name by one word. */
export const groupsOfCredentials: Readonly<Record<'prod' | 'dev', readonly CredentialName[]>> = {
  prod: credentialNames.slice(0, 3),
  dev: credentialNames.slice(3),
};

/** Environment variables of the process. */
export type Environment = Readonly<Record<string, string>>;

/** The options of `DefaultAzureCredential` that decide who answers. */
export interface ChainOptions {
  readonly managedIdentityClientId?: string;
  readonly managedIdentityResourceId?: string;
  readonly workloadIdentityClientId?: string;
  readonly tenantId?: string;
  readonly requiredEnvVars?: readonly string[];
}

/** The options of a bare `ManagedIdentityCredential`: one at most. */
export interface ManagedIdentityOptions {
  readonly clientId?: string;
  readonly resourceId?: string;
  readonly objectId?: string;
}

/** A request that a credential made, as the command that makes it happen in a world. */
export interface Attempt {
  readonly command: CommandOf<'RequestToken'> | CommandOf<'RequestUserToken'>;
  /** Seconds that the client waited before it. */
  readonly after: number;
  /** Seconds after which the client gives up waiting for an answer; null where it has no such limit. */
  readonly timeout: number | null;
}

/** What a member came to. */
export type Verdict =
  | { readonly kind: 'token'; readonly tokenId: TokenId }
  /** It cannot be used here: the next one is tried. `error` is the class; null where the constructor threw, which is only logged. */
  | {
      readonly kind: 'unavailable';
      readonly error: 'CredentialUnavailableError' | 'AuthenticationRequiredError' | null;
    }
  /** Its error ends the chain. */
  | { readonly kind: 'failed'; readonly error: 'AuthenticationError' }
  | { readonly kind: 'notReached' };

export interface Link {
  readonly credential: CredentialName;
  readonly verdict: Verdict;
  /** The SDK's own text; null where there is none, or where it is not known. */
  readonly message: string | null;
  readonly source: WireSource;
  /** What it sent, in order. */
  readonly attempts: readonly Attempt[];
}

export type ChainRun =
  /** No code runs there. */
  | { readonly kind: 'notRunning'; readonly reason: ConnectionFailure }
  /** The constructor throws: there is no credential to ask. */
  | { readonly kind: 'invalid'; readonly message: string; readonly source: WireSource }
  | {
      readonly kind: 'ran';
      readonly links: readonly Link[];
      readonly tokenId: TokenId | null;
      /** What `getToken` throws, null beside a token. `message` is null where a member's text is not known. */
      readonly error: { readonly name: string; readonly message: string | null } | null;
    };

/** A member before it is known by which attempts it got there. */
export type Outcome = Omit<Link, 'credential' | 'attempts'>;
