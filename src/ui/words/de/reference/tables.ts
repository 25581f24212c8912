import type { Limit } from '#app/reference/limits.ts';
import type { tableWords as english } from '#ui/words/en/reference/tables.ts';
import type { Translated } from '#ui/words/translation.ts';
import { duration } from '../flow/phrases.ts';
import { sourceInWords } from './sources.ts';

type Words = Translated<typeof english>;

const readers: Words['readers'] = {
  everyTarget: 'jedes Ziel',
  rbac: 'Azure-Rollen',
  keyVaultPolicy: 'Zugriffsrichtlinien',
  cosmos: 'Cosmos DB',
  sql: 'Azure SQL',
  graph: 'Microsoft Graph',
  easyAuth: 'Apps hinter einer Authentifizierung',
};

const endpoints: Words['endpoints'] = {
  imds: {
    name: 'Virtueller Computer, Skalierungsgruppe',
    unnamed:
      'Die systemseitig zugewiesene Identität, wenn sie eingeschaltet ist; sonst die einzige benutzerseitig zugewiesene; sind es mehrere, 400.',
    note: 'Jede spätere Version geht auch; alle SDKs senden diese.',
  },
  'app-service': {
    name: 'Web-App, Funktions-App, Slot',
    unnamed:
      'Die systemseitig zugewiesene Identität, oder 400. Eine benutzerseitig zugewiesene muss genannt werden, auch wenn sie die einzige ist.',
    note: 'Nehmen Sie Adresse und Nachweis aus `IDENTITY_ENDPOINT` und `IDENTITY_HEADER`: Beide sind von App zu App verschieden.',
  },
  'container-apps': {
    name: 'Container-App',
    unnamed: 'Wie in App Service.',
    note: 'Dasselbe Protokoll unter einer anderen Adresse.',
  },
  workload: {
    name: 'Pod mit Workloadidentität, Workflow, jede andere Plattform',
    unnamed: 'Keine: `client_id` muss gesendet werden. In einem Pod nennt sie eine Anmerkung des Dienstkontos.',
    note: 'Es gibt keinen Endpunkt. Der Workload legt Microsoft Entra ID das Token seiner eigenen Plattform vor. `scope` ist die Zielgruppe mit `/.default` dahinter.',
  },
};

const targets: Words['targets'] = {
  keyVault: {
    name: 'Key Vault',
    access: 'Azure-Rollen mit Datenaktionen oder Zugriffsrichtlinien, nie beides.',
  },
  storage: { name: 'Azure Storage', access: 'Azure-Rollen mit Datenaktionen, bis hinunter zum Container.' },
  sql: {
    name: 'Azure SQL-Datenbank',
    access: 'Einen Benutzer in der Datenbank, angelegt von ihrem Administrator. Keine Azure-Rolle.',
  },
  cosmos: { name: 'Azure Cosmos DB', access: 'Datenrollen des Kontos selbst. Keine Azure-Rolle.' },
  serviceBus: { name: 'Service Bus', access: 'Azure-Rollen mit Datenaktionen.' },
  eventHubs: { name: 'Event Hubs', access: 'Azure-Rollen mit Datenaktionen.' },
  graph: { name: 'Microsoft Graph', access: 'App-Rollen, vergeben über Graph selbst. Sie reisen im Token mit.' },
  arm: { name: 'Azure Resource Manager', access: 'Azure-Rollen mit Aktionen.' },
  app: {
    name: 'Ihre eigene App hinter einer Authentifizierung',
    access: 'Die eigene Liste der App mit erlaubten Anwendungen, und ihre App-Rollen.',
  },
};

