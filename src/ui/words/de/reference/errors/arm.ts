import type * as english from '#ui/words/en/reference/errors/arm.ts';
import type { Translated } from '#ui/words/translation.ts';

const reload = 'Fordern Sie ein neues Token für `https://management.azure.com/` an.';
const rename = 'Wählen Sie einen anderen Namen.';
const fix = 'Schreiben Sie ihn so, wie es die [Namensregeln](/reference/names) verlangen.';

export const arm: Translated<typeof english.arm> = {
  'arm-no-token': { cause: 'Die Anforderung hat kein Token.', cure: 'Senden Sie `Authorization: Bearer <token>`.' },
  'arm-token-invalid': { cause: 'Das Token ist nicht lesbar, oder seine Signatur passt nicht.', cure: reload },
  'arm-token-issuer': {
    cause: 'Das Token ist von einem anderen Mandanten als das Abonnement.',
    cure: 'Melden Sie sich beim Mandanten des Abonnements an: `az login --tenant …`.',
  },
  'arm-token-audience': { cause: 'Das Token ist für einen anderen Dienst, etwa Key Vault.', cure: reload },
  'arm-token-expired': { cause: 'Das Token ist abgelaufen.', cure: reload },
  'arm-token-not-yet-valid': {
    cause: 'Die Gültigkeit des Tokens hat noch nicht begonnen.',
    cure: 'Stellen Sie die Uhr.',
  },
  'arm-scope-locked': {
    cause: 'Eine Sperre im Bereich, darüber oder, beim Löschen, darin verbietet es, auch Besitzern.',
    cure: 'Entfernen Sie die genannte Sperre, führen Sie es aus, und setzen Sie die Sperre wieder.',
  },
  'arm-group-not-found': {
    cause: 'Das Abonnement hat keine solche Ressourcengruppe.',
    cure: 'Prüfen Sie den Namen und das Abonnement.',
  },
  'arm-resource-not-found': {
    cause: 'Eine solche Ressource gibt es nicht.',
    cure: 'Prüfen Sie Name, Gruppe und Typ.',
  },
  'arm-scope-not-found': { cause: 'An diesem Bereich gibt es nichts.', cure: 'Prüfen Sie den Pfad.' },
  'arm-name-invalid': { cause: 'Der Name verstößt gegen die Regel seiner Art.', cure: fix },
  'arm-account-name-taken': {
    cause: 'Namen von Speicherkonten sind in der ganzen Cloud eindeutig.',
    cure: rename,
  },
  'arm-vault-name-taken': {
    cause: 'Ein anderer Tresor irgendwo in der Cloud hat den Namen, vielleicht ein gelöschter.',
    cure: rename,
  },
  'arm-site-name-taken': { cause: 'Namen von Apps sind in der ganzen Cloud eindeutig.', cure: rename },
  'arm-name-in-use': {
    cause: 'Aus dem Namen wird ein Hostname, und eine andere Ressource hat ihn schon.',
    cure: rename,
  },
  'arm-deleted-vault-holds-name': {
    cause: 'Ihr eigener gelöschter Tresor belegt den Namen, bis er endgültig gelöscht ist.',
    cure: 'Stellen Sie ihn mit seinen Geheimnissen wieder her, oder löschen Sie ihn endgültig. Seine Rollenzuweisungen sind in beiden Fällen verloren.',
  },
  'arm-deleted-vault-not-found': {
    cause: 'Kein gelöschter Tresor dieses Namens: nie da gewesen oder endgültig gelöscht.',
    cure: 'Listen Sie die gelöschten Tresore auf: `az keyvault list-deleted`.',
  },
  'arm-retention-fixed': {
    cause: 'Die Tage des vorläufigen Löschens werden einmal festgelegt, beim Erstellen.',
    cure: 'Lassen Sie die Eigenschaft weg.',
  },
  'arm-parent-not-found': {
    cause: 'Die App zu einem Slot oder der Server zu einer Datenbank ist nicht da.',
    cure: 'Erstellen Sie zuerst die übergeordnete Ressource.',
  },
  'arm-move-not-supported': {
    cause: 'Dieser Typ lässt sich nicht verschieben. Benutzerseitig zugewiesene Identitäten nie.',
    cure: 'Erstellen Sie stattdessen in der anderen Gruppe eine neue, und fügen Sie sie an.',
  },
  'arm-move-to-itself': {
    cause: 'Die Ressource ist schon in dieser Gruppe.',
    cure: 'Wählen Sie eine andere Gruppe.',
  },
  'arm-move-name-taken': {
    cause: 'Die andere Gruppe hat eine Ressource dieses Namens und Typs.',
    cure: 'Benennen Sie eine von beiden um, oder löschen Sie sie.',
  },
  'arm-api-version': {
    cause: '`api-version` fehlt.',
    cure: 'Fügen Sie `?api-version=` mit einer Version des Anbieters hinzu.',
  },
  'arm-subscription-not-found': {
    cause: 'Das Abonnement ist keines aus dieser Welt.',
    cure: '`az account show` gibt die ID aus.',
  },
  'arm-type-unknown': {
    cause: 'Der Anbieter hat keinen solchen Typ.',
    cure: 'Prüfen Sie die Schreibweise von Namespace und Typ.',
  },
  'arm-path-unknown': { cause: 'Unter diesem Pfad antwortet nichts.', cure: 'Beginnen Sie mit `/subscriptions/…`.' },
  'arm-method': {
    cause: 'Die Methode ist nicht für diesen Pfad.',
    cure: 'GET liest, PUT schreibt alles, PATCH einen Teil, DELETE löscht.',
  },
  'arm-content': {
    cause: 'Der Body ist kein JSON oder verlangt etwas Unmögliches.',
    cure: 'Der Rest der Meldung sagt, wo.',
  },
  'arm-machine-not-running': {
    cause: 'Die VM ist angehalten, oder ihre Zuordnung ist aufgehoben.',
    cure: 'Starten Sie sie zuerst.',
  },
  'arm-identity-uri-stale': {
    cause: 'Die VM hat eine Identität und wurde verschoben; sie startet erst, wenn etwas an ihr geändert wird.',
    cure: 'Aktualisieren Sie sie, zum Beispiel mit einem Tag: `az vm update --set tags.moved=1`. Starten Sie sie dann.',
  },
  'arm-not-a-scale-set': {
    cause: 'Nur eine Skalierungsgruppe hat Instanzen, die sich aktualisieren lassen.',
    cure: 'Nennen Sie die Skalierungsgruppe.',
  },
  'arm-setting-name': {
    cause: 'Der Name einer Einstellung enthält andere Zeichen.',
    cure: 'Verwenden Sie Buchstaben, Ziffern, Punkte und Unterstriche.',
  },
  'arm-not-an-app': {
    cause: 'Die Ressource ist keine App von App Service. Auch eine Container-App ist keine.',
    cure: 'Nennen Sie eine Web-App, eine Funktions-App oder einen Slot.',
  },
  'arm-not-a-slot': { cause: 'Nur ein Slot wird getauscht, mit seiner App.', cure: 'Nennen Sie den Slot.' },
  'identity-not-a-host': {
    cause: 'Die Ressource kann hier keine Identität tragen.',
    cure: 'Siehe [Hosts](/reference/hosts).',
  },
  'identity-operation-failed': {
    cause:
      'Die genannte Identität gibt es nicht oder nicht mehr. Verweise auf gelöschte Identitäten bleiben an den Hosts.',
    cure: 'Entfernen Sie den toten Verweis mit `null`, oder erstellen Sie die Identität neu, und nennen Sie sie.',
  },
  'identity-map-under-wrong-type': {
    cause: 'Die Anforderung nennt benutzerseitig zugewiesene Identitäten neben einem Typ ohne solche.',
    cure: 'Schreiben Sie `UserAssigned` oder `SystemAssigned, UserAssigned` als Typ.',
  },
  'identity-none-left': {
    cause:
      'Die Anforderung entfernt die letzte benutzerseitig zugewiesene Identität, und ihr Typ verlangt weiter eine.',
    cure: 'Schreiben Sie `None` oder `SystemAssigned` als Typ.',
  },
  'identity-ids-missing': {
    cause: '`UserAssigned` ohne eine einzige Identität.',
    cure: 'Nennen Sie mindestens eine in `userAssignedIdentities`.',
  },
  'identity-type-missing': { cause: '`identity` hat keinen `type`.', cure: 'Fügen Sie den Typ hinzu.' },
  'identity-type-unknown': {
    cause: 'Der Typ ist keiner der vier.',
    cure: 'Verwenden Sie `None`, `SystemAssigned`, `UserAssigned` oder die beiden letzten mit einem Komma dazwischen.',
  },
  'identity-linked-id-invalid': {
    cause: 'Ein Name oder eine GUID steht, wo die Ressourcen-ID der Identität hingehört.',
    cure: 'Fügen Sie mit der Ressourcen-ID an: `az identity show --query id`.',
  },
  'identity-id-invalid': {
    cause: 'Die ID gehört zu etwas anderem oder enthält einen Tippfehler.',
    cure: 'Kopieren Sie die Ressourcen-ID der Identität.',
  },
  'identity-values-invalid': {
    cause: 'Client-ID und Prinzipal-ID wurden zurückgesendet, wie ein GET sie zeigt.',
    cure: 'Senden Sie für jede Identität ein leeres Objekt: `{}`.',
  },
  'federation-name': {
    cause: 'Der Name der föderierten Anmeldeinformation verstößt gegen seine Regel.',
    cure: '3 bis 120 Buchstaben, Ziffern, Bindestriche und Unterstriche.',
  },
  'federation-empty': {
    cause: 'Aussteller, Subject oder Zielgruppe ist leer.',
    cure: 'Geben Sie alle drei an.',
  },
  'federation-audiences': {
    cause: 'Keine oder mehrere Zielgruppen.',
    cure: 'Geben Sie eine an, in der Regel `api://AzureADTokenExchange`.',
  },
  'federation-length': { cause: 'Ein Wert ist länger als 600 Zeichen.', cure: 'Kürzen Sie ihn.' },
  'federation-taken': {
    cause: 'Die Identität hat schon eine Anmeldeinformation für diesen Aussteller und dieses Subject.',
    cure: 'Ändern Sie diese.',
  },
  'federation-limit': {
    cause: 'Die Identität hat 20 föderierte Anmeldeinformationen.',
    cure: 'Löschen Sie eine, oder verwenden Sie eine zweite Identität.',
  },
  'federation-parent': { cause: 'Die Identität ist nicht da.', cure: 'Erstellen Sie sie zuerst.' },
  'federation-not-user-assigned': {
    cause:
      'Nur eine benutzerseitig zugewiesene Identität hat föderierte Anmeldeinformationen, nicht die Identität eines Hosts.',
    cure: 'Erstellen Sie dafür eine benutzerseitig zugewiesene Identität.',
  },
};

