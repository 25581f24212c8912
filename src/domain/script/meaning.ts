import type { Command } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { Origin } from '#domain/protocol/actor.ts';

/** What a call of a script presents, by its label or none: found by the runner, which knows the tokens so far. */
export type TokenChoice = (label: string | undefined, origin: Origin) => PresentedToken;

/** The command that each step of an area means in a world. */
export type Meanings<Steps extends { readonly do: string }> = {
  readonly [Do in Steps['do']]: (
    state: CloudState,
    step: Extract<Steps, { readonly do: Do }>,
    tokenOf: TokenChoice,
  ) => Command;
};
