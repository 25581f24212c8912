import type { PresentedToken } from '#domain/entra/token.ts';
import type { TokenSigner } from '#edge/tokens/signer.ts';
import { encodeText } from '#domain/kernel/base64url.ts';
import type { CarriedToken } from '#domain/protocol/hops.ts';

/** A token as its text on the wire. */
export interface TokenText {
  readonly jwt: string;
  /** False where the browser offers no WebCrypto: the text ends where its signature would begin. */
  readonly signed: boolean;
}

/** One for the page, so that a token shown twice has one signature; made when the first token is looked at. */
let signer: Promise<TokenSigner> | null = null;

/** The text of a token, signed where the browser can. Loads the signer on first use. */
export async function tokenText(token: CarriedToken): Promise<TokenText> {
  if (globalThis.crypto?.subtle === undefined) return { jwt: unsigned(token), signed: false };
  return { jwt: await (await theSigner()).sign(token), signed: true };
}

/** What an `Authorization` header presents, its signature checked with the keys that signed the page's tokens. */
export async function readPresented(authorization: string): Promise<PresentedToken> {
  return (await theSigner()).read(authorization);
}

/** The signer of the page; loaded on first use. */
export function theSigner(): Promise<TokenSigner> {
  signer ??= import('#edge/tokens/signer.ts').then(({ createTokenSigner }) => createTokenSigner());
  return signer;
}

function unsigned({ header, claims }: CarriedToken): string {
  return [header, claims]
    .map((part) => encodeText(JSON.stringify(part)))
    .concat('')
    .join('.');
}
