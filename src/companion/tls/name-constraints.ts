/** The extension's object identifier (RFC 5280, 4.2.1.10). */
export const nameConstraintsId = '2.5.29.30';

export interface PermittedNames {
  /** Domains; each stands for itself and for everything below it. */
  readonly domains: readonly string[];
  /** Single addresses, as their bytes: 4 or 16. */
  readonly addresses: readonly Uint8Array[];
}

const sequence = 0x30;
const permittedSubtrees = 0xa0;
const dnsName = 0x82;
const ipAddress = 0x87;

/** The value of the extension in DER: a certificate of the authority is good for these names and for no others. */
export function nameConstraints({ domains, addresses }: PermittedNames): Uint8Array<ArrayBuffer> {
  const names = domains.map((domain) => tlv(dnsName, new TextEncoder().encode(domain)));
  const ranges = addresses.map((address) =>
    tlv(
      ipAddress,
      address,
      address.map(() => 0xff),
    ),
  );
  const subtrees = [...names, ...ranges].map((base) => tlv(sequence, base));
  return tlv(sequence, tlv(permittedSubtrees, ...subtrees));
}

/** Tag, length, value. */
function tlv(tag: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Uint8Array.from([tag, ...lengthOctets(length), ...parts.flatMap((part) => [...part])]);
}

function lengthOctets(length: number): readonly number[] {
  if (length < 0x80) return [length];
  return length < 0x1_00 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}
