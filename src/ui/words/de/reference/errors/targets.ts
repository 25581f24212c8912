import type * as english from '#ui/words/en/reference/errors/targets.ts';
import type { Translated } from '#ui/words/translation.ts';

const wrongKey =
  'Nur Microsoft Entra ID kann ein Token erzeugen, das angenommen wird: Holen Sie ein neues, und ändern Sie keines.';
const later = 'Die Gültigkeit des Tokens hat noch nicht begonnen: Eine Uhr geht falsch.';
const setClock = 'Stellen Sie die Uhr des Computers, der vergleicht.';
const askAgain = 'Fordern Sie ein neues Token an; SDKs tun das, bevor das alte abläuft.';
const notSimulated = 'Diesen Vorgang hat der Simulator nicht.';
const seeWhich = 'Verwenden Sie einen von denen, die die Antwort nennt.';
const sendBearer = 'Senden Sie `Authorization: Bearer <token>`.';
const noToken = 'Die Anforderung hat kein Token.';
const expired = 'Das Token ist abgelaufen.';
const isNoToken = 'Was gesendet wurde, ist kein Token.';

export const keyVault: Translated<typeof english.keyVault> = {
  'vault-no-token': {
    cause: 'Die Anforderung hat kein Token. SDKs senden ihre erste so, um zu erfahren, wo sie welches bekommen.',
    cure: 'Senden Sie `Authorization: Bearer <token>`. Der Header `WWW-Authenticate` nennt Mandant und Zielgruppe.',
  },
  'vault-token-unreadable': {
    cause: isNoToken,
    cure: 'Senden Sie `access_token` aus der Antwort, nicht die ganze Antwort.',
  },
  'vault-key-unknown': {
    cause: 'Der Schlüssel, mit dem das Token signiert wurde, ist keiner von Microsoft Entra ID.',
    cure: wrongKey,
  },
  'vault-signature': { cause: 'Das Token wurde nach dem Signieren geändert.', cure: wrongKey },
  'vault-issuer': {
    cause: 'Das Token ist von einem anderen Mandanten als der Tresor.',
    cure: 'Melden Sie sich beim Mandanten des Tresors an. Eine Identität gehört zu genau einem Mandanten.',
  },
  'vault-audience': {
    cause: 'Das Token ist für einen anderen Dienst, oder es wurde mit einem Schrägstrich am Ende angefordert.',
    cure: 'Fordern Sie eines für `https://vault.azure.net` an, ohne Schrägstrich.',
  },
  'vault-token-expired': { cause: expired, cure: askAgain },
  'vault-token-not-yet-valid': { cause: later, cure: setClock },
  'vault-forbidden-by-rbac': {
    cause:
      'Der Tresor entscheidet nach Azure-Rollen, und keine Rolle des Aufrufers hat hier diese Datenaktion. Owner und Contributor haben keine. Eine neue Zuweisung ist vielleicht noch nicht wirksam.',
    cure: 'Weisen Sie der Objekt-ID in der Meldung am Tresor Key Vault Secrets User zu, und warten Sie bis zu zehn Minuten.',
  },
  'vault-denied': {
    cause: 'Eine Ablehnungszuweisung verbietet es, ganz gleich, was Rollen gewähren.',
    cure: 'Suchen Sie den Bereitstellungsstapel oder die verwaltete Anwendung, von der die Ablehnungszuweisung stammt.',
  },
  'vault-access-denied': {
    cause:
      'Der Tresor entscheidet nach Zugriffsrichtlinien, und keine gilt für den Aufrufer. Eine Azure-Rolle hilft nicht.',
    cure: 'Fügen Sie eine Richtlinie für die Objekt-ID in der Meldung hinzu, oder stellen Sie das Berechtigungsmodell des Tresors auf Azure-Rollen um.',
  },
  'vault-forbidden-by-policy': {
    cause: 'Die Zugriffsrichtlinie des Aufrufers enthält diese Berechtigung nicht: `get` und `list` sind zwei.',
    cure: 'Nehmen Sie die Berechtigung, die die Meldung nennt, in die Richtlinie auf.',
  },
  'vault-forbidden-by-firewall': {
    cause: 'Die Firewall des Tresors lässt diese Adresse nicht zu. Auf Rolle und Token kommt es dabei nicht an.',
    cure: 'Nehmen Sie die Adresse aus der Meldung in die Netzwerkregeln auf, oder kommen Sie über einen privaten Endpunkt. App Service ist kein vertrauenswürdiger Dienst.',
  },
  'vault-forbidden-by-connection': {
    cause: 'Der öffentliche Zugriff auf den Tresor ist ausgeschaltet.',
    cure: 'Kommen Sie über einen privaten Endpunkt, oder schalten Sie den öffentlichen Zugriff für ausgewählte Adressen ein.',
  },
  'vault-secret-not-found': {
    cause:
      'Der Tresor hat kein Geheimnis dieses Namens oder dieser Version. Vielleicht ist es gelöscht und lässt sich wiederherstellen.',
    cure: 'Prüfen Sie den Namen; stellen Sie das Geheimnis wieder her, wenn es gelöscht wurde.',
  },
  'vault-deleted-secret-not-found': {
    cause: 'Kein gelöschtes Geheimnis dieses Namens: Es war nie da oder ist endgültig gelöscht.',
    cure: 'Listen Sie die gelöschten Geheimnisse des Tresors auf.',
  },
  'vault-secret-name-held': {
    cause: 'Ein gelöschtes Geheimnis belegt den Namen, bis es endgültig gelöscht ist.',
    cure: 'Stellen Sie es wieder her, oder löschen Sie es endgültig, und schreiben Sie noch einmal.',
  },
  'vault-secret-disabled': {
    cause: 'Diese Version des Geheimnisses ist ausgeschaltet.',
    cure: 'Lesen Sie eine andere Version, oder schalten Sie sie wieder ein: Dafür ist das Recht nötig, Geheimnisse zu ändern.',
  },
  'vault-bad-parameter': {
    cause: 'Der Name verstößt gegen seine Regel, oder der Body enthält keinen Wert.',
    cure: 'Namen haben 1 bis 127 Buchstaben, Ziffern und Bindestriche.',
  },
  'vault-operation-unknown': {
    cause: notSimulated,
    cure: 'Lesen und schreiben Sie Geheimnisse; Schlüssel und Zertifikate sind ausgelassen.',
  },
};

