import type { Command } from '#domain/cloud/command.ts';
import type { Connection } from './listen.ts';

/** Something that did not go as this page had shown it. */
export type Mishap =
  /** The companion refused to take a command; Azure's own refusals are answers and come in the log. */
  | { readonly kind: 'refused'; readonly command: Command; readonly message: string }
  /** No answer came. Whether it was done is in the log once the connection is back. */
  | { readonly kind: 'lost'; readonly command: Command }
  /** It was never sent. */
  | { readonly kind: 'unsent'; readonly command: Command }
  /** Another world was not put in the place of this one. */
  | { readonly kind: 'notReplaced'; readonly message: string | null };

/** How a page stands with the companion whose world it shows. */
export interface Link {
  readonly connection: Connection;
  /** Own commands that wait for the connection. */
  readonly waiting: number;
  readonly mishaps: readonly Mishap[];
}

/** As many as anybody reads. */
const most = 5;

export function withMishap(link: Link, ...mishaps: readonly Mishap[]): Link {
  return { ...link, mishaps: [...link.mishaps, ...mishaps].slice(-most) };
}
