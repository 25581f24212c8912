import { guidOfSid } from './sid.ts';

/** A statement of Transact-SQL, as far as this simulator runs it. */
export type Statement =
  /** `objectId` tells namesakes apart. */
  | { readonly kind: 'createFromProvider'; readonly name: string; readonly objectId: string | null }
  /** `sid` as a GUID: that of the client ID or object ID from which it was made. */
  | { readonly kind: 'createWithSid'; readonly name: string; readonly sid: string }
  | { readonly kind: 'dropUser'; readonly name: string }
  | { readonly kind: 'addMember' | 'dropMember'; readonly role: string; readonly name: string }
  | { readonly kind: 'query'; readonly verb: QueryVerb; readonly table: string }
  /** A SELECT that reads no table. */
  | { readonly kind: 'selectUserName' };

export type QueryVerb = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

export type Parsed =
  | { readonly ok: true; readonly statements: readonly Statement[] }
  /** The word at which the text stops being SQL. */
  | { readonly ok: false; readonly near: string };

type Groups = Readonly<Record<string, string | undefined>>;

const name = String.raw`(?:\[(?<bracketed>(?:[^\]]|\]\])+)\]|"(?<quoted>[^"]+)"|(?<plain>[\p{L}_][\p{L}\p{N}_@$#]*))`;
const role = String.raw`\[?(?<role>[a-z_]+)\]?`;
const table = String.raw`(?:\[?dbo\]?\.)?\[?(?<table>[\p{L}_][\p{L}\p{N}_]*)\]?`;
const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** What is understood, as patterns of whole statements; between words any white space may stand. */
const forms: readonly (readonly [pattern: RegExp, read: (groups: Groups) => Statement | null])[] = [
  form(`CREATE USER ${name} FROM EXTERNAL PROVIDER(?: WITH OBJECT_ID ?= ?N?'(?<id>${guid})')?`, (found) => {
    return { kind: 'createFromProvider', name: nameIn(found), objectId: found['id']?.toLowerCase() ?? null };
  }),
  form(`CREATE USER ${name} WITH SID ?= ?(?<sid>0x[0-9a-f]+) ?, ?TYPE ?= ?[EX]`, (found) => {
    const sid = guidOfSid(found['sid'] ?? '');
    return sid === null ? null : { kind: 'createWithSid', name: nameIn(found), sid };
  }),
  form(`DROP USER (?:IF EXISTS )?${name}`, (found) => ({ kind: 'dropUser', name: nameIn(found) })),
  form(`ALTER ROLE ${role} ADD MEMBER ${name}`, (found) => membership('addMember', found)),
  form(`ALTER ROLE ${role} DROP MEMBER ${name}`, (found) => membership('dropMember', found)),
  form(String.raw`SELECT (?:USER_NAME\(\)|CURRENT_USER)`, () => ({ kind: 'selectUserName' })),
  form(`SELECT .+? FROM ${table}(?: .+)?`, (found) => query('SELECT', found)),
  form(`INSERT (?:INTO )?${table}(?:[ (].+)?`, (found) => query('INSERT', found)),
  form(`UPDATE ${table} SET .+`, (found) => query('UPDATE', found)),
  form(`DELETE (?:FROM )?${table}(?: .+)?`, (found) => query('DELETE', found)),
];

function form(pattern: string, read: (groups: Groups) => Statement | null) {
  return [
    new RegExp(`^${pattern.replaceAll(' ', String.raw`\s+`).replaceAll(String.raw`\s+?`, String.raw`\s*`)}$`, 'isu'),
    read,
  ] as const;
}

/** Reads a batch: statements are parted by semicolons, or by `GO` on a line of its own. */
export function parseBatch(text: string): Parsed {
  const statements: Statement[] = [];
  for (const part of partsOf(text)) {
    const statement = readStatement(part);
    if (statement === null) return { ok: false, near: /\S+/.exec(part)?.[0] ?? '' };
    statements.push(statement);
  }
  return statements.length === 0 ? { ok: false, near: '' } : { ok: true, statements };
}

/** A semicolon within brackets or quotes parts nothing. */
function partsOf(text: string): readonly string[] {
  const parts = text.replaceAll(/^\s*GO\s*$/gim, ';').match(/(?:\[[^\]]*\]|'[^']*'|"[^"]*"|[^;])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function readStatement(text: string): Statement | null {
  for (const [pattern, read] of forms) {
    const found = pattern.exec(text);
    if (found !== null) return read(found.groups ?? {});
  }
  return null;
}

/** In brackets a closing bracket is written twice. */
function nameIn({ bracketed, quoted, plain }: Groups): string {
  return bracketed?.replaceAll(']]', ']') ?? quoted ?? plain ?? '';
}

function membership(kind: 'addMember' | 'dropMember', found: Groups): Statement {
  return { kind, role: (found['role'] ?? '').toLowerCase(), name: nameIn(found) };
}

function query(verb: QueryVerb, found: Groups): Statement {
  return { kind: 'query', verb, table: found['table'] ?? '' };
}
