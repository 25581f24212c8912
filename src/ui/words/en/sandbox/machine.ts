import type { ImdsFault } from '#domain/imds/state.ts';
import type { PowerState } from '#domain/compute/state.ts';

const power: Readonly<Record<PowerState, string>> = {
  running: 'It runs.',
  stopped: 'It is stopped and still allocated: Azure keeps its place and bills it.',
  deallocated: 'It is deallocated: its place is given back.',
};

const faults: Readonly<Record<ImdsFault['kind'], string>> = {
  throttled: '429, too many requests',
  updating: '410, IMDS is being updated',
  endpointUpdating: '404, the endpoint is being updated',
  serverError: '500, internal error',
  unavailable: '503, unavailable',
  restarting: '500, IMDS restarts',
};

/** Words of virtual machines and scale sets. */
export const machineWords = {
  power: 'Power',
  powerState: power,
  powerActions: { start: 'Start', powerOff: 'Stop', deallocate: 'Deallocate', restart: 'Restart' },
  instances: 'Instances',
  manual: 'Instances keep the identities that they had until you update them.',
  automatic: 'Instances follow the scale set at once.',
  update: 'Update instances',
  upgradeMode: 'Upgrade mode',
  upgradeModes: { Automatic: 'Automatic: instances follow at once', Manual: 'Manual: instances are updated by hand' },
  fault: 'Failures of IMDS',
  faultKind: 'IMDS answers',
  faultKinds: faults,
  faultCount: 'How often',
  faultCounts: { '1': 'once', '3': 'three times', '5': 'five times', ever: 'until it is mended' },
  faultOn: ({ kind, requests }: ImdsFault) =>
    `IMDS answers ${faults[kind]}${requests === null ? ' until it is mended' : `, ${requests === 1 ? 'once' : `${requests} times`} more`}.`,
  faultOff: 'IMDS works.',
  fail: 'Let IMDS fail',
  mend: 'Mend IMDS',
  runCommand: 'Run a command on it',
  runCommandHint:
    'What a contributor can do: run a script inside the machine, which asks IMDS for a token of its identity.',
  audience: 'The script asks for a token for',
  run: 'Run the command',
} as const;
