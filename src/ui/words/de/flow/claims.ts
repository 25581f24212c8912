import { meaningOf, type ClaimMeaning } from '#app/reference/claims.ts';
import type * as english from '#ui/words/en/flow/claims.ts';

type ClaimWords = ReturnType<typeof english.claimWords>;

const claims: Readonly<Record<ClaimMeaning, ClaimWords>> = {
  audience: {
    means: 'Zielgruppe (Audience): für wen das Token ist.',
    compared: 'Das Ziel vergleicht ihn mit seiner eigenen Zielgruppe: 401, wenn beide verschieden sind.',
  },
  issuer: {
    means: 'Aussteller (Issuer): der Mandant, der das Token ausgestellt hat.',
    compared: 'Das Ziel vergleicht ihn mit dem Mandanten, dem es vertraut.',
  },
  issuedAt: {
    means: 'Ausgestellt um. Fünf Minuten zu früh, weil Uhren voneinander abweichen.',
    compared: 'Niemand vergleicht ihn.',
  },
  notBefore: { means: 'Nicht gültig vor.', compared: 'Das Ziel vergleicht ihn mit seiner Uhr.' },
  expiry: {
    means: 'Läuft ab um.',
    compared: 'Das Ziel vergleicht ihn mit seiner Uhr; ebenso der Cache der Plattform.',
  },
  opaque: { means: 'Nur für Microsoft Entra ID selbst.', compared: 'Niemand sonst liest ihn.' },
  clientId: {
    means: 'Client-ID der Identität, mit der Aufrufer sie nennen.',
    compared: 'Azure SQL findet daran seinen Benutzer. Azure-Rollen achten nie darauf.',
  },
  clientProof: {
    means: 'Wie sich die Identität ausgewiesen hat: 2 ist ein Zertifikat.',
    compared: 'Kaum jemand vergleicht ihn.',
  },
  groups: {
    means: 'Gruppen, in denen der Aufrufer ist, Stand bei der Ausstellung des Tokens.',
    compared: 'Rollenzuweisungen dieser Gruppen gelten für ihn.',
  },
  identityProvider: {
    means: 'Wer den Aufrufer angemeldet hat: derselbe Mandant.',
    compared: 'Kaum jemand vergleicht ihn.',
  },
  appOrUser: {
    means: 'Ob der Aufrufer eine App oder eine Person ist.',
    compared: 'Dienste, die Apps anders behandeln, achten darauf.',
  },
  objectId: {
    means: 'Objekt-ID des Dienstprinzipals: wer aufruft.',
    compared: 'Rollenzuweisungen vergleichen ihn mit ihrer principalId: 403, wenn keine passt.',
  },
  appRoles: {
    means: 'App-Rollen des Aufrufers in der API, für die das Token ist.',
    compared: 'Die API vergleicht sie. Azure-Rollen sind nie darunter.',
  },
  delegatedScope: {
    means: 'Was eine Person dem Client erlaubt.',
    compared: 'Das Ziel achtet darauf, wenn eine Person aufruft.',
  },
  subject: {
    means: 'Antragsteller (Subject). Bei einer verwalteten Identität dasselbe wie oid.',
    compared: 'Eigene Apps erkennen Aufrufer vielleicht daran.',
  },
  tenant: { means: 'Mandant der Identität.', compared: 'Das Ziel liest ihn zusammen mit iss.' },
  signInName: {
    means: 'Der Anmeldename einer Person.',
    compared: 'Niemand sollte ihn vergleichen: Er kann sich ändern.',
  },
  tokenId: { means: 'ID genau dieses Tokens.', compared: 'Sie finden sie im Anmeldeprotokoll.' },
  version: { means: 'Version des Tokenformats.', compared: 'Wer das Token liest, achtet darauf.' },
  identityResource: {
    means:
      'Ressourcen-ID der Identität: bei einer systemseitig zugewiesenen die des Hosts, sonst die der Identität selbst.',
    compared: 'Niemand vergleicht ihn; Key Vault nennt ihn in seinen Ablehnungen.',
  },
  askingHost: {
    means: 'Der Host, der gefragt hat. Nur Tokens benutzerseitig zugewiesener Identitäten enthalten ihn.',
    compared: 'Niemand vergleicht ihn; er unterscheidet Hosts, die sich eine Identität teilen.',
  },
};

/** The fields of a token's header, which say how to read it. */
const header: Readonly<Record<string, ClaimWords>> = {
  typ: { means: 'Was dieser Text ist: ein JSON Web Token.', compared: 'Wer ihn liest, sieht zuerst hier nach.' },
  alg: { means: 'Wie signiert ist: RSA mit SHA-256.', compared: 'Das Ziel prüft die Signatur auf diese Weise.' },
  kid: { means: 'Mit welchem Schlüssel signiert ist.', compared: 'Das Ziel sucht damit den öffentlichen Schlüssel.' },
  x5t: {
    means: 'Derselbe Schlüssel, am Fingerabdruck seines Zertifikats zu erkennen.',
    compared: 'Das Ziel kann ihn anstelle von kid verwenden.',
  },
};

/** What a claim, or a field of the header, means and who compares it: the same in the theatre and in the reference. */
export const claimWords: typeof english.claimWords = (name) => header[name] ?? claims[meaningOf(name) ?? 'opaque'];
