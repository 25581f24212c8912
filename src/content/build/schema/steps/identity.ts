import type { IdentityStep } from '#domain/script/steps/identity.ts';
import { optional, text } from '../fields.ts';
import { hostName, identityName, step } from './step-of.ts';
import type { StepTable } from './step-of.ts';

export const identitySteps = {
  'enable-system-assigned': step('enable-system-assigned', { on: hostName }),
  'disable-system-assigned': step('disable-system-assigned', { on: hostName }),
  attach: step('attach', { identity: identityName, to: hostName }),
  detach: step('detach', { identity: identityName, from: hostName }),
  federate: step('federate', {
    identity: identityName,
    with: text('give a pod as <cluster>/<namespace>/<service account>, or a workflow as repo:<owner>/<name>:<entity>'),
    /** The credential's name. */
    name: optional(text('name the credential')),
  }),
  'service-account': step('service-account', {
    cluster: text('name the AKS cluster'),
    namespace: text('name the namespace'),
    name: text('name the service account'),
    /** Whose client ID is its annotation. */
    identity: optional(identityName),
  }),
} satisfies StepTable<IdentityStep>;
