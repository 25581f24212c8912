import type { NamedThing } from '#app/sandbox/catalogue.ts';

const machine =
  '1 bis 64 Buchstaben, Ziffern, Punkte und Bindestriche; kein Punkt oder Bindestrich am Anfang oder Ende';
const site = '2 bis 60 Buchstaben, Ziffern und Bindestriche; kein Bindestrich am Anfang oder Ende';
const namespace =
  '6 bis 50 Buchstaben, Ziffern und Bindestriche; beginnt mit einem Buchstaben, endet mit einem Buchstaben oder einer Ziffer';

/** Azure's rules for names, which the domain says in English. */
export const nameRules: Readonly<Record<NamedThing, string>> = {
  virtualMachine: machine,
  vmScaleSet: machine,
  webApp: site,
  webAppSlot: '2 bis 59 Buchstaben, Ziffern und Bindestriche; kein Bindestrich am Anfang oder Ende',
  functionApp: site,
  containerApp:
    '2 bis 32 Kleinbuchstaben, Ziffern und Bindestriche; beginnt mit einem Buchstaben, endet mit einem Buchstaben oder einer Ziffer, keine zwei Bindestriche hintereinander',
  aksCluster:
    '1 bis 63 Buchstaben, Ziffern, Unterstriche und Bindestriche; beginnt und endet mit einem Buchstaben oder einer Ziffer',
  keyVault:
    '3 bis 24 Buchstaben, Ziffern und Bindestriche; beginnt mit einem Buchstaben, endet mit einem Buchstaben oder einer Ziffer, keine zwei Bindestriche hintereinander',
  storageAccount: '3 bis 24 Kleinbuchstaben und Ziffern',
  sqlServer: '1 bis 63 Kleinbuchstaben, Ziffern und Bindestriche; kein Bindestrich am Anfang oder Ende',
  sqlDatabase: '1 bis 128 Zeichen außer `<>*%&:\\/?`; kein Punkt und kein Leerzeichen am Ende',
  cosmosAccount: '3 bis 44 Kleinbuchstaben, Ziffern und Bindestriche; beginnt mit einem Buchstaben oder einer Ziffer',
  serviceBusNamespace: namespace,
  eventHubsNamespace: namespace,
  userAssignedIdentity:
    '3 bis 128 Buchstaben, Ziffern, Bindestriche und Unterstriche; beginnt mit einem Buchstaben oder einer Ziffer',
  resourceGroup: '1 bis 90 Buchstaben, Ziffern, Unterstriche, Bindestriche, Punkte und Klammern; kein Punkt am Ende',
  secret: '1 bis 127 Buchstaben, Ziffern und Bindestriche',
  container:
    '3 bis 63 Kleinbuchstaben, Ziffern und Bindestriche; beginnt mit einem Buchstaben oder einer Ziffer, keine zwei Bindestriche hintereinander',
  lock: '1 bis 90 Buchstaben, Ziffern, Punkte, Unterstriche, Bindestriche und Klammern; kein Punkt am Ende',
  blob: '1 bis 1.024 Zeichen außer Leerzeichen, `?`, `#` und `\\`; kein Schrägstrich am Anfang oder Ende, kein Punkt am Ende',
};
