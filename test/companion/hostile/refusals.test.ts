import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { armCases } from './arm-cases.ts';
import { bearerCases } from './bearer-cases.ts';
import { dataCases } from './data-cases.ts';
import { endpointCases } from './endpoint-cases.ts';
import type { HostileCase } from './cases.ts';
import { companionCases } from './companion-cases.ts';
import { answersOf, startHostile } from './hostile-companion.ts';
import { listeners, names } from './known.ts';
import type { HostileCompanion, KeptWorld } from './hostile-companion.ts';
import type { ListenerName } from './known.ts';
import { proxyCases } from './proxy-cases.ts';
import { sendBytes } from './wire.ts';
import type { Heard, WireAnswer } from './wire.ts';
import { wireCases } from './wire-cases.ts';

const tables = {
  'what is no HTTP, or says two things at once': wireCases,
  'what the companion itself is asked': companionCases,
  'what Azure is asked without a good token': bearerCases,
  'what Azure Resource Manager is asked': armCases,
  'what vaults and storage are asked': dataCases,
  'what the endpoints for tokens are asked': endpointCases,
  'what a proxy is asked': proxyCases,
} satisfies Readonly<Record<string, readonly HostileCase[]>>;

let companion: HostileCompanion;
let before: KeptWorld;

beforeAll(async () => {
  companion = await startHostile();
  before = await companion.world();
});

afterAll(async () => companion.close());

describe('a hostile request is refused', () => {
  it.each(Object.entries(tables))('%s', async (_name, cases) => {
    const asked = cases.flatMap((each) => each.at.map((at) => [each, at] as const));
    const complaints = await inParallel(asked, async ([each, at]) => complaintsAbout(each, at));
    expect(complaints.flat()).toEqual([]);
    expect(companion.hasEnded()).toBe(false);
  });

  it('at least 200 of them, at every listener', () => {
    const all = Object.values(tables).flat();
    expect(new Set(all.map(({ what }) => what)).size).toBeGreaterThanOrEqual(200);
    for (const listener of listeners) {
      expect(all.filter(({ at }) => at.includes(listener)).length, listener).toBeGreaterThanOrEqual(50);
    }
  });
});

describe('after all of them', () => {
  it('the world is as it was, in memory and in its file', async () => {
    expect(await companion.world()).toEqual(before);
  });

  it('every listener answers', async () => {
    for (const [listener, answer] of Object.entries(await answersOf(companion))) {
      expect(answer.status, listener).toBe(200);
    }
  });

  it('nothing failed, and no secret is on the console', () => {
    const failures = companion
      .console()
      .split('\n')
      .filter((line) => line !== '' && !isLogged(line));
    expect(failures).toEqual([]);
    expect(companion.console()).not.toContain(companion.known.secret);
    expect(companion.console()).not.toContain(companion.known.vaultToken.slice(-80, -30));
  });
});

/** The lines of requests, and what is said at the start. */
function isLogged(line: string): boolean {
  return /^\d\d:\d\d:\d\d [\w-]+  [A-Z]+ [\x20-\x7e]*  \w+$/.test(line) || line.startsWith('There is no built page');
}

async function complaintsAbout(each: HostileCase, at: ListenerName): Promise<readonly string[]> {
  const bytes = each.bytes(companion.known, at);
  const isTunnelled = Buffer.from(bytes).toString('latin1').startsWith('CONNECT 169.254.169.254:80 ');
  const heard = await sendBytes(companion.at(at), bytes, each.sending);
  const complaints = complaintsOf(
    isTunnelled ? { ...heard, answers: heard.answers.slice(1) } : heard,
    each.otherwise?.[at] ?? each.refused,
  );
  return complaints.map((complaint) => `${each.what}, ${at}: ${complaint}`);
}

function complaintsOf(heard: Heard, [status, code]: readonly [number, string]): readonly string[] {
  const [answer, ...further] = heard.answers;
  if (answer === undefined) return [heard.isStuck ? 'no answer' : 'closed without an answer'];
  const { secret, vaultToken, identityHeader } = companion.known;
  // Key Vault says the header of a token whose key it does not know; the rest of one is nobody's business.
  const secrets = [secret, vaultToken.slice(-80, -30), identityHeader, names.secretValue];
  const told = heard.answers.map((each) => JSON.stringify(each)).join('');
  const { headers, body } = answer;
  const wrong = {
    [`${answer.status} in the place of ${status}`]: answer.status !== status,
    [`${codeOf(body)} in the place of ${code}: ${body.slice(0, 200)}`]: codeOf(body) !== code,
    'a body of another kind': !isOfItsKind(answer, code),
    'the connection stays open': heard.isStuck,
    'bytes after the answer': heard.rest !== '',
    // What comes after a body that is longer than it says is another request, and no better.
    'a second answer': further.some((each) => each.status !== 400),
    'open to other pages': 'access-control-allow-origin' in headers,
    'a stack': /\n\s+at |node_modules|node:internal|\.[tj]s:\d/.test(told),
    'a secret': secrets.some((each) => told.includes(each)),
  };
  return Object.entries(wrong).flatMap(([complaint, is]) => (is ? [complaint] : []));
}

/** JSON, but where Azure itself sends nothing, or storage its XML. */
function isOfItsKind({ headers, body }: WireAnswer, code: string): boolean {
  const type = headers['content-type'] ?? '';
  return body === '' ? type === '' && code === '' : /json|xml/.test(type);
}

/** What an answer calls the mistake, in the ways of Azure's services. */
function codeOf(body: string): string {
  const xml = /<Code>(\w+)<\/Code>/.exec(body)?.[1];
  if (body === '' || xml !== undefined) return xml ?? '';
  try {
    const { error, message } = JSON.parse(body) as { error?: string | { code: string }; message?: string };
    return (typeof error === 'object' ? error.code : error) ?? message ?? 'no code';
  } catch {
    return 'no JSON';
  }
}

async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: 12 }, worker));
  return results;
}
