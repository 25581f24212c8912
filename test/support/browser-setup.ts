import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
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
  // Another build than the one of `npm run build` may be walked through, such as one that is about to be published.
  const folder = process.env['SITE_FOLDER'] ?? 'dist';
  const site = await startServer({ folder, port: 0 }).catch(async (error: unknown) => {
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