export const storage: Translated<typeof english.storage> = {
  'blob-no-token': {
    cause: 'Die Anforderung hat weder Token noch Schlüssel.',
    cure: 'Senden Sie `Authorization: Bearer <token>` mit `x-ms-version`.',
  },
  'blob-hidden': {
    cause: 'Kein Token und eine alte `x-ms-version`: Ältere Versionen verbergen, was privat ist.',
    cure: 'Senden Sie ein Token, und eine Version ab 2019-12-12, um zu erfahren, wenn es fehlt.',
  },
  'blob-old-version': {
    cause: 'Ein Token mit einer `x-ms-version` vor 2017-11-09 oder ohne eine.',
    cure: 'Senden Sie eine neuere `x-ms-version`. Storage braucht den Header, Key Vault nicht.',
  },
  'blob-over-http': { cause: 'Ein Token über einfaches HTTP.', cure: 'Verwenden Sie `https`.' },
  'blob-token-invalid': {
    cause:
      'Das Token hat eine Prüfung nicht bestanden: Signatur, Aussteller, Zielgruppe oder Zeit. Die Einzelheiten sagen, welche.',
    cure: 'Fordern Sie im Mandanten des Kontos ein neues Token für `https://storage.azure.com` an.',
  },
  'blob-scheme': {
    cause: 'Der Header `Authorization` hat weder die Form `Bearer …` noch `SharedKey …`.',
    cure: 'Schreiben Sie `Bearer`, ein Leerzeichen und das Token.',
  },
  'blob-permission-mismatch': {
    cause:
      'Das Token ist gut, doch keine Rolle des Aufrufers hat hier diese Datenaktion. Owner und Contributor haben keine.',
    cure: 'Weisen Sie am Konto oder am Container Storage Blob Data Reader oder Contributor zu, und warten Sie bis zu zehn Minuten.',
  },
  'blob-network': {
    cause:
      'Die Firewall des Kontos lässt diese Adresse nicht zu. Der Code ist leicht mit einer fehlenden Rolle zu verwechseln.',
    cure: 'Nehmen Sie die Adresse in die Netzwerkregeln auf, oder kommen Sie über einen privaten Endpunkt.',
  },
  'blob-wrong-key': {
    cause: 'Die Anforderung ist mit einem Schlüssel signiert, der keiner oder keiner mehr des Kontos ist.',
    cure: 'Lesen Sie die Schlüssel neu, oder besser: Melden Sie sich mit einer Identität an.',
  },
  'blob-keys-off': {
    cause: 'Das Konto nimmt keine Schlüssel an.',
    cure: 'Melden Sie sich mit einer Identität an. In der CLI: `--auth-mode login`.',
  },
  'blob-container-not-found': {
    cause: 'Das Konto hat keinen solchen Container.',
    cure: 'Prüfen Sie den Namen; Großbuchstaben sind nicht erlaubt.',
  },
  'blob-not-found': {
    cause: 'Der Container hat keinen solchen Blob.',
    cure: 'Prüfen Sie den Namen; Groß- und Kleinschreibung zählt.',
  },
  'blob-container-exists': {
    cause: 'Einen Container dieses Namens gibt es schon.',
    cure: 'Verwenden Sie ihn, oder wählen Sie einen anderen Namen.',
  },
  'blob-name-invalid': {
    cause: 'Der Name verstößt gegen seine Regel.',
    cure: 'Siehe [Namensregeln](/reference/names).',
  },
  'blob-exists': {
    cause: 'Die Anforderung sagt `If-None-Match: *`, und ein Blob dieses Namens ist schon da.',
    cure: 'Wählen Sie einen anderen Namen, oder schreiben Sie ohne die Bedingung.',
  },
  'blob-condition-not-met': {
    cause: 'Der Blob ist nicht mehr oder noch nicht der, den die Anforderung mit seinem `ETag` nennt.',
    cure: 'Lesen Sie ihn neu, und entscheiden Sie noch einmal.',
  },
  'blob-range': {
    cause: 'Der Bereich beginnt hinter dem Ende des Blobs.',
    cure: 'Fragen Sie vorher mit einer HEAD-Anforderung nach der Größe.',
  },
  'blob-range-cuts-character': {
    cause: 'Der Simulator hält Blobs als Text; der Bereich beginnt oder endet in einem Zeichen. Azure gäbe die Bytes.',
    cure: 'Fordern Sie den ganzen Blob an.',
  },
  'blob-metadata': {
    cause: 'Ein Name nach `x-ms-meta-` ist kein Bezeichner.',
    cure: 'Nehmen Sie Buchstaben, Ziffern und Unterstriche, vorn keine Ziffer.',
  },
  'blob-max-results': {
    cause: '`maxresults` ist keine Zahl ab 1.',
    cure: 'Lassen Sie es weg, oder fragen Sie nach 1 bis 5.000.',
  },
  'blob-operation-unknown': { cause: notSimulated, cure: seeWhich },
};

