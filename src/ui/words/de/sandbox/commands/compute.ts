import type { ComputeCommand } from '#domain/cloud/commands/compute.ts';
import { last } from './sentence.ts';
import type { Sentences } from './sentence.ts';

const faults = {
  throttled: '429',
  updating: '410',
  endpointUpdating: '404',
  serverError: '500',
  unavailable: '503',
  restarting: '500 (Neustart)',
} as const;

export const computeCommands: Sentences<ComputeCommand['type']> = {
  SetPower: ({ id, action }) => {
    switch (action) {
      case 'start':
        return `Host ${last(id)} starten`;
      case 'powerOff':
        return `Host ${last(id)} anhalten`;
      case 'deallocate':
        return `Zuordnung von ${last(id)} aufheben`;
      case 'restart':
        return `Host ${last(id)} neu starten`;
    }
  },
  UpdateScaleSetInstances: ({ id }) => `Instanzen von ${last(id)} aktualisieren`,
  RunCommand: ({ id }) => `Befehl auf ${last(id)} ausführen, der IMDS um ein Token bittet`,
  SetImdsFault: ({ id, fault }) =>
    fault === null
      ? `IMDS von ${last(id)} reparieren`
      : `IMDS von ${last(id)} mit ${faults[fault.kind]} antworten lassen`,
};
