import type * as english from '#ui/words/en/flow/gates.ts';

export const gates: typeof english.gates = {
  token: 'Ein Token liegt vor',
  signature: 'Die Signatur ist echt',
  issuer: 'Dem Aussteller wird vertraut',
  audience: 'Das Token ist für diesen Dienst',
  lifetime: 'Das Token ist jetzt gültig',
  sharedKey: 'Der Kontoschlüssel passt',
  network: 'Das Netzwerk lässt die Adresse zu',
  deny: 'Keine Ablehnungszuweisung steht im Weg',
  role: 'Eine Rolle erlaubt die Aktion',
  condition: 'Die Bedingung der Rolle ist erfüllt',
  policy: 'Eine Zugriffsrichtlinie erlaubt die Aktion',
  databaseUser: 'Ein Benutzer der Datenbank steht für den Aufrufer',
  cosmosRole: 'Eine Datenrolle von Cosmos DB erlaubt die Aktion',
  appRole: 'Das Token enthält die App-Rolle',
  application: 'Die App lässt diesen Client zu',
};
