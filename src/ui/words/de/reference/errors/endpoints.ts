import type * as english from '#ui/words/en/reference/errors/endpoints.ts';
import type { Translated } from '#ui/words/translation.ts';

const notYours = 'Nichts in Ihrem Code. Warten Sie und fragen Sie noch einmal, wie es die SDKs tun.';

export const imds: Translated<typeof english.imds> = {
  'imds-metadata-header': {
    cause: 'Die Anforderung kam ohne den Header `Metadata: true`.',
    cure: 'Senden Sie den Header. SDKs tun das von selbst.',
  },
  'imds-forwarded': {
    cause: 'Die Anforderung enthielt `X-Forwarded-For`: Sie ging durch einen Proxy oder wurde über einen gefälscht.',
    cure: 'Fragen Sie IMDS direkt, und lassen Sie keinen Proxy an 169.254.169.254 weiterleiten.',
  },
  'imds-method': { cause: 'Die Anforderung war kein GET.', cure: 'Verwenden Sie GET.' },
  'imds-path': {
    cause: 'Unter diesem Pfad hat IMDS nichts.',
    cure: 'Für ein Token ist der Pfad `/metadata/identity/oauth2/token`.',
  },
  'imds-repeated-parameter': {
    cause: 'Ein Parameter steht zweimal in der Abfrage.',
    cure: 'Geben Sie jeden Parameter einmal an.',
  },
  'imds-api-version': {
    cause: '`api-version` fehlt, ist unbekannt oder älter als 2018-02-01.',
    cure: 'Senden Sie `api-version=2018-02-01`.',
  },
  'imds-resource-missing': {
    cause: 'Die Anforderung sagt nicht, für wen das Token sein soll.',
    cure: 'Fügen Sie `resource` mit der Zielgruppe des Ziels hinzu, etwa `https://vault.azure.net`.',
  },
  'imds-several-selectors': {
    cause: 'Die Anforderung nennt die Identität auf zwei Arten zugleich.',
    cure: 'Behalten Sie eines von `client_id`, `object_id` und `msi_res_id`.',
  },
  'imds-identity-not-found': {
    cause:
      'Die VM hat keine Identität, oder die genannte ist nicht an sie angefügt. Auch eine Objekt-ID an der Stelle einer Client-ID endet hier.',
    cure: 'Schalten Sie die systemseitig zugewiesene Identität ein, fügen Sie die benutzerseitig zugewiesene an, oder berichtigen Sie die ID in der Anforderung.',
  },
  'imds-several-identities': {
    cause:
      'Mehrere benutzerseitig zugewiesene Identitäten sind angefügt, keine systemseitig zugewiesene ist eingeschaltet, und die Anforderung nennt keine.',
    cure: 'Nennen Sie die Identität mit ihrer Client-ID. Tun Sie das auch, solange es nur eine gibt: Eine zweite kann dazukommen.',
  },
  'imds-throttled': {
    cause: 'Zu viele Anforderungen von dieser VM in kurzer Zeit.',
    cure: 'Behalten Sie das Token, bis es abläuft, statt für jeden Aufruf eines anzufordern, und warten Sie, bevor Sie noch einmal fragen.',
  },
  'imds-updating': { cause: 'IMDS wird aktualisiert; das dauert höchstens 70 Sekunden.', cure: notYours },
  'imds-endpoint-updating': { cause: 'Der Endpunkt für Tokens wird aktualisiert.', cure: notYours },
  'imds-server-error': { cause: 'IMDS ist fehlgeschlagen.', cure: notYours },
  'imds-unavailable': { cause: 'IMDS ist für einen Augenblick nicht verfügbar.', cure: notYours },
  'imds-restarting': {
    cause: 'IMDS startet neu, und was davor steht, antwortet: Der Header `Server` verrät es.',
    cure: notYours,
  },
  'imds-instance-header': {
    cause: 'Eine Anforderung an `/metadata/instance` ohne `Metadata: true`.',
    cure: 'Senden Sie den Header.',
  },
  'imds-instance-version': {
    cause: '`api-version` fehlt oder ist keine, die `/metadata/instance` kennt.',
    cure: 'Nehmen Sie eine der Versionen, die die Antwort nennt.',
  },
  'imds-instance-path': {
    cause: 'Die Segmente nach `/metadata/instance` führen ins Leere.',
    cure: 'Lesen Sie zuerst das ganze Dokument, und folgen Sie seinen Namen.',
  },
  'imds-instance-value': {
    cause: 'Ein einzelner Wert wurde als JSON angefordert.',
    cure: 'Fügen Sie `format=text` hinzu.',
  },
  'imds-instance-format': {
    cause: '`format` ist weder `json` noch `text`.',
    cure: 'Verwenden Sie eines von beiden.',
  },
};

