import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { SdkProvider } from '#app/sdk/context.ts';
import type { SdkWorker } from '#app/sdk/context.ts';
import { WorldProvider } from '#app/world/WorldProvider.tsx';
import { createWorldStore } from '#app/world/world-store.ts';
import type { FromWorker, ToWorker } from '#edge/sdk/protocol.ts';
import { runScript } from '#domain/script/run.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import { SdkPanel } from '#ui/sdk/SdkPanel.tsx';
import { shop } from '../sandbox/driver.tsx';

/** The panel over the shop, with a worker that does what the test says. */
function openPanel() {
  const store = createWorldStore(
    runScript(newWorld('panel'), [...shop, { do: 'create', kind: 'webApp', name: 'app-shop', in: 'rg-shop' }]),
  );
  const started: Extract<ToWorker, { readonly type: 'start' }>[] = [];
  let tell: (message: FromWorker) => void = () => {};
  let ended = 0;
  const worker: SdkWorker = {
    post: (message) => {
      if (message.type === 'start') started.push(message);
    },
    listen: (onMessage) => {
      tell = onMessage;
    },
    end: () => (ended += 1),
  };
  const shown = render(
    <SdkProvider value={() => Promise.resolve({ startWorker: () => worker })}>
      <WorldProvider store={store}>
        <SdkPanel />
      </WorldProvider>
    </SdkProvider>,
  );
  const user = userEvent.setup();
  return {
    user,
    store,
    started,
    shown,
    ended: () => ended,
    editor: screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text of the program' }),
    log: screen.getByRole('log', { name: 'Output of the program' }),
    status: screen.getByRole('status'),
    run: async () => {
      await user.click(screen.getByRole('button', { name: 'Run' }));
      await screen.findByRole('button', { name: 'Stop' });
    },
    tells: (message: FromWorker) => act(async () => tell(message)),
  };
}

describe('a program with the SDK', () => {
  it('is ready with the names of the world, can be changed, and reset', async () => {
    const { editor, user } = openPanel();
    const ready = editor.value;
    expect(ready).toContain('https://kv-shop.vault.azure.net');
    expect(screen.getByRole('button', { name: 'Reset' })).toBeDisabled();
    await user.type(editor, '// mine');
    expect(editor.value).toContain('// mine');
    await user.selectOptions(screen.getByLabelText('Program'), 'Upload a blob and read it');
    expect(editor.value).toContain('BlobServiceClient');
    await user.selectOptions(screen.getByLabelText('Program'), 'Read a secret');
    expect(editor.value).toContain('// mine');
    await user.click(screen.getByRole('button', { name: 'Reset' }));
    expect(editor).toHaveValue(ready);
  });

  it('runs on the host that is chosen, as it stands there', async () => {
    const { editor, user, run, started } = openPanel();
    await user.selectOptions(screen.getByLabelText('Runs on'), 'vm-web');
    await user.clear(editor);
    await user.type(editor, 'console.log(1)');
    await run();
    expect(started).toMatchObject([{ program: 'console.log(1)', environment: {} }]);
  });

  it('says what it loads, what it prints and sends, and that it is done', async () => {
    const { run, tells, log, status } = openPanel();
    await run();
    await tells({ type: 'loading', packages: ['@azure/identity'] });
    expect(status).toHaveTextContent('Loading @azure/identity');
    await tells({ type: 'running' });
    expect(status).toHaveTextContent('Running on app-shop');
    await tells({ type: 'printed', level: 'log', text: 'db-password = pears-and-plums' });
    await tells({
      type: 'request',
      id: 1,
      request: { method: 'GET', url: 'https://kv-shop.vault.azure.net/secrets/a', headers: [], body: '' },
    });
    expect(await within(log).findByText('→ 401')).toBeVisible();
    await tells({ type: 'wait', seconds: 3 });
    expect(log).toHaveTextContent('Waited 3 s');
    await tells({ type: 'ended' });
    expect(status).toHaveTextContent('Finished');
    expect(log).toHaveTextContent('db-password = pears-and-plums');
    expect(screen.getByText('The 3 messages of this run')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Run' })).toHaveFocus();
  });

  it('shows an error as the SDK gives it, and its line until the text is changed', async () => {
    const { run, tells, log, status, editor, user } = openPanel();
    await run();
    const error = {
      name: 'RestError',
      message: 'Caller is not authorized',
      code: 'Forbidden',
      statusCode: 403,
      line: 7,
    };
    await tells({ type: 'failed', failure: { kind: 'thrown', error } });
    expect(status).toHaveTextContent('The program failed in line 7');
    expect(log).toHaveTextContent('RestError: Caller is not authorized');
    expect(log).toHaveTextContent('code Forbidden, statusCode 403');
    expect(editor).toBeInvalid();
    expect(editor).toHaveAccessibleDescription(/Line 7: error/);
    await user.type(editor, ' ');
    expect(editor).toBeValid();
  });

  it.each([
    [{ kind: 'unknownPackage', name: 'lodash', line: 1 }, 'There is no package lodash here.'],
    [{ kind: 'notLoaded', message: 'Failed to fetch' }, 'The SDK could not be loaded.'],
    [{ kind: 'stuck' }, 'It waits for a promise that nothing will settle.'],
  ] as const)('says why it cannot go on: %o', async (failure, text) => {
    const { run, tells, log } = openPanel();
    await run();
    await tells({ type: 'failed', failure });
    expect(log).toHaveTextContent(text);
  });

  it('is stopped by its button, and when its panel goes', async () => {
    const { run, user, status, ended, shown } = openPanel();
    await run();
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(status).toHaveTextContent('Stopped');
    expect(ended()).toBe(1);
    await run();
    shown.unmount();
    expect(ended()).toBe(2);
  });
});

describe('the editor', () => {
  it('indents with Tab, and lets go after Escape', async () => {
    const { editor, user } = openPanel();
    await user.clear(editor);
    await user.type(editor, 'a');
    await user.tab();
    expect(editor).toHaveValue('a  ');
    expect(editor).toHaveFocus();
    await user.keyboard('{Escape}');
    await user.tab();
    expect(editor).toHaveValue('a  ');
    expect(editor).not.toHaveFocus();
  });

  it('goes back with Shift and Tab at any time', async () => {
    const { editor, user } = openPanel();
    await user.click(editor);
    await user.tab({ shift: true });
    expect(editor).not.toHaveFocus();
  });

  it('runs with Ctrl and Enter', async () => {
    const { editor, user, started } = openPanel();
    await user.click(editor);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('button', { name: 'Stop' });
    expect(started).toHaveLength(1);
  });
});
