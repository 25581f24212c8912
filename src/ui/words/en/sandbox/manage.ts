import type { LockLevel } from '#domain/arm/lock.ts';

const levels: Readonly<Record<LockLevel, string>> = {
  CanNotDelete: 'no deletion',
  ReadOnly: 'read only: no change either',
};

/** Words of what every resource can have: tags, locks, another group. */
export const manageWords = {
  manage: 'Tags, locks, group',
  tags: 'Tags',
  tagsHint: 'As name=value, with commas between. These replace the tags that it has.',
  noTags: 'No tags.',
  setTags: 'Set the tags',
  tagProblem: 'A tag is written as name=value.',
  locks: 'Locks',
  noLocks: 'No lock here.',
  lockName: 'Name of the lock',
  level: 'What it forbids',
  levels,
  lock: 'Add the lock',
  unlock: (name: string) => `Remove the lock ${name}`,
  inherited: (scope: string) => `from ${scope}`,
  move: 'Another resource group',
  moveTo: 'Resource group to move to',
  moveIt: (name: string) => `Move ${name}`,
  moveHint: 'Its resource ID changes; what names the old one no longer finds it.',
  noOtherGroup: 'There is no other resource group.',
  writeIdentity: 'Write the identity as REST does',
  writeHint:
    'PUT replaces the whole identity object, PATCH changes what it names. A user-assigned identity is an ARM ID with {}, or null to take it away.',
  method: 'Method',
  identityObject: 'identity',
  badJson: 'This is not JSON of an identity object.',
  send: (method: string) => `Send the ${method}`,
  deny: 'Deny assignments',
  noDeny: 'None here.',
  denyHint: 'A deployment stack or a managed application makes them; they beat every role, the owner’s too.',
  denyName: 'Name of the deny assignment',
  denied: 'What is denied',
  denyActions: {
    delete: 'deleting (*/delete)',
    write: 'every change (*/write)',
    secrets: 'reading secrets',
    blobs: 'reading blobs',
  },
  denyWho: 'Who',
  everyone: 'Everyone',
  addDeny: 'Deny it',
  removeDeny: (name: string) => `Remove the deny assignment ${name}`,
} as const;
