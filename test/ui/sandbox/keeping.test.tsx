import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { memoryStorage } from '#app/world/keeping/world-storage.ts';
import { runScript } from '#domain/script/run.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import { writeWorldFile } from '#edge/world-file/world-file.ts';
import { openAsLearner, shop } from './driver.tsx';

function fileOf(text: string, name: string): File {
  return new File([text], name, { type: 'application/json' });
}

async function importsAs(learner: Awaited<ReturnType<typeof openAsLearner>>, file: File): Promise<void> {
  await learner.press('World');
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (input === null) throw new Error('There is no field for a file.');
  await learner.user.upload(input, file);
}

describe('opening a file', () => {
  it('puts its world in the place of this one, with a way back', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    const before = learner.world;
    const other = runScript(newWorld('other'), [{ do: 'create-group', name: 'rg-other' }]);
    await importsAs(learner, fileOf(writeWorldFile(other.timeline), 'other.world.json'));
    await screen.findByRole('button', { name: /^rg-other, resource group/ });
    await learner.press('Put the previous world back');
    expect(learner.world).toBe(before);
  });

  it('refuses a broken file with the reason and leaves the present world alone', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    const before = learner.world;
    await importsAs(learner, fileOf('{"app":', 'broken.json'));
    expect(await screen.findByText('broken.json was not opened')).toBeInTheDocument();
    expect(screen.getByText(/The file is not JSON/)).toBeInTheDocument();
    expect(screen.getByText('Your present world is untouched.')).toBeInTheDocument();
    expect(learner.world).toBe(before);
  });
});

describe('coming back', () => {
  it('finds the world as it was left', async () => {
    const kept = runScript(newWorld('kept'), shop);
    await openAsLearner(memoryStorage(writeWorldFile(kept.timeline)));
    expect(screen.getByRole('button', { name: /^vm-web, virtual machine/ })).toBeVisible();
  });

  it('says when the saved world cannot be opened, and why', async () => {
    await openAsLearner(memoryStorage('{"app":"managed-identity-lab","format":7}'));
    expect(screen.getByText(/Your saved world could not be opened/)).toBeVisible();
    expect(screen.getByText(/format 7, which is newer than this app/)).toBeVisible();
  });

  it('warns while another tab keeps the world, until it takes over', async () => {
    const storage = {
      ...memoryStorage(),
      claim: async (_: () => void, { steal = false } = {}) => (steal ? () => {} : null),
    };
    const learner = await openAsLearner(storage);
    await screen.findByText(/open in another tab/);
    await learner.press('Keep them here');
    await waitFor(() => expect(screen.queryByText(/open in another tab/)).toBeNull());
  });
});