export const rbac: Translated<typeof english.rbac> = {
  'rbac-authorization-failed': {
    cause: 'Keine Rolle des Aufrufers erlaubt diese Aktion in diesem Bereich, oder eine neue ist noch nicht wirksam.',
    cure: 'Weisen Sie eine Rolle mit der genannten Aktion zu, im Bereich oder darüber, und warten Sie bis zu zehn Minuten.',
  },
  'rbac-assignment-authorization-failed': {
    cause:
      'Der Aufrufer darf dort keine Rollen zuweisen: Contributor darf es nicht. Oder eine Bedingung schränkt ein, welche.',
    cure: 'Lassen Sie es jemanden mit Owner, User Access Administrator oder Role Based Access Control Administrator tun.',
  },
  'rbac-linked-authorization-failed': {
    cause: 'Der Aufrufer darf den Host ändern, aber die Identität nicht zuweisen. Oder die Identität ist weg.',
    cure: 'Weisen Sie an der Identität Managed Identity Operator zu.',
  },
  'rbac-assignment-exists': {
    cause: 'Der Prinzipal hat diese Rolle in diesem Bereich schon.',
    cure: 'Es ist nichts mehr zu tun. Benennen Sie in einer Vorlage Zuweisungen mit `guid(scope, principalId, role)`.',
  },
  'rbac-principal-not-found': {
    cause:
      'Das Verzeichnis kennt den Prinzipal nicht: Eine Client-ID wurde angegeben, der Prinzipal ist weg, oder er ist erst Sekunden alt.',
    cure: 'Geben Sie die Objekt-ID (`principalId`) an, und für einen neuen `principalType: ServicePrincipal`.',
  },
  'rbac-role-not-found': { cause: 'Keine Rolle hat diese GUID.', cure: 'Siehe [Rollen](/reference/roles).' },
  'rbac-role-id-invalid': {
    cause: 'Die Rolle ist mit etwas anderem als einer GUID genannt.',
    cure: 'Geben Sie die ID der Rollendefinition an, nicht ihren Namen.',
  },
  'rbac-bad-request-format': {
    cause: 'Eine bloße GUID steht, wo der Pfad einer Rollendefinition hingehört.',
    cure: 'Schreiben Sie `/subscriptions/…/roleDefinitions/<GUID>`.',
  },
  'rbac-assignment-id-invalid': {
    cause: 'Der Name einer Rollenzuweisung ist keine GUID.',
    cure: 'Verwenden Sie in einer Vorlage `guid(…)`.',
  },
  'rbac-update-not-permitted': {
    cause:
      'Eine Zuweisung mit dieser GUID gibt es schon, mit einem anderen Prinzipal, einer anderen Rolle oder einem anderen Bereich. Typisch, wenn eine systemseitig zugewiesene Identität neu erstellt und eine Vorlage noch einmal bereitgestellt wurde.',
    cure: 'Nehmen Sie den Prinzipal in die GUID auf: `guid(scope, principalId, role)`. Löschen Sie die verwaiste Zuweisung.',
  },
  'rbac-principal-id-invalid': { cause: 'Der Prinzipal ist keine GUID.', cure: 'Geben Sie die Objekt-ID an.' },
  'rbac-principal-type': {
    cause: 'Der angegebene Typ ist nicht der des Prinzipals.',
    cure: 'Verwaltete Identitäten haben den Typ `ServicePrincipal`.',
  },
  'rbac-condition-invalid': {
    cause: 'Die Bedingung ist nicht lesbar oder nennt ein unbekanntes Attribut.',
    cure: 'Berichtigen Sie sie; der visuelle Editor im Portal hilft dabei.',
  },
  'rbac-scope-not-found': { cause: 'An diesem Bereich gibt es nichts.', cure: 'Prüfen Sie den Pfad.' },
};
