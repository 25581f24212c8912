import { describe, expect, it } from 'vitest';
import { decide } from '#domain/cloud/decide.ts';
import { owner } from '#domain/cloud/command.ts';
import { fold } from '#domain/cloud/evolve.ts';
import { assignmentsOf } from '#domain/cloud/queries.ts';
import { azureRules } from '#domain/cloud/rules.ts';
import type { Rules } from '#domain/cloud/rules.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { roleHolds } from '#domain/rbac/roles.ts';
import { assignmentsOfPrincipal } from '#domain/rbac/state.ts';
import { scopeNamed } from '#domain/script/names.ts';
import type { Step } from '#domain/script/script.ts';
import {
  askToken,
  host,
  mayReadSecrets,
  noRoleDelay,
  readSecret,
  run,
  shopGroup,
  vault,
} from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';
import { grant } from './assigning.ts';

const shop = run('beliefs', shopGroup, noRoleDelay, host(), vault, askToken());

/** What reading the secret would be answered, if Azure were as somebody believes. */
function statusUnder(played: Played, rules: Rules): number | undefined {
  const { command } = played.goOn(readSecret()).entry(-1);
  const last = decide(played.state, command, owner, rules).at(-1);
  return last?.type === 'ResponseReturned' ? last.response.status : undefined;
}

const assign = (role: string, at: string): Step => ({ do: 'assign-role', role, to: 'vm-web', at });
const narrow = (scopes: readonly { readonly scope: string }[]) => Math.max(...scopes.map(({ scope }) => scope.length));

/** Wrong mental models, each a change of one point; with a world in which it errs, and how. */
const beliefs: readonly (readonly [string, Partial<Rules>, Played, actual: number, believed: number])[] = [
  [
    'client ids are compared',
    { principalsOf: ({ appid }) => [appid as string as PrincipalId] },
    shop.goOn(mayReadSecrets()),
    200,
    403,
  ],
  [
    'a grant reaches just the scope at which it stands',
    { scopeCovers: (scope, resource) => scope === resource },
    shop.goOn(assign('Key Vault Secrets User', 'rg-shop')),
    200,
    403,
  ],
  [
    'the narrowest scope wins',
    { combineScopes: (covering) => covering.filter(({ scope }) => scope.length === narrow(covering)) },
    shop.goOn(assign('Key Vault Secrets User', 'rg-shop'), assign('Reader', 'kv-shop')),
    200,
    403,
  ],
  ['management is data too', { planeOf: () => 'control' }, shop.goOn(assign('Owner', 'kv-shop')), 403, 200],
  [
    'a reader reads all',
    { roleGrants: (role, plane, action) => role.name.endsWith('Reader') || roleHolds(role, plane, action) },
    shop.goOn(assign('Key Vault Reader', 'kv-shop')),
    403,
    200,
  ],
  [
    'a grant counts at once',
    { roleEffective: () => true },
    shop.goOn({ do: 'set-role-delay', minutes: 10 }, mayReadSecrets()),
    403,
    200,
  ],
  [
    'a removal counts at once',
    { removalEffective: () => true },
    shop.goOn(
      mayReadSecrets(),
      { do: 'set-role-delay', minutes: 10 },
      {
        do: 'remove-role',
        role: 'Key Vault Secrets User',
        from: 'vm-web',
        at: 'kv-shop',
      },
    ),
    200,
    403,
  ],
  [
    'a token is good for every service',
    {
      tokenAccepted: (token, checks) =>
        azureRules.tokenAccepted(token, {
          ...checks,
          audiences: token.kind === 'jwt' ? [token.claims.aud] : [],
        }),
    },
    shop.goOn(mayReadSecrets(), askToken('vm-web', { resource: 'https://storage.azure.com/' })),
    401,
    200,
  ],
];

describe('a belief', () => {
  it.each(beliefs)('[RBAC-32] is one point changed: %s', (_what, changed, played, actual, believed) => {
    expect(statusUnder(played, azureRules)).toBe(actual);
    expect(statusUnder(played, { ...azureRules, ...changed })).toBe(believed);
  });

  it('[RBAC-32] may be that a deletion takes the assignments along', () => {
    const granted = shop.goOn(mayReadSecrets(), grant('Reader', 'vm-web', 'rg-shop'));
    const id = scopeNamed(granted.state, 'vm-web');
    const rules: Rules = {
      ...azureRules,
      onDelete: (rbac, principalId) => assignmentsOfPrincipal(rbac, principalId).present.map((each) => each.id),
    };
    const command = { type: 'DeleteResource', id } as Parameters<typeof decide>[1];
    const left = (under: Rules) => assignmentsOf(fold(granted.state, decide(granted.state, command, owner, under)));
    expect(left(azureRules)).toHaveLength(2);
    expect(left(rules)).toEqual([]);
  });
});
