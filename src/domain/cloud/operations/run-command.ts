import { powerOf } from '#domain/compute/state.ts';
import * as wire from '#domain/compute/wire.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import type { Rules } from '../rules.ts';
import { onMachine } from './power.ts';
import { requestToken } from './request-token.ts';

/**
 * Runs the caller's script on a machine. It asks as any code there does: whoever may run commands on a machine
 * can act as its identities (facts: corrections 9).
 */
export function runCommand(draft: Draft, { id, request }: CommandOf<'RunCommand'>, rules: Rules): void {
  onMachine(draft, id, 'runCommand', (machine) => {
    if (powerOf(draft.state.compute, machine.id) !== 'running') return wire.notRunning(machine.name);
    requestToken(draft, { type: 'RequestToken', from: { kind: 'host', resourceId: machine.id }, request }, rules);
    const last = draft.events.at(-1);
    return last?.type === 'ResponseReturned'
      ? wire.scriptOutput(last.response.body, '')
      : wire.scriptOutput('', 'curl: (7) Failed to connect');
  });
}
