import type { HttpRequest } from '#domain/http/message.ts';
import { tokenForm } from '#domain/entra/token-request.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { Environment, Outcome } from './credentials.ts';
import { variable } from './environment.ts';
import { tokenFrom, unavailable } from './outcomes.ts';
import type { Session } from './session.ts';
import * as wire from './wire.ts';

/**
 * `EnvironmentCredential`: tenant, client and a secret in variables. It is the one member whose failure ends the chain.
 * Certificates and passwords are not simulated (source of the SDK).
 */
export function askEnvironment(session: Session, from: Origin, resource: string, environment: Environment): Outcome {
  const tenantId = variable(environment, 'AZURE_TENANT_ID');
  const clientId = variable(environment, 'AZURE_CLIENT_ID');
  const secret = variable(environment, 'AZURE_CLIENT_SECRET');
  if (tenantId === null || clientId === null || secret === null) {
    return unavailable(wire.environmentUnavailable, 'sdk');
  }
  const request = secretRequest(tenantId, clientId, secret, resource);
  const reply = session.send({ type: 'RequestToken', from, request });
  if (reply.kind === 'answered' && reply.tokenId !== null) return tokenFrom(reply.tokenId);
  const error = reply.kind === 'answered' ? wire.msalError(reply.response) : wire.networkError;
  const message = error === null ? null : wire.environmentFailed(error);
  return {
    verdict: { kind: 'failed', error: 'AuthenticationError' },
    message,
    source: message === null ? 'unconfirmed' : 'sdk',
  };
}

function secretRequest(tenantId: string, clientId: string, secret: string, resource: string): HttpRequest {
  return tokenForm(tenantId, 'v2.0', [
    ['grant_type', 'client_credentials'],
    ['client_id', clientId],
    ['scope', `${resource}/.default`],
    ['client_secret', secret],
  ]);
}