export const appService: Translated<typeof english.appService> = {
  'app-identity-header': {
    cause: '`X-IDENTITY-HEADER` fehlt oder enthält nicht den Wert von `IDENTITY_HEADER`. Die Antwort hat keinen Body.',
    cure: 'Lesen Sie `IDENTITY_HEADER` jedes Mal: Die Plattform ändert ihn. Der Wert einer anderen App oder eines anderen Slots passt nicht.',
  },
  'app-method': { cause: 'Die Anforderung war kein GET.', cure: 'Verwenden Sie GET.' },
  'app-path': {
    cause: 'Der Pfad ist nicht der von `IDENTITY_ENDPOINT`.',
    cure: 'Verwenden Sie `IDENTITY_ENDPOINT`, wie es ist, mit einer Abfrage dahinter.',
  },
  'app-api-version': {
    cause: '`api-version` ist nicht 2019-08-01.',
    cure: 'Senden Sie `api-version=2019-08-01`. Die Version von IMDS ist eine andere.',
  },
  'app-resource-missing': {
    cause: 'Die Anforderung sagt nicht, für wen das Token sein soll.',
    cure: 'Fügen Sie `resource` mit der Zielgruppe des Ziels hinzu.',
  },
  'app-several-selectors': {
    cause: 'Die Anforderung nennt die Identität auf zwei Arten zugleich.',
    cure: 'Behalten Sie eines von `client_id`, `principal_id` und `mi_res_id`.',
  },
  'app-unable-to-load': {
    cause:
      'Die Anforderung nennt keine Identität, und die systemseitig zugewiesene ist ausgeschaltet. Eine benutzerseitig zugewiesene wird hier nie von selbst gewählt, auch nicht, wenn sie die einzige ist.',
    cure: 'Nennen Sie die Identität mit ihrer Client-ID, oder schalten Sie die systemseitig zugewiesene ein.',
  },
  'app-identity-not-found': {
    cause: 'Die genannte Identität ist nicht an diese App oder diesen Slot angefügt.',
    cure: 'Fügen Sie sie an, oder berichtigen Sie die ID. Sehen Sie nach einem Tausch von Slots nach `AZURE_CLIENT_ID`: Die Einstellung kann mitgewandert sein.',
  },
  'app-token-not-fetched': {
    cause:
      'Microsoft Entra ID hat kein Token ausgestellt, meist, weil es die Ressource nicht kennt. Der Endpunkt sagt nicht, warum.',
    cure: 'Prüfen Sie `resource`: eine Zielgruppe, ohne `/.default`. Im Anmeldeprotokoll steht die eigentliche Fehlernummer.',
  },
};

