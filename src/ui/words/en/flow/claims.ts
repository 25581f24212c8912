import { meaningOf, type ClaimMeaning } from '#app/reference/claims.ts';

interface ClaimWords {
  readonly means: string;
  /** Who looks at it, and what follows. */
  readonly compared: string;
}

const claims: Readonly<Record<ClaimMeaning, ClaimWords>> = {
  audience: {
    means: 'Audience: whom the token is for.',
    compared: 'The target compares it with its own audience: 401 where they differ.',
  },
  issuer: {
    means: 'Issuer: the tenant that made the token.',
    compared: 'The target compares it with the tenant that it trusts.',
  },
  issuedAt: {
    means: 'Issued at. Five minutes early, to allow for clocks that differ.',
    compared: 'Nobody compares it.',
  },
  notBefore: { means: 'Not valid before.', compared: 'The target compares it with its clock.' },
  expiry: {
    means: 'Expires.',
    compared: 'The target compares it with its clock; so does the cache of the platform.',
  },
  opaque: { means: 'Internal to Microsoft Entra ID.', compared: 'Nobody else reads it.' },
  clientId: {
    means: 'Client ID of the identity, by which callers name it.',
    compared: 'Azure SQL finds its user by it. Azure roles never look at it.',
  },
  clientProof: {
    means: 'How the identity proved itself: 2 is a certificate.',
    compared: 'Seldom does anybody compare it.',
  },
  groups: {
    means: 'Groups that the caller is in, as they were when the token was issued.',
    compared: 'Role assignments of these groups count for it.',
  },
  identityProvider: {
    means: 'Who signed the caller in: the same tenant.',
    compared: 'Seldom does anybody compare it.',
  },
  appOrUser: {
    means: 'Whether the caller is an app or a person.',
    compared: 'Services that treat apps apart look at it.',
  },
  objectId: {
    means: 'Object ID of the service principal: who is calling.',
    compared: 'Role assignments compare it with their principalId: 403 where none fits.',
  },
  appRoles: {
    means: 'App roles of the caller in the API that the token is for.',
    compared: 'The API compares them. Azure roles are never among them.',
  },
  delegatedScope: {
    means: 'What a person lets the client do.',
    compared: 'The target looks at it where a person is calling.',
  },
  subject: {
    means: 'Subject. For a managed identity the same as oid.',
    compared: 'Apps of your own may know callers by it.',
  },
  tenant: { means: 'Tenant of the identity.', compared: 'The target reads it along with iss.' },
  signInName: { means: 'The sign-in name of a person.', compared: 'Nobody should: it can change.' },
  tokenId: { means: 'Id of this very token.', compared: 'You find it in the sign-in log.' },
  version: { means: 'Version of the token’s format.', compared: 'Whoever reads the token looks at it.' },
  identityResource: {
    means: 'Resource ID of the identity: the host of a system-assigned one, else the identity itself.',
    compared: 'Nobody compares it; Key Vault prints it in its refusals.',
  },
  askingHost: {
    means: 'The host that asked. Only tokens of user-assigned identities carry it.',
    compared: 'Nobody compares it; it tells hosts apart that share an identity.',
  },
};

/** The fields of a token's header, which say how to read it. */
const header: Readonly<Record<string, ClaimWords>> = {
  typ: { means: 'What this text is: a JSON Web Token.', compared: 'Whoever reads it looks here first.' },
  alg: { means: 'How it is signed: RSA with SHA-256.', compared: 'The target checks the signature this way.' },
  kid: { means: 'Which key signed it.', compared: 'The target looks up the public key by it.' },
  x5t: {
    means: 'The same key, by the thumbprint of its certificate.',
    compared: 'The target may use it in place of kid.',
  },
};

/** What a claim, or a field of the header, means and who compares it: the same in the theatre and in the reference. */
export function claimWords(name: string): ClaimWords {
  return header[name] ?? claims[meaningOf(name) ?? 'opaque'];
}
