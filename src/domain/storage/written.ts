import { headerOf } from '#domain/http/message.ts';
import type { Headers } from '#domain/http/message.ts';
import type { Blob } from './state.ts';

const metadataPrefix = 'x-ms-meta-';
/** Names are identifiers of C# (docs: naming of containers, blobs and metadata). */
const metadataName = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;

/** What the headers of Put Blob say of the blob; or why it is not written. */
export function readWritten(
  headers: Headers,
): Pick<Blob, 'contentType' | 'metadata'> | 'otherKind' | 'metadataInvalid' {
  const isCopy = headerOf(headers, 'x-ms-copy-source') !== null;
  if (isCopy || (headerOf(headers, 'x-ms-blob-type') ?? 'BlockBlob') !== 'BlockBlob') return 'otherKind';
  const contentType = headerOf(headers, 'x-ms-blob-content-type');
  const pairs = headers
    .filter(([name]) => name.toLowerCase().startsWith(metadataPrefix))
    .map(([name, value]) => [name.slice(metadataPrefix.length), value] as const);
  if (!pairs.every(([name]) => metadataName.test(name) && name !== '__proto__')) return 'metadataInvalid';
  return {
    ...(contentType === null ? {} : { contentType }),
    ...(pairs.length === 0 ? {} : { metadata: Object.fromEntries(pairs) }),
  };
}
