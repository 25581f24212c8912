import axe, { type RunOnly } from 'axe-core';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  type Response,
} from 'playwright-core';
import { inject, onTestFinished } from 'vitest';

export interface PageOptions {
  /** The address within the site: `/lessons?present=1`. */
  readonly path: string;
  /** Who serves it, where that is not the server of the journeys. */
  readonly site?: string;
  /** What the learner chose; without it the system's theme (light) holds. */
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: boolean;
  /** False for a browser in which JavaScript is switched off. */
  readonly script?: boolean;
  /** Problems that this journey provokes on purpose. */
  readonly expected?: RegExp;
}

export interface OpenPage {
  readonly page: Page;
  readonly response: Response;
  /** What went wrong so far, in words; when the test ends it fails for any that it did not expect. */
  readonly problems: readonly string[];
  /** Ends the page now instead of with the test. */
  readonly close: () => Promise<void>;
}

let connection: Promise<Browser> | undefined;

async function browser(): Promise<Browser> {
  connection ??= chromium.connect(inject('browserAddress'));
  return connection;
}

/**
 * Opens a page in a fresh profile. Errors of the page, of its console and of its content security policy,
 * and requests to anybody else, fail the test when it ends.
 */
export async function openPage(options: PageOptions): Promise<OpenPage> {
  const site = options.site ?? inject('siteAddress');
  const context = await (
    await browser()
  ).newContext({
    baseURL: site,
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
    colorScheme: 'light',
    javaScriptEnabled: options.script ?? true,
    ...(options.theme !== undefined && { storageState: chosenTheme(site, options.theme) }),
  });
  const problems: string[] = [];
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    closed ??= context.close();
    await closed;
  };
  onTestFinished(async () => {
    await close();
    const unexpected = problems.filter((problem) => options.expected?.test(problem) !== true);
    if (unexpected.length > 0) throw new Error(`The page reported:\n${unexpected.join('\n')}`);
  });
  await collectProblems(context, site, (problem) => problems.push(problem));
  const page = await context.newPage();
  const response = await page.goto(options.path);
  if (response === null) throw new Error(`${options.path} was not loaded`);
  return { page, response, problems, close };
}

function chosenTheme(origin: string, theme: string): NonNullable<BrowserContextOptions['storageState']> {
  return { cookies: [], origins: [{ origin, localStorage: [{ name: 'mil:theme', value: theme }] }] };
}

async function collectProblems(
  context: BrowserContext,
  site: string,
  report: (problem: string) => void,
): Promise<void> {
  context.on('weberror', (webError) => report(`error: ${webError.error().stack ?? webError.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') report(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== site) report(`request to a stranger: ${request.url()}`);
  });
  await context.exposeBinding('reportViolation', (_source, violation: string) => report(violation));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const where = `${event.sourceFile}:${event.lineNumber}`;
      const { reportViolation } = globalThis as unknown as { reportViolation: (violation: string) => void };
      reportViolation(`policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample} at ${where}`);
    });
  });
}

export interface AxeViolation {
  readonly rule: string;
  readonly help: string;
  readonly at: readonly string[];
}

/** The rules of axe that look at colours. All others find in one theme what they find in another. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page as it stands: WCAG 2.2 A and AA, and its best practices; or the rules of colours alone. */
export async function axeViolations(page: Page, which: 'all' | 'colours' = 'all'): Promise<readonly AxeViolation[]> {
  // Evaluated through the debugging protocol, so the page keeps its policy.
  await page.evaluate(`if (globalThis.axe === undefined) { ${axe.source} }`);
  const runOnly: RunOnly =
    which === 'colours'
      ? { type: 'rule', values: colourRules }
      : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
  return page.evaluate(async (rules) => {
    const { axe: run } = globalThis as unknown as { axe: typeof axe };
    const results = await run.run(document, { runOnly: rules, resultTypes: ['violations'] });
    return results.violations.map(({ id, help, nodes }) => ({
      rule: id,
      help,
      at: nodes.map((node) => node.target.join(' ')),
    }));
  }, runOnly);
}