export const entra: Translated<typeof english.entra> = {
  'entra-resource-not-found': {
    cause:
      'Unter diesem Namen ist im Mandanten keine API bekannt. Oft wurde die Adresse einer Ressource statt ihrer Zielgruppe angegeben, oder ein Bereich mit `/.default`, wo eine Ressource verlangt ist.',
    cure: 'Fordern Sie ein Token für die Zielgruppe des Diensts an: `https://vault.azure.net` für jeden Tresor.',
  },
  'entra-client-not-found': {
    cause: 'Der Prinzipal der Identität ist weg, oder es ist ein anderer Mandant.',
    cure: 'Erstellen Sie die Identität neu, und geben Sie der neuen ihre Rollen: Die alte kommt nicht zurück.',
  },
  'entra-app-not-assigned': {
    cause: 'Die Anwendung verlangt eine Zuweisung, und die Identität hat in ihr keine App-Rolle.',
    cure: 'Weisen Sie dem Dienstprinzipal der Identität eine ihrer App-Rollen zu.',
  },
  'entra-user-not-assigned': {
    cause: 'Die Anwendung verlangt eine Zuweisung, und diese Person hat keine.',
    cure: 'Weisen Sie der Anwendung die Person zu, oder eine Gruppe, in der sie direktes Mitglied ist.',
  },
  'entra-user-not-found': {
    cause: 'Das Verzeichnis hat keinen solchen Benutzer.',
    cure: 'Melden Sie sich als jemand aus diesem Mandanten an.',
  },
  'entra-issuer-not-known': {
    cause:
      'Keine föderierte Anmeldeinformation nennt diesen Aussteller. Ein Schrägstrich am Ende macht einen anderen Aussteller daraus.',
    cure: 'Kopieren Sie den Aussteller Zeichen für Zeichen aus dem Token.',
  },
  'entra-subject-not-known': {
    cause:
      'Der Aussteller ist bekannt, sein Subject nicht: ein anderer Branch, eine andere Umgebung, ein anderer Namespace oder ein anderes Dienstkonto.',
    cure: 'Vergleichen Sie das Subject in der Meldung mit dem der Anmeldeinformation, und berichtigen Sie eines von beiden.',
  },
  'entra-subject-case': {
    cause: 'Das Subject weicht nur in Groß- und Kleinschreibung ab.',
    cure: 'Schreiben Sie das Subject so, wie es im Token steht.',
  },
  'entra-audience-not-known': {
    cause: 'Das Token ist für eine andere Zielgruppe, als die Anmeldeinformation sagt.',
    cure: 'Fordern Sie beim Aussteller ein Token für `api://AzureADTokenExchange` an.',
  },
  'entra-credential-not-yet-known': {
    cause:
      'Die föderierte Anmeldeinformation wurde vor wenigen Minuten geschrieben und ist noch nicht überall bekannt.',
    cure: 'Warten Sie bis zu fünf Minuten, und melden Sie sich noch einmal an.',
  },
  'entra-no-credentials': {
    cause: 'Die Identität hat keine föderierte Anmeldeinformation. Eine systemseitig zugewiesene kann keine haben.',
    cure: 'Fügen Sie eine hinzu, bei einer benutzerseitig zugewiesenen Identität oder einer App-Registrierung.',
  },
  'entra-tenant-not-found': {
    cause: 'Einen Mandanten mit dieser ID oder diesem Namen gibt es nicht.',
    cure: 'Nehmen Sie den Mandanten des Abonnements: `az account show --query tenantId`.',
  },
  'entra-parameter-missing': {
    cause: 'Im Formular fehlt ein Parameter.',
    cure: 'Senden Sie `grant_type`, `client_id` und `scope` (v2.0) oder `resource` (v1.0).',
  },
  'entra-grant-type': {
    cause: 'Dieser Gewährungstyp wird hier nicht beantwortet.',
    cure: 'Verwenden Sie `client_credentials`.',
  },
  'entra-proof-missing': {
    cause: 'Der Client hat nicht nachgewiesen, wer er ist.',
    cure: 'Senden Sie eine `client_assertion`. Eine verwaltete Identität hat kein Geheimnis, das Sie senden könnten.',
  },
  'entra-secret-not-valid': {
    cause: 'Das Geheimnis ist keines der Anwendung. Verwaltete Identitäten haben keines.',
    cure: 'Fragen Sie den Endpunkt des Hosts, oder tauschen Sie eine Assertion ein.',
  },
  'entra-assertion-malformed': {
    cause: 'Die Assertion ist kein JWT.',
    cure: 'Senden Sie das Token des Ausstellers, wie es ist, ohne Anführungszeichen und Zeilenumbrüche.',
  },
};
