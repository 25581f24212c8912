import { describe, expect, it } from 'vitest';
import { lastRequest } from '#app/sandbox/answer.ts';
import { workloadSignIn } from '#app/sandbox/calls.ts';
import { offeredReference, trustChoices, workflow } from '#app/sandbox/services.ts';
import type { Command } from '#domain/cloud/command.ts';
import { resourcesOf } from '#domain/cloud/queries.ts';
import { askForToken } from '#domain/cloud/requests.ts';
import { dispatch, newWorld } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { planFlow } from '#ui/diagram/plan-flow.ts';

type Deed = Command | ((world: World) => Command);

function idOf(world: World, name: string) {
  const found = resourcesOf(world.state).find((each) => each.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found.id;
}

const create = (
  kind: 'virtualMachine' | 'webApp' | 'aksCluster' | 'keyVault' | 'userAssignedIdentity',
  name: string,
): Deed => ({
  type: 'CreateResource',
  kind,
  name,
  resourceGroup: 'rg-shop',
  location: 'westeurope',
  ...(kind === 'virtualMachine' || kind === 'webApp' ? { identity: { systemAssigned: true, userAssigned: [] } } : {}),
});

const shop: readonly Deed[] = [
  { type: 'CreateResourceGroup', name: 'rg-shop', location: 'westeurope' },
  create('virtualMachine', 'vm-web'),
  create('webApp', 'app-shop'),
  create('aksCluster', 'aks-shop'),
  create('keyVault', 'kv-shop'),
  create('userAssignedIdentity', 'id-checkout'),
  (world) => ({ type: 'SetSecret', vaultId: idOf(world, 'kv-shop'), name: 'db-password', value: 'pears' }),
];

/** The titles of the steps of the last request, as the sandbox tells them. */
function told(...deeds: readonly Deed[]): readonly string[] {
  const world = [...shop, ...deeds].reduce(
    (held, deed) => dispatch(held, typeof deed === 'function' ? deed(held) : deed),
    newWorld('others'),
  );
  const last = lastRequest(world);
  return last === null ? [] : planFlow(last.scene).picture.rows.map(({ title }) => title);
}

describe('requests of others than a machine’s own code', () => {
  it('a person signs in on the laptop', () => {
    expect(told({ type: 'RequestUserToken', resource: 'https://management.azure.com/' })).toEqual([
      'The code on the laptop signs in to Microsoft Entra ID',
      'Microsoft Entra ID issues a token',
    ]);
  });

  it('the platform of an app reads a secret for a setting', () => {
    const titles = told(
      (world) => ({
        type: 'SetAppSettings',
        id: idOf(world, 'app-shop'),
        settings: { Db: { value: offeredReference('kv-shop', 'db-password'), sticky: false } },
      }),
      (world) => ({ type: 'ResolveKeyVaultReference', id: idOf(world, 'app-shop'), setting: 'Db' }),
    );
    expect(titles).toContain('kv-shop refuses: 403');
    expect(titles.join('\n')).toMatch(/The platform of the app calls kv-shop/);
  });

  it('a script that somebody else runs on a machine asks IMDS', () => {
    const titles = told((world) => {
      const from = { kind: 'host', resourceId: idOf(world, 'vm-web') } as const;
      const { request } = askForToken(world.state, from, { resource: 'https://vault.azure.net', selector: null });
      return { type: 'RunCommand', id: from.resourceId, request };
    });
    expect(titles.at(-1)).toBe('IMDS hands the token to the application');
  });

  it.each(['pod', 'external'] as const)('%s: shows the token of its own platform', (kind) => {
    const titles = told(
      (world) => ({
        type: 'CreateServiceAccount',
        clusterId: idOf(world, 'aks-shop'),
        namespace: 'shop',
        name: 'checkout',
        clientId: null,
      }),
      (world) => {
        const trusted = trustChoices(world.state).find(({ cluster }) => (cluster === null) === (kind === 'external'));
        return {
          type: 'CreateFederatedCredential',
          identityId: idOf(world, 'id-checkout'),
          name: 'trusted',
          issuer: trusted?.issuer ?? '',
          subject: trusted?.subject ?? '',
          audiences: ['api://AzureADTokenExchange'],
        };
      },
      { type: 'AdvanceClock', seconds: 900 },
      (world) => {
        const identity = resourcesOf(world.state).find((each) => each.kind === 'userAssignedIdentity');
        const clientId = identity?.kind === 'userAssignedIdentity' ? identity.clientId : '';
        const pod = {
          kind: 'pod',
          clusterId: idOf(world, 'aks-shop'),
          namespace: 'shop',
          serviceAccount: 'checkout',
        } as const;
        const origin = kind === 'pod' ? pod : workflow;
        const selector = { by: 'clientId', value: clientId } as const;
        const command = workloadSignIn(world.state, origin, 'https://vault.azure.net', selector);
        if (command === null) throw new Error('no request');
        return command;
      },
    );
    expect(titles).toEqual([
      `The code on ${kind === 'pod' ? 'aks-shop' : 'the workload outside Azure'} signs in to Microsoft Entra ID as id-checkout`,
      'Microsoft Entra ID issues a token',
    ]);
  });
});
