import type { Cast, SceneToken } from '#app/flow/scene.ts';
import type { Gate, GateName } from '#domain/rbac/access.ts';
import { flowWords } from '#ui/words/words.ts';

/** One claim, ready to be read. */
export interface Claim {
  readonly name: string;
  readonly value: string;
  /** What the value is in this world: a name, a time. */
  readonly note: string;
  readonly means: string;
  readonly compared: string;
  /** The gate that refused looks at this one. */
  readonly refusing: boolean;
}

interface ClaimGroups {
  /** What somebody compares with something. */
  readonly compared: readonly Claim[];
  readonly others: readonly Claim[];
  readonly header: readonly Claim[];
}

const first: readonly string[] = ['aud', 'iss', 'oid', 'exp', 'appid', 'tid', 'xms_mirid', 'xms_az_rid'];
const looksAt: Partial<Record<GateName, string>> = { audience: 'aud', issuer: 'iss', lifetime: 'exp', role: 'oid' };
const times: readonly string[] = ['iat', 'nbf', 'exp'];

/** The claims of a token, those that matter at gates before the others. */
export function claimsOf({ token }: SceneToken, cast: Cast, refusing: Gate | null): ClaimGroups {
  const suspect = refusing === null ? undefined : looksAt[refusing.gate];
  const read = (source: object): readonly Claim[] =>
    Object.entries(source).map(([name, value]) => ({
      name,
      value: String(value),
      note: noteOf(name, value, cast),
      ...flowWords.claimWords(name),
      refusing: name === suspect,
    }));
  const claims = read(token.claims);
  return {
    compared: first.flatMap((name) => claims.filter((claim) => claim.name === name)),
    others: claims.filter(({ name }) => !first.includes(name)),
    header: read(token.header),
  };
}

function noteOf(name: string, value: unknown, { principals }: Cast): string {
  if (typeof value === 'number' && times.includes(name)) return flowWords.moment(value);
  const owner = principals.find(({ id, clientId }) => value === (name === 'appid' ? clientId : id));
  return owner?.name ?? '';
}
