import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { paths } from '#app/paths.ts';
import { ensureBrowser, isRoot, launchFlags } from '#build/browser.ts';
import { startServer } from '#build/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site is served for the journeys. */
    readonly siteAddress: string;
    /** Where the one browser of the journeys listens. */
    readonly browserAddress: string;
  }
}

/** One server for the built site and one browser, for all journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = ensureBrowser();
  const browser = await chromium.launchServer({
    executablePath,
    args: [...launchFlags],
    chromiumSandbox: !isRoot,
    headless: true,
  });
  const routes = Object.values(paths).map(({ path }) => path);
  const site = await startServer({ folder: 'dist', routes, port: 0 }).catch(async (error: unknown) => {
    await browser.close();
    throw error;
  });
  console.log(`Journeys: ${site.address} in ${executablePath}`);
  project.provide('siteAddress', site.address);
  project.provide('browserAddress', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await site.close();
  };
}
