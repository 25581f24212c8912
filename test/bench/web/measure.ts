import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { isRoot, launchFlags } from '#build/browser.ts';
import { startServer } from '#build/server.ts';
import type { BuiltSite } from './peers.ts';

const kinds = ['html', 'script', 'style', 'font', 'image', 'other'] as const;

export type Kind = (typeof kinds)[number];

/** What a first visit costs. */
export interface WebFigures {
  readonly name: string;
  /** Bytes of bodies over the wire, by kind. */
  readonly bytes: Readonly<Record<Kind, number>>;
  readonly requests: number;
  /** 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** LCP and TBT in milliseconds; CLS. */
  readonly lcp: number;
  readonly tbt: number;
  readonly cls: number;
}

export type Category = 'performance' | 'accessibility' | 'best-practices' | 'seo';

const categories: readonly Category[] = ['performance', 'accessibility', 'best-practices', 'seo'];

interface Tools {
  readonly browser: string;
  /** Where Lighthouse is installed. */
  readonly lighthouse: string;
  readonly runs: number;
}

/** Serves the site as `npm start` does, and measures its page. */
export async function measure(site: BuiltSite, tools: Tools): Promise<WebFigures> {
  const { address, close } = await startServer({ folder: site.folder, port: 0, policy: site.policy });
  try {
    const url = address + site.page;
    const { bytes, requests } = await weigh(url, tools.browser);
    const reports: Report[] = [];
    for (let at = 0; at < tools.runs; at += 1) {
      process.stdout.write(`Lighthouse, ${site.name}, ${at + 1} of ${tools.runs}\n`);
      reports.push(await audit(url, tools));
    }
    const of = (read: (report: Report) => number) => median(reports.map(read));
    const numeric = (id: string) => of(({ audits }) => audits[id]?.numericValue ?? Number.NaN);
    const score = (id: Category) => of((report) => Math.round((report.categories[id]?.score ?? 0) * 100));
    return {
      name: site.name,
      bytes,
      requests,
      scores: Object.fromEntries(categories.map((id) => [id, score(id)])) as Record<Category, number>,
      lcp: numeric('largest-contentful-paint'),
      tbt: numeric('total-blocking-time'),
      cls: numeric('cumulative-layout-shift'),
    };
  } finally {
    await close();
  }
}

const kindOf: Readonly<Record<string, Kind>> = {
  document: 'html',
  script: 'script',
  stylesheet: 'style',
  font: 'font',
  image: 'image',
};

/** In a window so low that no picture and no live block comes into view: those load when they are about to be seen. */
async function weigh(url: string, executablePath: string): Promise<Pick<WebFigures, 'bytes' | 'requests'>> {
  const browser = await chromium.launch({ executablePath, args: [...launchFlags], chromiumSandbox: !isRoot });
  try {
    const page = await browser.newPage({ viewport: { width: 412, height: 120 } });
    const answers: Promise<readonly [Kind, number]>[] = [];
    page.on('requestfinished', (request) => {
      const kind = kindOf[request.resourceType()] ?? 'other';
      answers.push(request.sizes().then(({ responseBodySize }) => [kind, responseBodySize] as const));
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    const bytes: Record<Kind, number> = { html: 0, script: 0, style: 0, font: 0, image: 0, other: 0 };
    for (const [kind, size] of await Promise.all(answers)) bytes[kind] += size;
    return { bytes, requests: answers.length };
  } finally {
    await browser.close();
  }
}

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null } | undefined>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number } | undefined>>;
}

async function audit(url: string, { browser, lighthouse }: Tools): Promise<Report> {
  const cli = path.join(lighthouse, 'node_modules/lighthouse/cli/index.js');
  const flags = ['--headless=new', ...launchFlags].join(' ');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cli, url, '--output=json', '--quiet', `--only-categories=${categories.join(',')}`, `--chrome-flags=${flags}`],
    { env: { ...process.env, CHROME_PATH: browser, NODE_OPTIONS: '' }, maxBuffer: 64_000_000 },
  );
  return JSON.parse(stdout) as Report;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