const limits: Words['limits'] = {
  'token-life': {
    name: 'Gültigkeit des Tokens einer verwalteten Identität',
    note: 'Nichts verkürzt sie, nicht einmal das Löschen der Identität.',
  },
  'token-issued-early': {
    name: '`iat` vor dem Zeitpunkt der Ausstellung',
    note: 'Damit Uhren voneinander abweichen dürfen; `exp − iat` ist 86.700 s.',
  },
  'user-token-life': {
    name: 'Gültigkeit des Tokens einer Person',
    note: 'In Azure schwankt sie zwischen 60 und 90 Minuten.',
  },
  'token-cache': {
    name: 'So lange behält die Plattform ein Token',
    note: 'Je Host, Identität und Zielgruppe. Keine Anforderung bringt sie dazu, ein neues zu holen.',
  },
  'role-delay': {
    name: 'Bis eine Rollenzuweisung wirkt',
    note: 'Dasselbe gilt für ihr Entfernen. Ein neues Token ist nicht nötig.',
  },
  'replication-delay': {
    name: 'Bis ein neuer Prinzipal überall bekannt ist',
    note: 'In Azure Sekunden bis Minuten. `principalType` erspart das Warten.',
  },
  'group-in-token': {
    name: 'Bis eine neue Gruppe oder App-Rolle im Token steht',
    note: 'Sie wird bei der Ausstellung hineingeschrieben; das aufbewahrte Token muss also erst ablaufen.',
  },
  'federated-credentials': {
    name: 'Föderierte Anmeldeinformationen einer Identität',
    note: 'Eine je Aussteller und Subject.',
  },
  'federated-value': { name: 'Zeichen in Aussteller, Subject oder Zielgruppe', note: '' },
  'federated-audiences': {
    name: 'Zielgruppen einer föderierten Anmeldeinformation',
    note: 'In der Regel `api://AzureADTokenExchange`.',
  },
  'federated-delay': { name: 'Bis eine föderierte Anmeldeinformation wirkt', note: 'Bis dahin AADSTS70021.' },
  'system-assigned-per-host': {
    name: 'Systemseitig zugewiesene Identitäten eines Hosts',
    note: 'Benutzerseitig zugewiesene: so viele, wie der Host zulässt.',
  },
  'principal-retention': {
    name: 'So lange wird der Prinzipal einer gelöschten Identität aufbewahrt',
    note: 'Er ist zu sehen, aber nicht wiederherzustellen.',
  },
  'vault-retention': {
    name: 'So lange wird ein gelöschter Tresor oder ein gelöschtes Geheimnis aufbewahrt',
    note: 'Einmal gewählt, beim Erstellen. So lange ist auch der Name belegt.',
  },
  'imds-updating': { name: 'IMDS ist wegen einer Aktualisierung weg', note: 'Bis dahin 410.' },
  certificate: {
    name: 'Gültigkeit des Zertifikats hinter einer Identität',
    note: 'Von Azure nach 45 Tagen erneuert; niemand bekommt es zu sehen.',
  },
  'role-assignments': { name: 'Rollenzuweisungen eines Abonnements', note: 'Verwaiste zählen mit.' },
  'directory-objects': {
    name: 'Objekte eines Verzeichnisses mit überprüfter Domäne',
    note: 'Jede verwaltete Identität ist eines, auch noch 30 Tage nach ihrem Löschen.',
  },
};

/** Hosts that have no name among the kinds of resources. */
const hosts: Words['hosts'] = {
  virtualMachine: { name: 'Virtueller Computer', note: 'Jeder Prozess darauf kann fragen.' },
  vmScaleSet: {
    name: 'VM-Skalierungsgruppe',
    note: 'Alle Instanzen teilen sich eine systemseitig zugewiesene Identität.',
  },
  webApp: { name: 'Web-App', note: 'Kein IMDS: Code, der es erwartet, scheitert.' },
  webAppSlot: { name: 'Bereitstellungsslot', note: 'Eigene Identitäten; sie werden nie mitgetauscht.' },
  functionApp: { name: 'Funktions-App', note: 'Auch Verbindungen von Triggern fragen diesen Endpunkt.' },
  containerApp: { name: 'Container-App', note: 'Init-Container lassen sich von der Identität fernhalten.' },
  aksCluster: { name: 'Pod in AKS', note: 'Workloadidentität: Das Token des Dienstkontos wird eingetauscht.' },
  external: {
    name: 'Workload außerhalb von Azure',
    note: 'GitHub Actions und Ähnliches, über eine föderierte Anmeldeinformation.',
  },
  arc: {
    name: 'Azure Arc-Server',
    note: 'Antwortet erst 401 und nennt eine Datei; ihr Inhalt, den nur die richtige Gruppe lesen kann, ist der Nachweis.',
  },
  containerInstances: { name: 'Container Instances', note: 'Laut Dokumentation die Adresse von IMDS.' },
  serviceFabric: {
    name: 'Service Fabric',
    note: 'Die Identität steht bei der Bereitstellung fest. Das Zertifikat des Endpunkts wird anhand seines Fingerabdrucks verglichen.',
  },
  cloudShell: {
    name: 'Cloud Shell',
    note: 'POST. Das Token ist das der angemeldeten Person, nicht das einer Identität.',
  },
  machineLearning: {
    name: 'Azure Machine Learning-Computeressource',
    note: 'Genannt mit `clientid`, im älteren Protokoll von App Service.',
  },
  appServiceOld: {
    name: 'App Service, Protokoll 2017-09-01',
    note: 'Genannt mit `clientid`; `expires_on` ist ein Datum in Worten. Eine unbekannte Client-ID wird stillschweigend übergangen.',
  },
};

