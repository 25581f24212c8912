import { expect, it } from 'vitest';
import { openKeptFlow } from '#app/flow/kept-flow.ts';
import { memoryStorage } from '#app/world/keeping/world-storage.ts';
import { runScript } from '#domain/script/run.ts';
import { newWorld, undo } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { writeWorldFile } from '#edge/world-file/world-file.ts';

const world = runScript(newWorld('kept'), [
  { do: 'create-group', name: 'rg-shop' },
  { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop', systemAssigned: true },
  { do: 'request-token', from: 'vm-web', resource: 'https://vault.azure.net' },
  { do: 'create', kind: 'keyVault', name: 'kv-shop', in: 'rg-shop' },
  { do: 'call', from: 'vm-web', get: 'kv-shop/secrets/db-password' },
]);

const kept = (of: World) => memoryStorage(writeWorldFile(of.timeline));

it('opens the request at an entry of the kept world, and the last one where none is named', async () => {
  const third = await openKeptFlow(3, kept(world));
  expect(third.kind === 'request' && third.request.scene.steps.map(({ story }) => story.tells)).toEqual([
    'token-asked',
    'entra-asked',
    'token-issued',
    'token-handed',
  ]);
  const last = await openKeptFlow(null, kept(world));
  expect(last).toMatchObject({ kind: 'request', request: { cursor: 5, command: { type: 'CallTarget' } } });
});

it('opens one that was undone: the log shows it still', async () => {
  expect(await openKeptFlow(5, kept(undo(world)))).toMatchObject({ kind: 'request', request: { cursor: 5 } });
  expect(await openKeptFlow(null, kept(undo(world)))).toMatchObject({ kind: 'request', request: { cursor: 3 } });
});

it('says where there is none, and which is the last', async () => {
  expect(await openKeptFlow(2, kept(world))).toEqual({ kind: 'missing', last: 5 });
  expect(await openKeptFlow(99, kept(world))).toEqual({ kind: 'missing', last: 5 });
  expect(await openKeptFlow(null, kept(newWorld('empty')))).toEqual({ kind: 'missing', last: null });
  expect(await openKeptFlow(1, memoryStorage())).toEqual({ kind: 'noWorld' });
  expect(await openKeptFlow(1, memoryStorage('not a world'))).toEqual({ kind: 'noWorld' });
});
