/** The pages of the reference, in the order in which they are shown. */
export const referencePageIds = [
  'questions',
  'roles',
  'errors',
  'claims',
  'endpoints',
  'limits',
  'names',
  'hosts',
  'rules',
] as const;

export type ReferencePageId = (typeof referencePageIds)[number];

export function isReferencePage(id: string): id is ReferencePageId {
  return (referencePageIds as readonly string[]).includes(id);
}
