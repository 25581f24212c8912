import { createContext, useContext } from 'react';
import type { FromWorker, ToWorker } from '#edge/sdk/protocol.ts';

/** A process in which one program runs with the official SDK. */
export interface SdkWorker {
  readonly post: (message: ToWorker) => void;
  /** Both are told at most what happens before the end. `onLost` for a worker that cannot be loaded or breaks. */
  readonly listen: (onMessage: (message: FromWorker) => void, onLost: (message: string) => void) => void;
  readonly end: () => void;
}

/** Fetches what starts a worker; the SDK itself comes with the worker. */
export type LoadSdk = () => Promise<{ readonly startWorker: () => SdkWorker }>;

const SdkContext = createContext<LoadSdk>(() => Promise.reject(new Error('There is no SDK here.')));

/** Handed in by main.tsx, for neither app nor ui knows the worker. */
export const SdkProvider = SdkContext.Provider;

export function useLoadSdk(): LoadSdk {
  return useContext(SdkContext);
}
