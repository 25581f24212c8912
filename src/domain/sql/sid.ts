/** The bytes of a GUID in the order in which SQL Server stores them: the first three groups are turned round. */
export function sidOf(guid: string): string {
  return `0x${turned(guid.toLowerCase().replaceAll('-', '')).toUpperCase()}`;
}

/** The GUID of a SID of 16 bytes, `0x…`; null where it is none. */
export function guidOfSid(sid: string): string | null {
  const digits = /^0x([0-9a-f]{32})$/i.exec(sid)?.[1]?.toLowerCase();
  if (digits === undefined) return null;
  const guid = turned(digits);
  return [guid.slice(0, 8), guid.slice(8, 12), guid.slice(12, 16), guid.slice(16, 20), guid.slice(20)].join('-');
}

function turned(digits: string): string {
  const bytes = digits.match(/../g) ?? [];
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  return order.map((at) => bytes[at] ?? '').join('');
}
