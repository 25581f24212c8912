import type { TokenClaims } from './token.ts';

/** What a claim tells; words for it belong to the page. */
export type ClaimMeaning =
  | 'audience'
  | 'issuer'
  | 'issuedAt'
  | 'notBefore'
  | 'expiry'
  | 'opaque'
  | 'clientId'
  | 'clientProof'
  | 'groups'
  | 'identityProvider'
  | 'appOrUser'
  | 'objectId'
  | 'appRoles'
  | 'delegatedScope'
  | 'subject'
  | 'tenant'
  | 'signInName'
  | 'tokenId'
  | 'version'
  | 'identityResource'
  | 'askingHost';

/** Who compares a claim before it answers. */
export type ClaimReader =
  /** Every service, before anything else. */
  | 'everyTarget'
  | 'rbac'
  | 'keyVaultPolicy'
  | 'cosmos'
  | 'sql'
  | 'graph'
  /** An app behind App Service authentication. */
  | 'easyAuth';

export interface ClaimFacts {
  readonly name: keyof TokenClaims;
  readonly meaning: ClaimMeaning;
  /** Empty where nobody does. */
  readonly comparedBy: readonly ClaimReader[];
  /** Documented by Microsoft, or only seen in tokens. */
  readonly documented: boolean;
}

/** Each claim of an access token in the order in which it is written (facts: tokens §5.2; who compares: corrections 1 and 14). */
const facts = {
  aud: ['audience', ['everyTarget'], true],
  iss: ['issuer', ['everyTarget'], true],
  iat: ['issuedAt', [], true],
  nbf: ['notBefore', ['everyTarget'], true],
  exp: ['expiry', ['everyTarget'], true],
  aio: ['opaque', [], true],
  appid: ['clientId', ['sql', 'easyAuth'], true],
  appidacr: ['clientProof', [], true],
  groups: ['groups', ['rbac', 'keyVaultPolicy', 'cosmos', 'sql'], true],
  idp: ['identityProvider', [], true],
  idtyp: ['appOrUser', [], true],
  oid: ['objectId', ['rbac', 'keyVaultPolicy', 'cosmos', 'sql', 'easyAuth'], true],
  rh: ['opaque', [], true],
  roles: ['appRoles', ['graph', 'easyAuth'], true],
  scp: ['delegatedScope', ['graph'], true],
  sub: ['subject', [], true],
  tid: ['tenant', [], true],
  upn: ['signInName', [], true],
  uti: ['tokenId', [], true],
  ver: ['version', [], true],
  xms_mirid: ['identityResource', [], false],
  xms_az_rid: ['askingHost', [], false],
} as const satisfies Readonly<Record<keyof TokenClaims, readonly [ClaimMeaning, readonly ClaimReader[], boolean]>>;

/** What is known of every claim. */
export const claimFacts: readonly ClaimFacts[] = (Object.keys(facts) as (keyof TokenClaims)[]).map((name) => {
  const [meaning, comparedBy, documented] = facts[name];
  return { name, meaning, comparedBy, documented };
});
