import type { NamedThing } from '#app/sandbox/catalogue.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import { subjectWords } from '../subject.ts';

/** What things with names are called where a form lists them: like headings, with a capital letter. */
export const things: Readonly<Record<NamedThing, string>> = {
  ...subjectWords.kinds,
  virtualMachine: 'Virtueller Computer',
  userAssignedIdentity: 'Benutzerseitig zugewiesene Identität',
  secret: 'Geheimnis',
  container: 'Container',
  blob: 'Blob',
};

/** As the object of a sentence that begins with it; only the adjective before a masculine noun changes. */
export function asObject(thing: NamedThing): string {
  return thing === 'virtualMachine' ? 'Virtuellen Computer' : things[thing];
}

const masculine: readonly ResourceKind[] = [
  'virtualMachine',
  'webAppSlot',
  'aksCluster',
  'keyVault',
  'sqlServer',
  'serviceBusNamespace',
  'eventHubsNamespace',
];
const neuter: readonly ResourceKind[] = ['storageAccount', 'cosmosAccount'];

/** A kind as an object within a sentence: `einen Schlüsseltresor`. */
export function withArticle(kind: ResourceKind): string {
  if (kind === 'virtualMachine') return 'einen virtuellen Computer';
  const article = masculine.includes(kind) ? 'einen' : neuter.includes(kind) ? 'ein' : 'eine';
  return `${article} ${subjectWords.kinds[kind]}`;
}
