import { armEmpty, armError, armJson } from '#domain/arm/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';

/** A power action or an update of instances is taken on: 202 without a body. */
export function accepted(): SourcedResponse {
  return armEmpty(202);
}

/** What Azure says of power on what is no machine was not seen. */
export function notAMachine(id: string): SourcedResponse {
  return armError(400, 'BadRequest', `'${id}' is neither a virtual machine nor a scale set.`, 'unconfirmed');
}

export function notAScaleSet(id: string): SourcedResponse {
  return armError(400, 'BadRequest', `'${id}' is not a virtual machine scale set.`, 'unconfirmed');
}

/** That the start fails is documented, its words are not (facts: control-plane §2.4). */
export function identityUriStale(name: string): SourcedResponse {
  return armError(
    409,
    'OperationNotAllowed',
    `'${name}' cannot start: it was moved, and the URI of its identity is still that of the place it came from. Update the resource, then start it again.`,
    'unconfirmed',
  );
}

export function notRunning(name: string): SourcedResponse {
  return armError(409, 'OperationNotAllowed', `'${name}' is not running.`, 'unconfirmed');
}

/** What a script printed, as `az vm run-command invoke` shows it on Linux; the layout is unconfirmed. */
export function scriptOutput(stdout: string, stderr: string): SourcedResponse {
  const value = [
    {
      code: 'ProvisioningState/succeeded',
      displayStatus: 'Provisioning succeeded',
      level: 'Info',
      message: `Enable succeeded: \n[stdout]\n${stdout}\n[stderr]\n${stderr}`,
      time: null,
    },
  ];
  return armJson(200, { value }, 'unconfirmed');
}
