import { sameId } from '#domain/arm/resource-id.ts';
import type { Command } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { assertionOf } from '#domain/access/request.ts';
import { invariant } from '#domain/kernel/invariant.ts';
import type { Meanings } from '../meaning.ts';
import { ScriptError, hostNamed, identityNamed, kindNamed, principalNamed } from '../names.ts';
import { federatedNamed } from '../origins.ts';

/** Identities of hosts, and ways in from outside. */
export type IdentityStep =
  | { readonly do: 'enable-system-assigned'; readonly on: string }
  | { readonly do: 'disable-system-assigned'; readonly on: string }
  | { readonly do: 'attach'; readonly identity: string; readonly to: string }
  | { readonly do: 'detach'; readonly identity: string; readonly from: string }
  | FederateStep
  /** `identity`: whose client ID the account is annotated with. */
  | {
      readonly do: 'service-account';
      readonly cluster: string;
      readonly namespace: string;
      readonly name: string;
      readonly identity?: string;
    };

interface FederateStep {
  readonly do: 'federate';
  /** The user-assigned identity that trusts. */
  readonly identity: string;
  /** A pod, `<cluster>/<namespace>/<service account>`, or the subject of a GitHub workflow, `repo:…`. */
  readonly with: string;
  /** The credential's name; `workload` where nothing is said. */
  readonly name?: string;
}

type DetachStep = Extract<IdentityStep, { readonly do: 'detach' }>;

export const identityMeanings: Meanings<IdentityStep> = {
  'enable-system-assigned': (state, { on }) => ({
    type: 'EnableSystemAssignedIdentity',
    resourceId: hostNamed(state, on).id,
  }),
  'disable-system-assigned': (state, { on }) => ({
    type: 'DisableSystemAssignedIdentity',
    resourceId: hostNamed(state, on).id,
  }),
  attach: (state, { identity, to }) => ({
    type: 'AttachUserAssignedIdentity',
    resourceId: hostNamed(state, to).id,
    identityId: identityNamed(state, identity).id,
  }),
  detach: detachCommand,
  federate: federateCommand,
  'service-account': (state, { cluster, namespace, name, identity }) => ({
    type: 'CreateServiceAccount',
    clusterId: kindNamed(state, cluster, 'aksCluster').id,
    namespace,
    name,
    clientId: identity === undefined ? null : principalNamed(state, identity).appId,
  }),
};

/** The reference may outlive its identity: it is looked up on the host, by its last segment. */
function detachCommand(state: CloudState, step: DetachStep): Command {
  const host = hostNamed(state, step.from);
  const attached = 'userAssigned' in host.identity ? host.identity.userAssigned : [];
  const held = attached.find(({ identityId }) =>
    sameId(identityId.slice(identityId.lastIndexOf('/') + 1), step.identity),
  );
  if (held === undefined) throw new ScriptError(`${step.from} does not carry ${step.identity}.`);
  return { type: 'DetachUserAssignedIdentity', resourceId: host.id, identityId: held.identityId };
}

/** The credential trusts just what the workload's platform says of it. */
function federateCommand(state: CloudState, { identity, with: workload, name = 'workload' }: FederateStep): Command {
  const said = assertionOf(state, federatedNamed(state, workload));
  invariant(said !== null, `${workload} has a platform that gives it tokens`);
  const { issuer, subject, audience } = said;
  return {
    type: 'CreateFederatedCredential',
    identityId: identityNamed(state, identity).id,
    name,
    issuer,
    subject,
    audiences: [audience],
  };
}
