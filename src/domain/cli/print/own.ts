import type { Command } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { day, hour, minute } from '#domain/kernel/instant.ts';
import { curlLine } from '#domain/rest/forms/curl-line.ts';
import { nameOf } from '#domain/arm/resource-id.ts';
import { findResource } from '#domain/arm/state.ts';
import { azLine } from '../print.ts';
import { line } from './line.ts';

/** `lab …` of what is the simulator's own; null for everything else, and for a deny assignment that `lab` cannot say. */
export function labLine(state: CloudState, command: Command): string | null {
  switch (command.type) {
    case 'AdvanceClock':
      return line('lab', 'clock', `+${span(command.seconds)}`);
    case 'SetRoleDelay':
      return line('lab', 'role-delay', command.delay.kind === 'seeded' ? 'seeded' : span(command.delay.seconds));
    case 'SetReplicationDelay':
      return line('lab', 'replication-delay', span(command.seconds));
    case 'SetImdsFault': {
      const { id, fault } = command;
      const name = findResource(state.arm, id)?.name ?? nameOf(id);
      if (fault === null) return line('lab', 'fault', name, 'off');
      const requests = fault.requests === null ? [] : ['--requests', String(fault.requests)];
      const delay = fault.retryAfter === undefined ? [] : ['--retry-after', String(fault.retryAfter)];
      return line('lab', 'fault', name, fault.kind, requests, delay);
    }
    case 'CreateServiceAccount': {
      const { clientId } = command;
      return line('lab', 'service-account', accountPath(command), clientId === null ? [] : ['--client-id', clientId]);
    }
    case 'DeleteServiceAccount':
      return line('lab', 'service-account', accountPath(command), 'off');
    case 'DeleteDenyAssignment':
      return line('lab', 'deny', command.scope, command.name, 'off');
    default:
      return null;
  }
}

type AccountPlace = { readonly clusterId: string; readonly namespace: string; readonly name: string };

function accountPath({ clusterId, namespace, name }: AccountPlace): string {
  return [nameOf(clusterId), namespace, name].join('/');
}

/** The largest unit that leaves a whole number. */
function span(seconds: number): string {
  if (seconds > 0 && seconds % day === 0) return `${seconds / day}d`;
  if (seconds > 0 && seconds % hour === 0) return `${seconds / hour}h`;
  return seconds > 0 && seconds % minute === 0 ? `${seconds / minute}m` : `${seconds}s`;
}

/** The line of this terminal that is a command: of `az`, of `lab`, or for what code sends of `curl`; null where there is none. */
export function terminalLine(state: CloudState, command: Command): string | null {
  if (command.type === 'RequestToken' || command.type === 'CallTarget') return curlLine(command.request);
  return azLine(state, command) ?? labLine(state, command);
}
