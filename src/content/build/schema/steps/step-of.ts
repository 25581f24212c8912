import * as v from 'valibot';
import { optional, strict, text } from '../fields.ts';

/** A step by its `do`, which somebody may give in the place of the learner. */
export function step<const Do extends string, const Entries extends v.ObjectEntries>(verb: Do, entries: Entries) {
  return strict({
    do: v.literal(verb),
    ...entries,
    /** A user by the display name; Azure checks what that user may do. */
    by: optional(text('name the user who gives this step')),
  });
}

/** Each step of an area by its `do`: the compiler holds such a table to the domain's steps. */
export type StepTable<Steps extends { readonly do: string }> = {
  readonly [Do in Steps['do']]: v.GenericSchema<unknown, Extract<Steps, { readonly do: Do }>>;
};

export const resourceName = text('name the resource');
export const hostName = text('name the host');
export const vaultName = text('name the key vault');
export const accountName = text('name the storage account');
export const identityName = text('name the user-assigned identity');
export const scope = text('name a resource or a group, or write subscription');
export const principal = text(
  'name a host, for its system-assigned identity, or a user-assigned identity, a user or a group',
);
export const origin = text(
  'name a host, a pod as <cluster>/<namespace>/<service account> or a workflow as repo:<owner>/<name>:<entity>, or write laptop',
);
