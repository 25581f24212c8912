import { headerOf } from '#domain/http/message.ts';
import type { Headers } from '#domain/http/message.ts';
import type { Blob } from './state.ts';

/** Why a conditional request is not carried out. */
export type Unmet = 'notModified' | 'failed' | 'exists';

/** The first condition of a request on `ETag` that a blob does not meet; null where all are met (RFC 9110, 13; docs: conditional headers). */
export function unmetCondition(headers: Headers, blob: Blob | undefined, does: 'read' | 'write'): Unmet | null {
  const match = headerOf(headers, 'If-Match');
  if (match !== null && (blob === undefined || !names(match, blob))) return 'failed';
  const noneMatch = headerOf(headers, 'If-None-Match');
  if (noneMatch === null || blob === undefined || !names(noneMatch, blob)) return null;
  if (does === 'read') return 'notModified';
  return noneMatch.trim() === '*' ? 'exists' : 'failed';
}

function names(condition: string, { etag }: Blob): boolean {
  return condition.trim() === '*' || condition.split(',').some((each) => each.trim() === etag);
}
