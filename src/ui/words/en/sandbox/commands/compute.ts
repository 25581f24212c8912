import type { ComputeCommand } from '#domain/cloud/commands/compute.ts';
import { last } from './sentence.ts';
import type { Sentences } from './sentence.ts';

const actions = { start: 'start', powerOff: 'stop', deallocate: 'deallocate', restart: 'restart' } as const;

const faults = {
  throttled: '429',
  updating: '410',
  endpointUpdating: '404',
  serverError: '500',
  unavailable: '503',
  restarting: '500 of a restart',
} as const;

export const computeCommands: Sentences<ComputeCommand['type']> = {
  SetPower: ({ id, action }) => `${actions[action]} ${last(id)}`,
  UpdateScaleSetInstances: ({ id }) => `update the instances of ${last(id)}`,
  RunCommand: ({ id }) => `run a command on ${last(id)} that asks IMDS for a token`,
  SetImdsFault: ({ id, fault }) =>
    fault === null ? `mend IMDS of ${last(id)}` : `let IMDS of ${last(id)} answer ${faults[fault.kind]}`,
};
