/** Percent-encodes for a URI component. A lone surrogate becomes U+FFFD, where `encodeURIComponent` would throw. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/** A path with each segment percent-encoded. */
export function encodePath(path: string): string {
  return path.split('/').map(percentEncode).join('/');
}

/** Undoes `percentEncode`; null where an escape is cut short or its bytes are not UTF-8. */
export function percentDecode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
