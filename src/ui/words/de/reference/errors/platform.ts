import type * as english from '#ui/words/en/reference/errors/platform.ts';
import type { Translated } from '#ui/words/translation.ts';

const identityOfApp =
  'Schalten Sie die systemseitig zugewiesene Identität ein, oder nennen Sie eine angefügte in `keyVaultReferenceIdentity`.';
const installed = 'Nur auf Ihrem eigenen Computer nötig; in Azure antwortet eine andere Anmeldeinformation.';

export const easyAuth: Translated<typeof english.easyAuth> = {
  'door-unauthorized': {
    cause:
      'Kein Token, oder eines, das nicht für diese App ist: andere Zielgruppe, anderer Mandant, anderer Schlüssel oder andere Zeit.',
    cure: 'Fordern Sie ein Token für die Client-ID der App an, und nehmen Sie ihren Namen mit `api://` in die zulässigen Zielgruppen auf.',
  },
  'door-forbidden': {
    cause: 'Das Token ist gut, doch die aufrufende Anwendung steht nicht auf der Liste der zugelassenen.',
    cure: 'Fügen Sie die Client-ID des Aufrufers zu `allowedApplications` hinzu.',
  },
  'door-role-missing': {
    cause: 'Die App verlangt eine App-Rolle, die nicht im Token steht.',
    cure: 'Weisen Sie dem Aufrufer die App-Rolle zu, und warten Sie, bis das aufbewahrte Token abgelaufen ist.',
  },
};

export const platform: Translated<typeof english.platform> = {
  'reference-none': {
    cause: 'Die Einstellung enthält einen einfachen Wert oder ist nicht da.',
    cure: 'Schreiben Sie `@Microsoft.KeyVault(SecretUri=…)`.',
  },
  'reference-invalidSyntax': {
    cause: 'Die Einstellung beginnt wie ein Verweis und ist keiner.',
    cure: '`@Microsoft.KeyVault(SecretUri=…)` oder `@Microsoft.KeyVault(VaultName=…;SecretName=…)`.',
  },
  'reference-noIdentity': {
    cause:
      'Die systemseitig zugewiesene Identität ist ausgeschaltet. Angefügte benutzerseitig zugewiesene werden nicht beachtet.',
    cure: identityOfApp,
  },
  'reference-notAttached': {
    cause: '`keyVaultReferenceIdentity` nennt eine Identität, die nicht angefügt ist.',
    cure: 'Fügen Sie sie an.',
  },
  'reference-notAResourceId': {
    cause: '`keyVaultReferenceIdentity` enthält etwas anderes als eine Ressourcen-ID, etwa eine Client-ID.',
    cure: 'Schreiben Sie die Ressourcen-ID der Identität hinein.',
  },
  'reference-principalGone': { cause: 'Der Prinzipal der Identität wurde gelöscht.', cure: identityOfApp },
  'reference-vaultNotFound': { cause: 'Kein Tresor hat diesen Namen.', cure: 'Prüfen Sie die Adresse.' },
  'reference-firewall': {
    cause: 'Die Firewall des Tresors lehnt die App ab. App Service ist kein vertrauenswürdiger Dienst von Key Vault.',
    cure: 'Fügen Sie die ausgehenden Adressen der App hinzu, oder verwenden Sie einen privaten Endpunkt.',
  },
  'reference-noPermission': {
    cause: 'Die Identität hat keine Rolle oder keine Zugriffsrichtlinie für Geheimnisse im Tresor.',
    cure: 'Weisen Sie der Identität der App Key Vault Secrets User zu.',
  },
  'reference-tokenRefused': {
    cause: 'Der Tresor hat das Token nicht angenommen.',
    cure: 'Prüfen Sie, ob App und Tresor zum selben Mandanten gehören.',
  },
  'reference-secretNotFound': {
    cause: 'Der Tresor hat kein solches Geheimnis.',
    cure: 'Prüfen Sie den Namen; stellen Sie ein gelöschtes wieder her.',
  },
  'reference-versionNotFound': {
    cause: 'Das Geheimnis hat keine solche Version.',
    cure: 'Lassen Sie die Version weg, um die neueste zu bekommen.',
  },
  'connection-no-host': {
    cause: 'Eine Web-App hat keinen Functions-Host, also keine Verbindungen.',
    cure: 'Fragen Sie eine Funktions-App.',
  },
  'connection-missing': {
    cause: 'Keine Einstellung nennt die Adresse des Diensts.',
    cure: 'Setzen Sie `<connection>__blobServiceUri`, `__serviceUri` oder `__fullyQualifiedNamespace`.',
  },
  'connection-invalidAddress': {
    cause: 'Die Adresse ist keine des Diensts.',
    cure: 'Schreiben Sie sie mit `https://`, wie das Portal sie zeigt.',
  },
  'connection-severalIdentities': {
    cause: '`__clientId` und `__managedIdentityResourceId` sind beide gesetzt.',
    cure: 'Behalten Sie eines davon.',
  },
  'connection-endpointNotSet': {
    cause: 'Die App hat keine Identität, also keinen Endpunkt, den sie fragen könnte.',
    cure: 'Schalten Sie eine ein, oder fügen Sie eine an.',
  },
  'connection-identityRefused': {
    cause: 'Die Identität ist nicht angefügt, oder `__clientId` enthält eine andere ihrer IDs.',
    cure: 'Schreiben Sie die Client-ID hinein, und setzen Sie `__credential` auf `managedidentity`.',
  },
  'connection-nameNotResolved': { cause: 'Kein Dienst hat diesen Namen.', cure: 'Prüfen Sie die Adresse.' },
  'connection-firewall': {
    cause: 'Die Firewall des Diensts lehnt die App ab.',
    cure: 'Lassen Sie die Adressen der App zu.',
  },
  'connection-noPermission': {
    cause: 'Die Identität hat dort keine Datenrolle.',
    cure: 'Weisen Sie die Datenrolle zu, die der Trigger oder die Bindung braucht.',
  },
  'connection-tokenRefused': {
    cause: 'Der Dienst hat das Token nicht angenommen.',
    cure: 'Prüfen Sie, ob App und Dienst zum selben Mandanten gehören.',
  },
};