function limitInWords(limit: Limit): string {
  switch (limit.kind) {
    case 'seconds':
      return limit.upTo === true ? `bis zu ${duration(limit.seconds, 'dative')}` : duration(limit.seconds);
    case 'count':
      return limit.exactly === true ? `genau ${limit.count}` : limit.count.toLocaleString('de-DE');
    case 'days':
      return `${limit.from} bis ${limit.to} Tage, in der Regel ${limit.usual}`;
  }
}

export const tableWords: Words = {
  readers,
  endpoints,
  targets,
  limits,
  hosts,
  limit: limitInWords,
  range: (min, max) => `${min} bis ${max.toLocaleString('de-DE')}`,
  unique: {
    cloud: 'der ganzen Cloud',
    resourceGroup: 'der Ressourcengruppe',
    parent: 'der übergeordneten Ressource',
    scope: 'dem Bereich',
  },
  things: {
    secret: 'Geheimnis eines Tresors',
    container: 'Blobcontainer',
    blob: 'Blob',
    lock: 'Sperre',
    resourceGroup: 'Ressourcengruppe',
  },
  identities: {
    system: 'systemseitig zugewiesen',
    user: 'benutzerseitig zugewiesen',
    signedIn: 'die angemeldete Person',
  },
  compares: {
    oid: 'Objekt-ID (`oid`)',
    appid: 'Client-ID (`appid`)',
    roles: 'App-Rollen (`roles`)',
    groups: 'Gruppen (`groups`)',
  },
  heads: {
    claim: 'Claim',
    means: 'Was er sagt',
    compared: 'Wer ihn vergleicht',
    limit: 'Grenzwert',
    value: 'Wert',
    note: 'Anmerkung',
    kind: 'Art',
    length: 'Zeichen',
    pattern: 'Wie er aussieht',
    uniqueIn: 'Eindeutig in',
    host: 'Host',
    endpoint: 'Endpunkt',
    header: 'Header',
    identities: 'Identitäten',
    target: 'Ziel',
    audience: 'Zielgruppe',
    access: 'Zugriff gibt es durch',
    knows: 'Erkennt den Aufrufer an',
  },
  parts: { actions: 'actions', notActions: 'notActions', dataActions: 'dataActions', notDataActions: 'notDataActions' },
  none: 'keine',
  nobody: 'niemand',
  condition: 'Bedingung',
  guid: (role) => `GUID von ${role}`,
  audience: (target) => `Zielgruppe von ${target}`,
  ofCosmos: 'von Cosmos DB selbst, keine Azure-Rolle',
  undocumented: 'in Tokens gesehen, nicht dokumentiert',
  notSimulated: 'hier nicht simuliert',
  noEndpoint: 'keiner: Das eigene Token des Workloads wird eingetauscht',
  tokenEndpoints: 'Wo ein Token angefordert wird',
  targetsTitle: 'Welches Token ein Ziel annimmt',
  version: (version, only) => (only ? `genau ${version}` : `${version} oder neuer`),
  request: 'Anforderung',
  apiVersion: 'api-version',
  selectors: 'Die Identität wird genannt mit',
  unnamed: 'Keine genannt',
  cause: 'Ursache',
  cure: 'Abhilfe',
  noBody: 'kein Body',
  described: 'in Lektionen erklärt, nicht simuliert',
  own: 'zum Teil Festlegung des Simulators',
  misconceptions: 'Was oft falsch verstanden wird',
  asked: 'Was in Kursen gefragt wird',
  answeredIn: (lesson) => `Beantwortet in „${lesson}“`,
  areas: 'Gebiete',
  rules: 'Regeln',
  source: sourceInWords,
};
