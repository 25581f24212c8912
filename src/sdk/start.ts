import type { FromWorker, ToWorker } from '#edge/sdk/protocol.ts';
// oxlint-disable-next-line import/default -- the address, made by Vite
import address from './worker.ts?worker&url';

interface Policy {
  readonly createScriptURL: (url: string) => string;
}

interface PolicyFactory {
  readonly createPolicy: (name: string, rules: Policy) => Policy;
}

let policy: Policy | undefined;

/** A new worker for one run of a program. */
export function startWorker(): SdkWorker {
  const worker = new Worker(trusted(address), { type: 'module' });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other
    post: (message) => worker.postMessage(message),
    listen(onMessage, onLost) {
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => onMessage(data));
      worker.addEventListener('error', (event) => onLost(event.message ?? ''));
      worker.addEventListener('messageerror', () => onLost(''));
    },
    end: () => worker.terminate(),
  };
}

interface SdkWorker {
  readonly post: (message: ToWorker) => void;
  readonly listen: (onMessage: (message: FromWorker) => void, onLost: (message: string) => void) => void;
  readonly end: () => void;
}

/** The one address that the page's policy lets become a script. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };
  policy ??= trustedTypes?.createPolicy('sdk-worker', {
    createScriptURL(asked) {
      if (asked !== address) throw new TypeError(`${asked} is not the worker of the SDK.`);
      return asked;
    },
  });
  return policy?.createScriptURL(url) ?? url;
}
