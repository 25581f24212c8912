import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { completed } from '#ui/sandbox/terminal/completed.ts';
import { WorldProvider } from '#app/world/WorldProvider.tsx';
import { emptyWorld } from '#app/sandbox/open-world.ts';
import { createWorldStore } from '#app/world/world-store.ts';
import { OpeningTerminal } from '#ui/sandbox/terminal/TerminalDock.tsx';
import { useSandboxKeys } from '#ui/sandbox/use-sandbox-keys.ts';
import { openAsLearner } from './driver.tsx';

async function atTheTerminal() {
  const learner = await openAsLearner();
  await learner.opensTheShop();
  await learner.user.keyboard('`');
  const line = await screen.findByRole('textbox', { name: 'Command line' });
  return { ...learner, line, log: screen.getByRole('log', { name: 'Output of the terminal' }) };
}

describe('the terminal', () => {
  it('opens with its key, has the focus, and gives it back', async () => {
    const { line, user } = await atTheTerminal();
    expect(line).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: 'Command line' })).toBeNull();
  });

  it('prints what the Azure CLI prints, and marks what is wrong', async () => {
    const { line, log, user } = await atTheTerminal();
    await user.type(line, 'az account show{Enter}');
    expect(await screen.findByText(/"environmentName": "AzureCloud"/)).toBeVisible();
    await user.type(line, 'az nonsense{Enter}');
    expect(await screen.findByText(/misspelled/)).toBeVisible();
    expect(log).toHaveTextContent('you@laptop$ az account show');
  });

  it('acts in the same world: the picture moves', async () => {
    const { line, user } = await atTheTerminal();
    await user.type(line, 'az group create --name rg-new --location westeurope{Enter}');
    expect(await screen.findByRole('button', { name: /^rg-new, resource group/ })).toBeVisible();
  });

  it('brings lines back, and clears', async () => {
    const { line, log, user } = await atTheTerminal();
    await user.type(line, 'az account show{Enter}az group list{Enter}');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(line).toHaveValue('az account show');
    await user.keyboard('{ArrowDown}');
    expect(line).toHaveValue('az group list');
    await user.clear(line);
    await user.type(line, 'clear{Enter}');
    expect(log).not.toHaveTextContent('AzureCloud');
  });
});

function Keys({ onHelp, opening }: { onHelp: () => void; opening: boolean }) {
  useSandboxKeys(onHelp, () => {});
  return opening ? <OpeningTerminal /> : null;
}

describe('while the terminal is opening', () => {
  it.each([
    [true, 0],
    [false, 1],
  ])('opening %s: its keys reach the sandbox %i times', async (opening, times) => {
    const onHelp = vi.fn();
    render(
      <WorldProvider store={createWorldStore(emptyWorld())}>
        <Keys onHelp={onHelp} opening={opening} />
      </WorldProvider>,
    );
    await userEvent.setup().keyboard('?');
    expect(onHelp).toHaveBeenCalledTimes(times);
  });

  it('gives the focus back to where it was', async () => {
    const learner = await openAsLearner();
    await learner.opensTheShop();
    await learner.press('Terminal');
    expect(await screen.findByRole('textbox', { name: 'Command line' })).toHaveFocus();
    await learner.user.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Terminal' })).toHaveFocus();
  });
});

describe('completion', () => {
  it.each([
    ['az vm cr', ['create'], 'az vm create '],
    ['az vm s', ['show', 'start', 'stop'], 'az vm s'],
    ['az vm st', ['start', 'stop'], 'az vm st'],
    ['az vm sta', ['start', 'start-all'], 'az vm start'],
    ['az vm x', [], 'az vm x'],
  ])('%s', (line, found, expected) => {
    expect(completed(line, found)).toBe(expected);
  });
});
