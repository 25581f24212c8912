type Encoding = string | undefined;

/** The constructor in the one form that is needed here. */
const Bytes = Uint8Array as new (source: ArrayLike<number>) => Uint8Array<ArrayBuffer>;

/** As much of Node's `Buffer` as MSAL and short programs use: UTF-8, Base64 and hexadecimal. */
export class Buffer extends Bytes {
  static from(source: unknown, encoding?: unknown): Buffer {
    if (typeof source === 'string') return new Buffer(bytesOf(source, encoding as Encoding));
    return new Buffer(source as ArrayLike<number>);
  }

  static isBuffer(value: unknown): value is Buffer {
    return value instanceof Buffer;
  }

  static byteLength(text: string, encoding?: Encoding): number {
    return bytesOf(text, encoding).length;
  }

  override toString(encoding?: Encoding): string {
    switch (encoding?.toLowerCase()) {
      case 'base64':
        return base64Of(this);
      case 'base64url':
        return base64Of(this).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
      case 'hex':
        return [...this].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      default:
        return new TextDecoder().decode(this);
    }
  }
}

function bytesOf(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  switch (encoding?.toLowerCase()) {
    case 'base64':
    case 'base64url':
      return bytesOfBase64(text);
    case 'hex':
      return new Uint8Array((text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
    default:
      return new TextEncoder().encode(text);
  }
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
}

function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  const plain = text
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replaceAll(/[^\w+/]/g, '');
  return Uint8Array.from(atob(plain), (letter) => letter.codePointAt(0) ?? 0);
}
