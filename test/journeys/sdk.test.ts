import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeViolations, openPage } from '#test/support/browser.ts';

// The official SDK itself, in the worker of the page: no part of it is stubbed, and nothing leaves the page.

async function openShop(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open The first shop' }).click();
  await page.getByRole('button', { name: /^vm-web, virtual machine/ }).waitFor();
}

async function openSdk(page: Page, host: RegExp): Promise<void> {
  await page.getByRole('button', { name: host }).click();
  await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByRole('button', { name: 'Run the real SDK' }).click();
  await page.getByRole('textbox', { name: 'Text of the program' }).waitFor();
}

/** Types into the terminal of the sandbox, and closes it; what the lines printed, one by one. */
async function type(page: Page, ...lines: readonly string[]): Promise<readonly string[]> {
  await page.getByRole('button', { name: 'Terminal', exact: true }).click();
  const line = page.getByLabel('Command line');
  const output = page.getByRole('log', { name: 'Output of the terminal' });
  const printed: string[] = [];
  for (const text of lines) {
    await line.fill(text);
    await line.press('Enter');
    await expect.poll(() => output.innerText()).toContain(text);
    printed.push((await output.innerText()).split(text).at(-1)?.trim() ?? '');
  }
  await page.getByRole('button', { name: 'Close the terminal' }).click();
  return printed;
}

async function run(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const status = page.getByRole('region', { name: 'Run the real SDK' }).getByRole('status');
  await expect.poll(() => status.innerText(), { timeout: 20_000 }).toMatch(/Finished|failed|Stopped/);
  return page.getByRole('log', { name: 'Output of the program' }).innerText();
}

describe('the real SDK in the page', () => {
  it('reads a secret, and each of its requests is drawn', async () => {
    const { page } = await openPage({ path: '/sandbox', width: 1440, height: 900 });
    await openShop(page);
    await openSdk(page, /^vm-web, virtual machine/);
    const output = await run(page);
    expect(output).toMatch(/secrets\/db-password\/\?api%2Dversion=\S+ → 401/);
    expect(output).toMatch(/oauth2\/token\?api-version=2018-02-01&resource=https%3A%2F%2Fvault\.azure\.net → 200/);
    expect(output).toContain('db-password = pears-and-plums');
    await page.getByText('kv-shop answers: 200').first().waitFor();
    await page.getByText(/^The \d+ messages of this run$/).click();
    const sdk = page.getByRole('region', { name: 'Run the real SDK' });
    // A step of the run's flow, chosen: what IMDS gave is the token for the vault.
    await sdk.getByRole('button', { name: /issues a token/i }).click();
    await sdk.getByText('https://vault.azure.net').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Log' }).click();
    await page
      .getByText(/vm-web reads/)
      .first()
      .waitFor();
  });

  it('is refused without a role, with the name, code and words of the SDK', async () => {
    const { page } = await openPage({ path: '/sandbox', width: 1440, height: 900 });
    await openShop(page);
    await type(page, 'az vm create -g rg-shop -n vm-batch --image Ubuntu2204 --assign-identity');
    await openSdk(page, /^vm-batch, virtual machine/);
    const output = await run(page);
    expect(output).toContain('RestError: Caller is not authorized to perform action on resource.');
    expect(output).toContain('code Forbidden, statusCode 403');
    await page.getByText('The program failed in line 7').waitFor();
  });

  it('uploads a blob and reads it', async () => {
    const { page } = await openPage({ path: '/sandbox', width: 1440, height: 900 });
    await openShop(page);
    const [principal = '', account = ''] = await type(
      page,
      'az vm show -g rg-shop -n vm-web --query identity.principalId -o tsv',
      'az storage account create -g rg-shop -n stshopimages --query id -o tsv',
      'lab role-delay 0',
    );
    await type(
      page,
      `az role assignment create --role "Storage Blob Data Contributor" --assignee ${principal} --scope ${account}`,
    );
    await openSdk(page, /^vm-web, virtual machine/);
    await page.getByLabel('Program', { exact: true }).selectOption('Upload a blob and read it');
    const output = await run(page);
    expect(output).toContain('PUT https://stshopimages.blob.core.windows.net/images/hello.txt → 201');
    expect(output).toContain('Hello from linux');
  });

  it('has no network and no text as code, and says so without breaking the page', async () => {
    const { page } = await openPage({ path: '/sandbox', expected: /Content Security Policy|stranger\.example/ });
    await openShop(page);
    await openSdk(page, /^vm-web, virtual machine/);
    await page
      .getByRole('textbox', { name: 'Text of the program' })
      .fill(
        [
          `const tried = async (name, act) => console.log(name, await act().then(() => 'done', (error) => error.name));`,
          `await tried('fetch', () => fetch('https://stranger.example/'));`,
          `await tried('import', () => { const url = 'https://stranger.example/x.js'; return import(url); });`,
          `await tried('eval', async () => eval('1'));`,
          `console.log(typeof XMLHttpRequest, typeof WebSocket, typeof indexedDB, typeof caches, typeof postMessage);`,
        ].join('\n'),
      );
    const output = await run(page);
    expect(output).toContain('fetch TypeError');
    expect(output).toContain('import TypeError');
    expect(output).toContain('eval EvalError');
    expect(output).toContain('undefined undefined undefined undefined undefined');
  });

  it('marks the line of a mistake, and stops what hangs', async () => {
    const { page } = await openPage({ path: '/sandbox' });
    await openShop(page);
    await openSdk(page, /^vm-web, virtual machine/);
    const editor = page.getByRole('textbox', { name: 'Text of the program' });
    await editor.fill('const a = 1;\nconst b = ;\n');
    expect(await run(page)).toContain('SyntaxError');
    await page.getByText('The program failed in line 2').waitFor();
    await editor.fill('while (true) {}');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText('Running on vm-web').waitFor();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByText('Stopped', { exact: true }).waitFor();
  });

  it('reaches the goal of a lesson', async () => {
    const { page } = await openPage({ path: '/lessons/which-identity-answers', width: 1280 });
    const world = page.getByRole('region', { name: 'Try it' });
    await world.scrollIntoViewIfNeeded();
    await world.getByRole('tab', { name: 'SDK' }).click();
    await page.getByLabel('Program', { exact: true }).selectOption('Choose an identity by its client ID');
    expect(await run(page)).toContain('<svg>Shop logo</svg>');
    await world.getByText('Done', { exact: true }).waitFor();
  });
});
