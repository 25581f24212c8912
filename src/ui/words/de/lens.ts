import type { IdKind, IdMeaning } from '#app/lens/ids.ts';
import type { ClaimReader } from '#domain/entra/claims.ts';
import type { lensWords as english } from '#ui/words/en/lens.ts';
import type { Translated } from '#ui/words/translation.ts';
import { list } from './flow/phrases.ts';

const kinds: Readonly<Record<IdKind, string>> = {
  clientId: 'Client-ID',
  objectId: 'Objekt-ID (Prinzipal-ID)',
  tenantId: 'Mandanten-ID',
  subscriptionId: 'Abonnement-ID',
  groupId: 'Ressourcen-ID einer Ressourcengruppe',
  resourceId: 'Ressourcen-ID',
  roleDefinitionId: 'ID einer Rollendefinition',
  roleAssignmentId: 'Name einer Rollenzuweisung',
};

/** What follows „verglichen von“. */
const readers: Readonly<Record<ClaimReader, string>> = {
  everyTarget: 'jedem Ziel',
  rbac: 'den Azure-Rollen',
  keyVaultPolicy: 'den Zugriffsrichtlinien von Key Vault',
  cosmos: 'den Rollen von Cosmos DB',
  sql: 'den Benutzern von Azure SQL',
  graph: 'Microsoft Graph',
  easyAuth: 'der App Service-Authentifizierung',
};

/** What else is to be known of who looks at an id of that kind. */
const besides: Readonly<Record<IdKind, string>> = {
  clientId: 'Mit ihr nennt Code eine benutzerseitig zugewiesene Identität. Rollenzuweisungen achten nie auf sie.',
  objectId: 'Eine Rollenzuweisung enthält sie als principalId.',
  tenantId: 'Sie steht im Aussteller, und den vergleicht jedes Ziel mit dem Mandanten, dem es vertraut.',
  subscriptionId: 'Für sich allein vergleicht sie niemand. Bereiche und Ressourcen-IDs beginnen mit ihr.',
  groupId: 'Eine Rolle, die in diesem Bereich zugewiesen ist, gilt für alles in der Ressourcengruppe.',
  resourceId:
    'Kein Ziel vergleicht sie. Mit ihr bekommt ein Host eine Identität, und sie ist der Bereich einer Rollenzuweisung.',
  roleDefinitionId: 'Sie sagt, welche Rolle eine Zuweisung gibt. Sie steht in keinem Token.',
  roleAssignmentId: 'Er unterscheidet Zuweisungen voneinander. Er steht in keinem Token.',
};

function owner({ owner: who, of, gone }: IdMeaning): string {
  switch (who) {
    case 'tenant':
      return 'des Mandanten';
    case 'subscription':
      return 'des Abonnements';
    case 'systemAssignedIdentity':
      return gone
        ? `der gelöschten systemseitig zugewiesenen Identität ${of}`
        : `der systemseitig zugewiesenen Identität von ${of}`;
    case 'userAssignedIdentity':
      return `der ${gone ? 'gelöschten ' : ''}benutzerseitig zugewiesenen Identität ${of}`;
    case 'person':
      return `der Person ${of}`;
    case 'group':
      return `der Gruppe ${of}`;
    case 'application':
      return `der Anwendung ${of}`;
    case 'resourceGroup':
      return `der Ressourcengruppe ${of}`;
    case 'role':
      return of === '' ? 'einer Rolle' : `von ${of}`;
    case 'resource':
      return gone ? `von ${of}, nicht mehr vorhanden` : `von ${of}`;
  }
}

/** What the ID lens says. */
export const lensWords: Translated<typeof english> = {
  kind: (kind) => kinds[kind],
  owner,
  compared: (kind, by) =>
    by.length === 0 ? besides[kind] : `Verglichen von ${list(by.map((reader) => readers[reader]))}. ${besides[kind]}`,
  unknown: 'Eine ID, die in dieser Welt zu nichts gehört',
  unknownText:
    'Nichts, was hier erstellt wurde, hat sie: Sie gehört allein zu dieser einen Nachricht, oder sie ist falsch.',
  places: (count) => (count === 1 ? 'Nur hier' : `Hier an ${count} Stellen`),
  pin: 'Zum Festhalten klicken oder die Eingabetaste drücken',
  letGo: 'Loslassen',
};
