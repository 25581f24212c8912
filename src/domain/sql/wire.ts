import type { HttpRequest, SourcedResponse, WireSource } from '#domain/http/message.ts';
import { sqlSuffix } from './rules.ts';
import type { QueryVerb } from './statement.ts';

/**
 * A batch of statements. TDS, the protocol of SQL Server, is no HTTP: the address, the method and the status are the
 * simulator's way to write it down, and only the text is what a driver shows.
 */
export function sqlRequest(server: string, database: string, batch: string): HttpRequest {
  return { method: 'POST', url: `tds://${server}${sqlSuffix}/${database}`, headers: [], body: batch };
}

function message(
  status: 400 | 401 | 403,
  [number, level]: readonly [number: number, level: number],
  text: string,
  source: WireSource,
): SourcedResponse {
  const body = `Msg ${number}, Level ${level}, State 1, Line 1\n${text}`;
  return { response: { status, headers: [], body }, source };
}

const loginFailed = [18456, 14] as const;
const failedFor = "Login failed for user '<token-identified principal>'.";

/** facts: tokens §7.5 */
export function noSuchUser(): SourcedResponse {
  return message(401, loginFailed, failedFor, 'capture');
}

/** No Entra administrator, another tenant, or an audience without its slash (facts: tokens §7.5). */
export function tokenNotAccepted(): SourcedResponse {
  const text = `${failedFor} The server is not currently configured to accept this token.`;
  return message(401, loginFailed, text, 'capture');
}

/** facts: tokens §7.5 */
export function tokenInvalid(source: WireSource): SourcedResponse {
  return message(401, loginFailed, `${failedFor} Incorrect or invalid token.`, source);
}

export function tokenExpired(): SourcedResponse {
  return message(401, loginFailed, `${failedFor} Token is expired.`, 'unconfirmed');
}

export function noCredentials(): SourcedResponse {
  return message(401, loginFailed, "Login failed for user ''.", 'unconfirmed');
}

/** facts: tokens §7.5; the whole text is that of airbyte#20344, the two spaces are SQL's. */
export function addressNotAllowed(server: string, address: string): SourcedResponse {
  const text = `Cannot open server '${server}' requested by the login. Client with IP address '${address}' is not allowed to access the server.  To enable access, use the Windows Azure Management Portal or run sp_set_firewall_rule on the master database to create a firewall rule for this IP address or address range.  It may take up to five minutes for this change to take effect.`;
  return message(401, [40615, 14], text, 'capture');
}

export function publicAccessDenied(server: string): SourcedResponse {
  const text = `Cannot open server '${server}' requested by the login. Connection was denied because Deny Public Network Access is set to Yes.`;
  return message(401, [47073, 14], text, 'unconfirmed');
}

export function noSuchDatabase(database: string): SourcedResponse {
  const text = `Cannot open database "${database}" requested by the login. The login failed.`;
  return message(401, [4060, 11], text, 'unconfirmed');
}

/** facts: tokens §7.5 */
export function permissionDenied(verb: QueryVerb, table: string, database: string): SourcedResponse {
  const text = `The ${verb} permission was denied on the object '${table}', database '${database}', schema 'dbo'.`;
  return message(403, [229, 14], text, 'unconfirmed');
}

export function mayNotCreate(): SourcedResponse {
  return message(403, [15247, 16], 'User does not have permission to perform this action.', 'unconfirmed');
}

/** One text for what is not there and for what may not be changed. */
export function cannot(act: 'alter the role' | 'drop the user' | 'add the principal', name: string): SourcedResponse {
  const text = `Cannot ${act} '${name}', because it does not exist or you do not have permission.`;
  return message(403, [15151, 16], text, 'unconfirmed');
}

/** facts: tokens §7.5; the end of the text is that of sql-docs#2323. */
export function principalNotFound(name: string): SourcedResponse {
  return message(
    400,
    [33134, 16],
    `Principal '${name}' could not be found at this time. Please try again later.`,
    'capture',
  );
}

/** azure-docs#73445 */
export function displayNameNotUnique(name: string): SourcedResponse {
  const text = `Principal '${name}' has a duplicate display name. Make the display name unique in Azure Active Directory and execute this statement again.`;
  return message(400, [33131, 16], text, 'capture');
}

export function userExists(name: string): SourcedResponse {
  const text = `User, group, or role '${name}' already exists in the current database.`;
  return message(400, [15023, 16], text, 'unconfirmed');
}

export function sidExists(): SourcedResponse {
  const text = 'The login already has an account under a different user name.';
  return message(400, [15063, 16], text, 'unconfirmed');
}

export function noSuchTable(table: string): SourcedResponse {
  return message(400, [208, 16], `Invalid object name '${table}'.`, 'unconfirmed');
}

export function syntaxError(near: string): SourcedResponse {
  return message(400, [102, 15], `Incorrect syntax near '${near}'.`, 'unconfirmed');
}

export function commandsCompleted(): SourcedResponse {
  return completed('Commands completed successfully.');
}

export function rowsAffected(count: number): SourcedResponse {
  return completed(`(${count} ${count === 1 ? 'row' : 'rows'} affected)`);
}

/** Columns and rows, parted by tabs, as a client might print them. */
export function resultSet(columns: readonly string[], rows: readonly (readonly string[])[]): SourcedResponse {
  const lines = [columns, ...rows].map((cells) => cells.join('\t'));
  return completed([...lines, '', `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'} affected)`].join('\n'));
}

function completed(body: string): SourcedResponse {
  return { response: { status: 200, headers: [], body }, source: 'unconfirmed' };
}
