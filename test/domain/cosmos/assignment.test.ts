import { describe, expect, it } from 'vitest';
import { idIn, typedShop } from '#test/support/cli-worlds.ts';
import { type } from '#test/support/terminal.ts';

const world = typedShop('cosmos-assignment');
const at = '-g rg-shop -a cosmos-shop';
const role = '00000000-0000-0000-0000-000000000002';

interface Assignment {
  readonly id: string;
  readonly name: string;
}

describe('a data role assignment of Cosmos DB', () => {
  it('has one name: in the answer to its creation, in the list of ARM and in the list of az', () => {
    const principal = type(world, 'az identity show -g rg-shop -n id-reader --query principalId -o tsv').text;
    const made = type(
      world,
      `az cosmosdb sql role assignment create ${at} -p ${principal.toUpperCase()} -s / -d ${role}`,
    );
    const { name, id } = made.json() as Assignment;
    const answered = made.world.timeline.entries.at(-1)?.events.findLast((each) => each.type === 'ManagementAnswered');
    expect(answered).toMatchObject({ url: expect.stringContaining(`/sqlRoleAssignments/${name}?`) as string });
    expect(JSON.parse(answered?.type === 'ManagementAnswered' ? answered.response.body : '')).toMatchObject({
      id,
      name,
    });
    expect(type(made.world, `az cosmosdb sql role assignment list ${at}`).json()).toMatchObject([{ id, name }]);
    const read = type(
      made.world,
      `az rest --method get --url "https://management.azure.com${idIn(made.state, 'cosmos-shop')}/sqlRoleAssignments?api-version=2024-05-15"`,
    );
    expect(read.json()).toMatchObject({ value: [{ id, name }] });
  });
});