export const sdk: Translated<typeof english.sdk> = {
  'sdk-environment': {
    cause: 'Die Variablen für einen Client mit Geheimnis sind nicht gesetzt. In Azure soll das so sein.',
    cure: 'Nichts, wenn eine spätere Anmeldeinformation ein Token hat.',
  },
  'sdk-workload': {
    cause: 'Die Variablen, die die Workloadidentität in einem Pod setzt, fehlen.',
    cure: 'Geben Sie dem Pod das Label und seinem Dienstkonto die Anmerkung; außerhalb eines Pods können Sie es übergehen.',
  },
  'sdk-probe': {
    cause:
      'Unter 169.254.169.254 hat innerhalb einer Sekunde niemand geantwortet: Der Code läuft nicht auf einem Computer mit IMDS.',
    cure: 'Melden Sie sich auf einem Laptop mit der Azure CLI an. Prüfen Sie bei einer App, ob sie eine Identität hat.',
  },
  'sdk-managed-identity': {
    cause: 'Der Endpunkt hat mit einem Fehler geantwortet; er steht dahinter.',
    cure: 'Schlagen Sie seinen Wortlaut auf dieser Seite nach.',
  },
  'sdk-network': {
    cause: 'Der Endpunkt wurde nicht erreicht, oder seine Antwort war kein JSON.',
    cure: 'Prüfen Sie Proxys, und ob die Antwort des Endpunkts einen Body hatte.',
  },
  'sdk-several-ids': {
    cause: 'Die Identität ist auf zwei Arten genannt.',
    cure: 'Behalten Sie eines von `clientId`, `resourceId` und `objectId`.',
  },
  'sdk-vs-code': { cause: 'Die Erweiterung fehlt oder ist nicht angemeldet.', cure: installed },
  'sdk-cli-not-found': { cause: 'Auf diesem Computer gibt es kein `az`.', cure: installed },
  'sdk-cli-not-signed-in': { cause: 'Niemand ist mit der Azure CLI angemeldet.', cure: 'Führen Sie `az login` aus.' },
  'sdk-all-failed': {
    cause: 'Keine Anmeldeinformation der Kette hatte ein Token. Jede Zeile sagt, warum nicht.',
    cure: 'Lesen Sie die Zeile der Anmeldeinformation, auf die Sie zählen; die anderen sind unwichtig.',
  },
  'sdk-no-token': {
    cause: 'Jede Anmeldeinformation wurde ausgeschlossen, bevor sie gefragt wurde.',
    cure: 'Prüfen Sie die Variablen, die `AZURE_TOKEN_CREDENTIALS` braucht.',
  },
  'sdk-selection': {
    cause: '`AZURE_TOKEN_CREDENTIALS` nennt keine Anmeldeinformation.',
    cure: 'Verwenden Sie `prod`, `dev` oder einen der Namen.',
  },
  'sdk-variables': {
    cause: 'Eine Variable, die der Code voraussetzt, ist nicht gesetzt.',
    cure: 'Setzen Sie sie, oder setzen Sie sie nicht voraus.',
  },
};
