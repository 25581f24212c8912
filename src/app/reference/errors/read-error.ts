import { headerOf } from '#domain/http/message.ts';
import type { HttpResponse } from '#domain/http/message.ts';
import { isJsonObject, readJson, textAt } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';

/** What an answer that refuses says. */
export interface ReadError {
  readonly status: number;
  /** As tools show it; empty where the answer has none. */
  readonly code: string;
  /** Its words without ids of the request and times; empty where it has no body. */
  readonly text: string;
}

/** Reads code and words out of an answer, in the form of any of the services. */
export function readError({ status, headers, body }: HttpResponse): ReadError {
  const { code, text } = partsOf(body);
  const subStatus = headerOf(headers, 'x-ms-substatus');
  return { status, code: subStatus === null ? code : `${code} ${subStatus}`, text: withoutTrace(text) };
}

interface Parts {
  readonly code: string;
  readonly text: string;
}

function partsOf(body: string): Parts {
  if (body.startsWith('<?xml')) return storageParts(body);
  if (body.startsWith('<Error>')) return { code: '', text: inTag(body, 'Detail') };
  const sql = /^(Msg \d+), .*\n(?<text>[^]*)$/.exec(body);
  if (sql !== null) return { code: sql[1] ?? '', text: sql.groups?.['text'] ?? '' };
  const read = readJson(body);
  return isJsonObject(read) ? jsonParts(read) : { code: '', text: body };
}

function storageParts(body: string): Parts {
  const [message = ''] = inTag(body, 'Message').split('\nRequestId:');
  const detail = inTag(body, 'AuthenticationErrorDetail');
  return { code: inTag(body, 'Code'), text: detail === '' ? message : `${message}\n${detail}` };
}

function inTag(body: string, tag: string): string {
  const text = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(body)?.[1] ?? '';
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function jsonParts(read: Json): Parts {
  const inner = textAt(read, 'error', 'innererror', 'code');
  const code = textAt(read, 'error', 'code') ?? textAt(read, 'code') ?? textAt(read, 'reason');
  const text = textAt(read, 'error', 'message') ?? textAt(read, 'message');
  if (text !== null) return { code: inner ?? code ?? '', text };
  const oauth = textAt(read, 'error') ?? '';
  const description = textAt(read, 'error_description');
  if (description === null) return { code: '', text: oauth };
  const [aadsts] = /^AADSTS\d+/.exec(description) ?? [];
  return aadsts === undefined
    ? { code: oauth, text: description }
    : { code: aadsts, text: description.slice(aadsts.length + 2) };
}

/** Ids and times differ from answer to answer. */
function withoutTrace(text: string): string {
  return text
    .replace(/\r\nTrace ID: [^]*$/, '')
    .replace(/\r\nActivityId: [^]*$/, '')
    .replace(/ TrackingId:[^]*$/, '')
    .replaceAll(/\d+\/\d+\/\d{4} \d+:\d\d:\d\d [AP]M(?: \(UTC\))?/g, '{time}')
    .replace(/EncodedJwtHeader: '[^']*'/, "EncodedJwtHeader: '{header}'")
    .replaceAll('\r\n', '\n')
    .trim();
}
