import { paths } from '#app/paths.ts';
import { claimFacts } from '#app/reference/claims.ts';
import { endpointRows } from '#app/reference/endpoints.ts';
import { errorTable } from '#app/reference/errors/table.ts';
import { hostRows } from '#app/reference/hosts.ts';
import { limitRows } from '#app/reference/limits.ts';
import type { ReferencePageId } from '#app/reference/pages.ts';
import { roleRows } from '#app/reference/roles.ts';
import type { SearchKind, SearchSource } from '#content/search.ts';
import { azCommands } from '#domain/cli/az/table.ts';
import { flowWords } from '#words/flow.ts';
import { errorSources, errorWords } from '#words/reference/errors.ts';
import { referenceWords } from '#words/reference/pages.ts';
import { rolePurposes } from '#words/reference/roles.ts';
import { tableWords } from '#words/reference/tables.ts';
import { searchWords } from '#words/search.ts';

interface Row {
  readonly kind: SearchKind;
  readonly page: ReferencePageId;
  readonly anchor: string;
  readonly title: string;
  readonly within?: string;
  /** What it says, in pieces; `code` and [links](/page) become plain. */
  readonly says: readonly string[];
  readonly also?: readonly string[];
}

function entryOf({ kind, page, anchor, title, within, says, also = [] }: Row): SearchSource {
  return {
    kind,
    title: plain(title),
    within: within ?? referenceWords.pages[page].title,
    text: plain(says.filter((piece) => piece !== '').join(' ')),
    target: { to: 'address', href: `${paths.referencePage.href(page)}#${anchor}` },
    also,
  };
}

function plain(words: string): string {
  return words.replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1').replaceAll('`', '');
}

const errors = errorTable.map(({ id, code, status, text, from, rule }): Row => {
  const { cause, cure } = errorWords[id];
  const title = [code, text, String(status)].find((each) => each !== '') ?? id;
  const within = [errorSources[from], status].filter((part) => part !== null).join(', ');
  return { kind: 'error', page: 'errors', anchor: id, title, within, says: [cause, cure, text], also: [rule] };
});

const roles = roleRows.map(({ anchor, id, name, actions, notActions, dataActions, notDataActions }): Row => {
  const allows = [...dataActions, ...actions, ...notActions, ...notDataActions];
  const says = [rolePurposes[name] ?? '', allows.join(', ')];
  return { kind: 'role', page: 'roles', anchor, title: name, within: '', says, also: [id] };
});

const claims = claimFacts.map(({ name }): Row => {
  const { means, compared } = flowWords.claimWords(name);
  return { kind: 'claim', page: 'claims', anchor: name, title: name, within: '', says: [means, compared] };
});

const endpoints = endpointRows.map(({ id, request, selectors }): Row => {
  const { name, note, unnamed } = tableWords.endpoints[id];
  const says = [`${request.method} ${request.url}`, note, unnamed, selectors.join(', ')];
  return { kind: 'reference', page: 'endpoints', anchor: id, title: name, says };
});

const limits = limitRows.map(({ id, limit }): Row => {
  const { name, note } = tableWords.limits[id];
  return { kind: 'reference', page: 'limits', anchor: id, title: name, says: [`${tableWords.limit(limit)}.`, note] };
});

const hosts = hostRows.map(({ id, endpoint, header }): Row => {
  const { name, note } = tableWords.hosts[id];
  return { kind: 'reference', page: 'hosts', anchor: id, title: name, says: [note, endpoint ?? '', header ?? ''] };
});

const commands = azCommands.map(({ name, help, takes }): SearchSource => {
  const names = takes.flatMap((argument) => argument.names.filter((each) => each.startsWith('--')));
  return command(`az ${name}`, [help, ...names].join(' '));
});

/** A command is typed into the terminal of the sandbox. */
function command(title: string, text: string): SearchSource {
  return { kind: 'command', title, within: '', text, target: { to: 'address', href: paths.sandbox.href() } };
}

/** What can be found besides the content: the tables of the engine, in the words of the page. Read at build. */
export const searchTables: readonly SearchSource[] = [
  ...[...errors, ...roles, ...claims, ...endpoints, ...limits, ...hosts].map(entryOf),
  ...commands,
  command('curl', searchWords.curl),
];
