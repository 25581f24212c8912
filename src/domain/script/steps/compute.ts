import type { PowerAction } from '#domain/compute/state.ts';
import type { ImdsFault } from '#domain/imds/state.ts';
import type { Meanings } from '../meaning.ts';
import { hostNamed } from '../names.ts';

/** Machines and their metadata service. */
export type ComputeStep =
  | { readonly do: 'power'; readonly on: string; readonly action: PowerAction }
  /** Fails that many requests, or for ever; `none` mends it. */
  | {
      readonly do: 'fault';
      readonly on: string;
      readonly fault: ImdsFault['kind'] | 'none';
      readonly requests?: number;
    };

export const computeMeanings: Meanings<ComputeStep> = {
  power: (state, { on, action }) => ({ type: 'SetPower', id: hostNamed(state, on).id, action }),
  fault: (state, { on, fault, requests = null }) => ({
    type: 'SetImdsFault',
    id: hostNamed(state, on).id,
    fault: fault === 'none' ? null : { kind: fault, requests },
  }),
};
