import { exchangeRequest } from '#domain/federation/request.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { ChainOptions, Environment, Outcome } from './credentials.ts';
import { federatedTokenFile, variable } from './environment.ts';
import { tokenFrom, unavailable } from './outcomes.ts';
import type { Session } from './session.ts';
import * as wire from './wire.ts';

export interface AssertionAsking {
  readonly from: Origin;
  readonly resource: string;
  readonly clientId: string;
  readonly tenantId: string;
  readonly tokenFile: string;
}

/** `WorkloadIdentityCredential` as the chain makes it: its constructor throws for the first thing that is missing. */
export function askWorkloadIdentity(
  session: Session,
  from: Origin,
  resource: string,
  { environment, options }: { readonly environment: Environment; readonly options: ChainOptions },
): Outcome {
  const tokenFile = variable(environment, 'AZURE_FEDERATED_TOKEN_FILE');
  const ownClientId = variable(environment, 'AZURE_CLIENT_ID');
  const chosen = options.workloadIdentityClientId ?? options.managedIdentityClientId ?? ownClientId;
  // The options name the client only where there is a file; else the variable alone counts.
  const clientId = tokenFile === null ? ownClientId : chosen;
  const tenantId = options.tenantId ?? variable(environment, 'AZURE_TENANT_ID');
  if (clientId === null) return missing('clientId', 'AZURE_CLIENT_ID');
  if (tenantId === null) return missing('tenantId', 'AZURE_TENANT_ID');
  if (tokenFile === null) return missing('federatedTokenFilePath', 'AZURE_FEDERATED_TOKEN_FILE');
  return askWithAssertion(session, { from, resource, clientId, tenantId, tokenFile });
}

function missing(parameter: string, name: string): Outcome {
  return unavailable(wire.workloadUnavailable(parameter, name), 'sdk', null);
}

/** Exchanges the token that the workload's platform gives it. What Entra ID refuses does not end a chain. */
export function askWithAssertion(session: Session, asking: AssertionAsking): Outcome {
  const { from, resource, clientId, tenantId, tokenFile } = asking;
  if (!hasTokenFile(from, tokenFile)) {
    const message = `ENOENT: no such file or directory, open '${tokenFile}'`;
    return unavailable(message, 'sdk', 'AuthenticationRequiredError');
  }
  const assertion = from.kind === 'pod' ? '(token of the service account)' : '(token of the workload)';
  const request = exchangeRequest({ tenantId, clientId, resource, assertion });
  const reply = session.send({ type: 'RequestToken', from, request });
  if (reply.kind === 'unreached') return unavailable(null, 'unconfirmed', 'AuthenticationRequiredError');
  if (reply.tokenId !== null) return tokenFrom(reply.tokenId);
  return unavailable(wire.msalError(reply.response), 'sdk', 'AuthenticationRequiredError');
}

/** The newer place of the file beside the documented one (facts: tokens §3.6). */
const filesOfPods = [federatedTokenFile, '/var/run/secrets/azure/wi/token/azure-identity-token'];

/** Whether a platform puts its token there: pods have it in a known place, other workloads where they are told. */
function hasTokenFile(from: Origin, tokenFile: string): boolean {
  return from.kind === 'external' || (from.kind === 'pod' && filesOfPods.includes(tokenFile));
}
