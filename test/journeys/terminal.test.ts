import { describe, expect, it } from 'vitest';
import { axeViolations, openPage } from '#test/support/browser.ts';

describe('the terminal', () => {
  it('gives commands to the world of the page, prints as az does, and refuses a person who may not', async () => {
    const { page } = await openPage({ path: '/sandbox', width: 1440, height: 900 });
    await page.getByRole('button', { name: 'Open The first shop' }).click();
    await page.getByRole('button', { name: /^vm-web, virtual machine/ }).waitFor();
    await page.keyboard.press('`');
    const line = page.getByLabel('Command line');
    await line.waitFor();
    const output = page.getByRole('log', { name: 'Output of the terminal' });
    const type = async (text: string) => {
      await line.fill(text);
      await line.press('Enter');
    };

    await type('az vm create -g rg-shop -n vm-batch --image Ubuntu2204 --assign-identity');
    await page.getByRole('button', { name: /^vm-batch, virtual machine/ }).waitFor();
    await type(`az vm list --query "[?identity.type=='SystemAssigned'].name" -o tsv`);
    await expect.poll(() => output.innerText()).toContain('vm-batch\n');

    await type('az ad user create --display-name Rita --user-principal-name rita@lab.example --password x');
    await type('lab as Rita');
    await type('az vm delete -g rg-shop -n vm-batch --yes');
    await expect.poll(() => output.innerText()).toContain('(AuthorizationFailed)');
    await page.getByRole('button', { name: /^vm-batch, virtual machine/ }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});
