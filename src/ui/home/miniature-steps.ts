import { homeWords } from '#ui/words/words.ts';

/** Who takes part in the miniature. */
export type Place = 'application' | 'imds' | 'entra' | 'target';

/** One message of the miniature. */
export interface MiniatureStep {
  readonly from: Place;
  readonly to: Place;
  readonly kind: 'request' | 'response';
  readonly carries: 'nothing' | 'token' | 'secret';
  /** What happens, in a sentence. */
  readonly caption: string;
  /** Where the message is a decision of the target. */
  readonly status?: number;
}

/** The names in the picture. */
export interface Cast {
  readonly host: string;
  readonly target: string;
  readonly role: string;
}

export const shopCast: Cast = { host: 'vm-web', target: 'kv-shop', role: 'Key Vault Secrets User' };

const { captions } = homeWords.miniature;

/** The successful way of a token of a system-assigned identity, on an empty cache. */
export const shopSteps: readonly MiniatureStep[] = [
  { from: 'application', to: 'imds', kind: 'request', carries: 'nothing', caption: captions.ask },
  { from: 'imds', to: 'entra', kind: 'request', carries: 'nothing', caption: captions.prove },
  { from: 'entra', to: 'imds', kind: 'response', carries: 'token', caption: captions.issue(shopCast.host) },
  { from: 'imds', to: 'application', kind: 'response', carries: 'token', caption: captions.hand },
  { from: 'application', to: 'target', kind: 'request', carries: 'token', caption: captions.call(shopCast.target) },
  {
    from: 'target',
    to: 'application',
    kind: 'response',
    carries: 'secret',
    caption: captions.open(shopCast.role),
    status: 200,
  },
];
