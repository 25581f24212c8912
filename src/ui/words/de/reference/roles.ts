import type * as english from '#ui/words/en/reference/roles.ts';

/** What a built-in role is for, by its name in Azure. */
export const rolePurposes: typeof english.rolePurposes = {
  Owner: 'Alles auf der Steuerungsebene, auch Rollen vergeben. Keine Daten.',
  Contributor:
    'Alles auf der Steuerungsebene, nur nicht, wer Zugriff hat. Keine Daten, aber sie darf Kontoschlüssel auflisten.',
  Reader: 'Sieht Ressourcen und ihre Einstellungen. Keine Daten, keine Schlüssel.',
  'User Access Administrator': 'Vergibt und entzieht jede Rolle; sonst liest sie nur.',
  'Role Based Access Control Administrator': 'Vergibt und entzieht Rollen, und sonst nichts.',
  'Key Vault Administrator': 'Alle Vorgänge an Geheimnissen, Schlüsseln und Zertifikaten eines Tresors.',
  'Key Vault Reader':
    'Sieht, was in einem Tresor liegt, und die Metadaten dazu. Den Wert eines Geheimnisses liest sie nicht.',
  'Key Vault Secrets Officer': 'Liest, schreibt und löscht Geheimnisse: für eine Pipeline, die sie pflegt.',
  'Key Vault Secrets User': 'Liest die Werte von Geheimnissen: die Rolle für eine App.',
  'Key Vault Certificate User': 'Liest Zertifikate mit ihren privaten Schlüsseln.',
  'Key Vault Crypto User': 'Verschlüsselt, signiert und entpackt mit Schlüsseln, die im Tresor bleiben.',
  'Key Vault Contributor':
    'Verwaltet Tresore und liest nichts darin; doch im Zugriffsrichtlinienmodell darf sie sich selbst eine Richtlinie schreiben.',
  'Key Vault Data Access Administrator': 'Vergibt und entzieht Datenrollen von Key Vault, und keine anderen.',
  'Storage Account Contributor':
    'Verwaltet Speicherkonten. Sie darf die Schlüssel auflisten, und ein Schlüssel öffnet alle Daten.',
  'Storage Blob Data Owner': 'Alle Vorgänge an Blobs, auch an ihren Zugriffssteuerungslisten.',
  'Storage Blob Data Contributor': 'Liest, schreibt und löscht Blobs.',
  'Storage Blob Data Reader': 'Liest Blobs und listet sie auf: die Rolle für eine App, die nur liest.',
  'Storage Blob Delegator': 'Holt einen Schlüssel, mit dem eine SAS für die Benutzerdelegierung signiert wird.',
  'Storage Queue Data Reader': 'Sieht sich Nachrichten an, ohne sie zu entnehmen.',
  'Storage Queue Data Contributor': 'Liest, schreibt, entnimmt und löscht Nachrichten.',
  'Storage Queue Data Message Sender': 'Fügt Nachrichten hinzu.',
  'Storage Queue Data Message Processor': 'Entnimmt Nachrichten aus einer Warteschlange.',
  'Storage Table Data Reader': 'Liest Tabellen und Entitäten.',
  'Storage Table Data Contributor': 'Liest, schreibt und löscht Entitäten.',
  'Managed Identity Contributor':
    'Erstellt und löscht benutzerseitig zugewiesene Identitäten. Anfügen kann sie keine, aber ihr Recht an föderierten Anmeldeinformationen erlaubt, sich als eine anzumelden.',
  'Managed Identity Operator':
    'Fügt eine benutzerseitig zugewiesene Identität an. Dazu braucht es außerdem das Recht, den Host zu ändern.',
  'Managed Identity Federated Identity Credential Contributor':
    'Schreibt föderierte Anmeldeinformationen: Wer sie hat, kann sich von außen als die Identität anmelden.',
  'Virtual Machine Contributor':
    'Verwaltet virtuelle Computer. Sie darf Befehle darauf ausführen und so als deren Identitäten sprechen.',
  'Website Contributor':
    'Verwaltet Web-Apps. Sie darf Code in ihnen bereitstellen und so als deren Identitäten sprechen.',
  'Azure Service Bus Data Owner': 'Sendet, empfängt und verwaltet Entitäten eines Namespace.',
  'Azure Service Bus Data Receiver': 'Empfängt Nachrichten.',
  'Azure Service Bus Data Sender': 'Sendet Nachrichten.',
  'Azure Event Hubs Data Owner': 'Sendet, empfängt und verwaltet Event Hubs.',
  'Azure Event Hubs Data Receiver': 'Empfängt Ereignisse.',
  'Azure Event Hubs Data Sender': 'Sendet Ereignisse.',
};
