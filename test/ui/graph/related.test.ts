import { expect, it } from 'vitest';
import { resourceNodeId } from '#app/world/graph/node-id.ts';
import { graphOf, sharedShop } from '#test/app/graph/worlds.ts';
import { relatedTo } from '#ui/graph/related.ts';

const graph = graphOf(...sharedShop);

function related(id: string | undefined): string[] {
  const all = relatedTo(id ?? null, graph.edges);
  return graph.nodes.flatMap((node) => (all.has(node.id) ? [`${node.kind} ${node.name}`] : []));
}

function node(kind: string, name: string): string | undefined {
  return graph.nodes.find((each) => each.kind === kind && each.name === name)?.id;
}

it('shows of a host everything that its identities may do', () => {
  expect(related(node('host', 'vm-web'))).toEqual([
    'host vm-web',
    'identity id-shop-reader',
    'target kv-shop',
    'target stshopimages',
    'principal vm-web',
    'principal id-shop-reader',
  ]);
});

it('shows of a target everybody who may open it', () => {
  expect(related(node('target', 'stshopimages'))).toEqual([
    'host app-shop',
    'host vm-web',
    'identity id-shop-reader',
    'target stshopimages',
    'principal id-shop-reader',
  ]);
});

it('shows of a role who has it, through what, and where', () => {
  const role = graph.edges.find((edge) => edge.kind === 'role' && edge.role === 'Key Vault Secrets User');
  expect(related(role?.id)).toEqual(['host vm-web', 'target kv-shop', 'principal vm-web']);
});

it('finds nothing for what is not there', () => {
  expect(related(undefined)).toEqual([]);
  expect(related(resourceNodeId('/subscriptions/none'))).toEqual([]);
});