export const sql: Translated<typeof english.sql> = {
  'sql-no-user': {
    cause:
      'Das Token ist gut, doch die Datenbank hat keinen Benutzer dafür. Mit einer Azure-Rolle meldet man sich an keiner Datenbank an.',
    cure: 'Führen Sie dort `CREATE USER [name] FROM EXTERNAL PROVIDER` aus. Wurde die Identität neu erstellt, entfernen Sie zuerst den alten Benutzer.',
  },
  'sql-token-not-accepted': {
    cause:
      'Der Server hat keinen Microsoft Entra-Administrator, oder das Token ist von einem anderen Mandanten oder für eine andere Zielgruppe.',
    cure: 'Legen Sie einen Administrator fest, und fordern Sie eines für `https://database.windows.net/` an, mit dem Schrägstrich am Ende.',
  },
  'sql-token-invalid': { cause: 'Das Token ist nicht lesbar, oder seine Signatur passt nicht.', cure: wrongKey },
  'sql-token-expired': { cause: expired, cure: askAgain },
  'sql-no-credentials': {
    cause: 'Weder ein Token noch ein Kennwort wurde gesendet.',
    cure: 'Übergeben Sie dem Treiber das Token.',
  },
  'sql-firewall': {
    cause: 'Die Firewall des Servers lässt diese Adresse nicht zu. Sie wird vor dem Token gefragt.',
    cure: 'Fügen Sie eine Firewallregel hinzu, oder lassen Sie Azure-Dienste zu.',
  },
  'sql-public-access': {
    cause: 'Der öffentliche Zugriff auf den Server ist ausgeschaltet.',
    cure: 'Kommen Sie über einen privaten Endpunkt.',
  },
  'sql-no-database': { cause: 'Der Server hat keine solche Datenbank.', cure: 'Prüfen Sie den Namen.' },
  'sql-permission-denied': {
    cause: 'Der Benutzer ist angemeldet, und keine Rolle der Datenbank erlaubt ihm das.',
    cure: '`ALTER ROLE db_datareader ADD MEMBER [name]`, oder zum Schreiben `db_datawriter`.',
  },
  'sql-may-not-create': {
    cause: 'Nur der Administrator und Mitglieder von `db_owner` legen Benutzer an und vergeben Rollen.',
    cure: 'Melden Sie sich als Microsoft Entra-Administrator an.',
  },
  'sql-cannot': {
    cause:
      'Die Rolle oder der Benutzer ist nicht da, oder der Aufrufer darf daran nichts ändern. Der Wortlaut ist mit Absicht derselbe.',
    cure: 'Prüfen Sie den Namen, dann die Rollen des Aufrufers.',
  },
  'sql-principal-not-found': {
    cause: 'Das Verzeichnis hat keinen Prinzipal mit diesem Anzeigenamen.',
    cure: 'Prüfen Sie den Namen: Bei einer systemseitig zugewiesenen Identität ist es der des Hosts. Ein neuer Prinzipal braucht vielleicht noch eine Weile.',
  },
  'sql-name-not-unique': {
    cause: 'Mehrere Prinzipale haben diesen Anzeigenamen.',
    cure: "Fügen Sie `WITH OBJECT_ID = '…'` hinzu, oder legen Sie den Benutzer mit seiner SID an, gebildet aus der Client-ID.",
  },
  'sql-user-exists': {
    cause: 'Der Name ist in der Datenbank vergeben.',
    cure: 'Entfernen Sie den alten Benutzer, oder wählen Sie einen anderen Namen.',
  },
  'sql-sid-exists': {
    cause: 'Die Identität hat schon einen Benutzer unter einem anderen Namen.',
    cure: 'Verwenden Sie diesen Benutzer, oder entfernen Sie ihn.',
  },
  'sql-no-table': {
    cause: 'Eine solche Tabelle gibt es nicht.',
    cure: 'Die simulierten Datenbanken haben eine: `Orders`.',
  },
  'sql-syntax': {
    cause: 'Die Anweisung wurde nicht verstanden.',
    cure: 'Der Simulator versteht `CREATE USER`, `DROP USER`, `ALTER ROLE` und Anweisungen zu einer einzelnen Tabelle.',
  },
};

