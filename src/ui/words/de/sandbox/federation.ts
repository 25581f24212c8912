import type { federationWords as english } from '#ui/words/en/sandbox/federation.ts';
import type { Translated } from '#ui/words/translation.ts';

/** Words of workload identity: federated credentials, service accounts, workloads outside Azure. */
export const federationWords: Translated<typeof english> = {
  credentials: 'Föderierte Anmeldeinformationen',
  noCredentials: 'Keine: Nur Hosts, die sie tragen, können als sie sprechen.',
  credentialHint:
    'Die Identität vertraut Tokens eines anderen Ausstellers: Wer eines vorzeigt, das passt, bekommt ein Token für sie.',
  name: 'Name der Anmeldeinformation',
  from: 'Wem vertraut wird',
  github: 'einem GitHub-Workflow',
  pod: (account, cluster) => `${account} in ${cluster}`,
  own: 'einem anderen Aussteller',
  issuer: 'Aussteller',
  subject: 'Subject',
  audiences: 'Zielgruppe',
  add: 'Eintrag hinzufügen',
  remove: (name) => `Anmeldeinformation ${name} entfernen`,
  acts: (at) => `bekannt ab ${at}`,
  accounts: 'Dienstkonten',
  noAccounts: 'Noch kein Dienstkonto.',
  namespace: 'Namespace',
  accountName: 'Name des Dienstkontos',
  annotation: 'Identität in seiner Anmerkung',
  noAnnotation: 'keine',
  addAccount: 'Dienstkonto erstellen',
  removeAccount: (name) => `Dienstkonto ${name} löschen`,
  pods: 'Aus einem Pod',
  podOf: 'Dienstkonto des Pods',
  ask: 'Als Pod anmelden',
  external: 'Aus einem GitHub-Workflow',
  externalHint:
    'Er läuft außerhalb von Azure, und GitHub gibt ihm ein Token, das sagt, für welches Repository und welchen Branch er läuft.',
  signIn: 'Als Workflow anmelden',
  identity: 'Identität, als die er sich anmeldet',
  notTold:
    'Sein Dienstkonto hat keine Identität in der Anmerkung: Nennen Sie hier eine, oder schreiben Sie sie in die Anmerkung.',
  noIdentity: 'Erstellen Sie zuerst eine benutzerseitig zugewiesene Identität.',
  audience: 'Für welchen Dienst',
};
