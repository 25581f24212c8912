import type * as english from '#ui/words/en/sandbox/commands/sentence.ts';

export type { Sentences } from '#ui/words/en/sandbox/commands/sentence.ts';

/** The name at the end of an ARM id. */
export const last: typeof english.last = (id) => id.slice(id.lastIndexOf('/') + 1);

/** A resource by the name that it has, to be read after „im Bereich“: a child with its parent's before it. */
export const scope: typeof english.scope = (id) => {
  if (/^\/subscriptions\/[^/]+$/i.test(id)) return 'Abonnement';
  if (/\/managementGroups\//i.test(id)) return `Verwaltungsgruppe ${last(id)}`;
  return last(id);
};

/** Who sends a request, as the first word of a sentence. */
export const origin: typeof english.origin = (from) => {
  switch (from.kind) {
    case 'host':
      return last(from.resourceId);
    case 'pod':
      return `Ein Pod von ${last(from.clusterId)} (${from.namespace}/${from.serviceAccount})`;
    case 'external':
      return 'Die Workload außerhalb von Azure';
    case 'laptop':
      return 'Der Laptop';
  }
};