export const cosmos: Translated<typeof english.cosmos> = {
  'cosmos-no-header': {
    cause: 'Die Anforderung hat kein `Authorization`.',
    cure: 'Senden Sie `type=aad&ver=1.0&sig=<token>`, codiert.',
  },
  'cosmos-token-invalid': {
    cause:
      'Der Header hat eine andere Form, oder das Token hat eine Prüfung nicht bestanden. `Bearer` ist hier nicht die richtige Form.',
    cure: 'Senden Sie `type=aad&ver=1.0&sig=<token>`, codiert, mit einem neuen Token aus dem Mandanten des Kontos.',
  },
  'cosmos-audience': {
    cause: 'Das Token ist für eine andere Zielgruppe, oder es wurde mit einem Schrägstrich am Ende angefordert.',
    cure: 'Fordern Sie eines für `https://<account>.documents.azure.com` oder `https://cosmos.azure.com` an.',
  },
  'cosmos-token-expired': {
    cause: 'Das Token ist abgelaufen. Cosmos DB antwortet 403, wo andere 401 antworten.',
    cure: askAgain,
  },
  'cosmos-keys-off': {
    cause: 'Das Konto nimmt keine Schlüssel an.',
    cure: 'Melden Sie sich mit einer Identität an.',
  },
  'cosmos-no-data-role': {
    cause:
      'Der Prinzipal hat keine Datenrolle des Kontos, die diese Aktion erlaubt. Azure-Rollen öffnen keine Elemente, auch Owner nicht.',
    cure: 'Geben Sie ihm Cosmos DB Built-in Data Reader oder Contributor: `az cosmosdb sql role assignment create`.',
  },
  'cosmos-not-by-token': {
    cause: 'Datenbanken und Container werden nicht mit einem Token erstellt oder gelöscht.',
    cure: 'Erstellen Sie sie über Azure Resource Manager.',
  },
  'cosmos-not-found': {
    cause: 'Das Konto hat nichts dergleichen.',
    cure: 'Prüfen Sie Datenbank, Container, ID und Partitionsschlüssel.',
  },
  'cosmos-operation-unknown': { cause: notSimulated, cure: seeWhich },
};

export const messaging: Translated<typeof english.messaging> = {
  'bus-no-token': { cause: noToken, cure: sendBearer },
  'bus-token-invalid': {
    cause: 'Das Token hat eine Prüfung nicht bestanden: Form, Signatur, Aussteller oder Zeit.',
    cure: askAgain,
  },
  'bus-audience': {
    cause: 'Das Token ist für eine andere Zielgruppe. Service Bus und Event Hubs haben je eine eigene.',
    cure: 'Fordern Sie eines für `https://servicebus.azure.net` oder `https://eventhubs.azure.net` an.',
  },
  'bus-token-expired': { cause: expired, cure: askAgain },
  'bus-claim-required': {
    cause: 'Keine Rolle des Aufrufers sendet oder empfängt hier. Owner und Contributor des Namespace tun es nicht.',
    cure: 'Weisen Sie Data Sender oder Data Receiver des Diensts zu, und warten Sie bis zu zehn Minuten.',
  },
  'bus-operation-unknown': { cause: notSimulated, cure: seeWhich },
};

export const graph: Translated<typeof english.graph> = {
  'graph-no-token': { cause: noToken, cure: sendBearer },
  'graph-token-malformed': { cause: isNoToken, cure: 'Senden Sie `access_token` aus der Antwort.' },
  'graph-signature': { cause: 'Die Signatur des Tokens passt nicht.', cure: wrongKey },
  'graph-issuer': {
    cause: 'Das Token ist von einem anderen Mandanten.',
    cure: 'Melden Sie sich bei dem Mandanten an, der gefragt wird.',
  },
  'graph-audience': {
    cause: 'Das Token ist für einen anderen Dienst, etwa Azure Resource Manager.',
    cure: 'Fordern Sie eines für `https://graph.microsoft.com` an.',
  },
  'graph-lifetime': {
    cause: 'Das Token ist abgelaufen, oder seine Gültigkeit hat noch nicht begonnen.',
    cure: askAgain,
  },
  'graph-denied': {
    cause: 'Dem Token fehlt die App-Rolle, die die Adresse verlangt. Azure-Rollen, auch Owner, sind hier nichts wert.',
    cure: 'Weisen Sie der Identität die App-Rolle von Microsoft Graph zu, und warten Sie, bis das aufbewahrte Token abgelaufen ist.',
  },
  'graph-not-found': {
    cause: 'Das Verzeichnis hat kein solches Objekt.',
    cure: 'Prüfen Sie die ID: Graph nimmt Objekt-IDs.',
  },
  'graph-user-exists': { cause: 'Der Anmeldename ist vergeben.', cure: 'Wählen Sie einen anderen.' },
  'graph-value-invalid': {
    cause: 'Ein Wert verstößt gegen die Regel seiner Eigenschaft.',
    cure: 'Berichtigen Sie die genannte Eigenschaft.',
  },
  'graph-member-exists': { cause: 'Das Mitglied ist schon in der Gruppe.', cure: 'Es ist nichts mehr zu tun.' },
  'graph-app-role-exists': {
    cause: 'Der Prinzipal hat diese App-Rolle schon.',
    cure: 'Es ist nichts mehr zu tun.',
  },
  'graph-app-role-unknown': {
    cause: 'Die Anwendung hat keine solche App-Rolle.',
    cure: 'Listen Sie die `appRoles` ihres Dienstprinzipals auf.',
  },
  'graph-segment': {
    cause: 'Die Adresse ist keine, die der Simulator kennt.',
    cure: 'Verwenden Sie users, groups, applications oder servicePrincipals.',
  },
};
