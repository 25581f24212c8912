import { createContext, useContext } from 'react';
import type { Origin } from '#domain/protocol/actor.ts';

/** Opens the editor for a place; null where there is no room for it. */
export type OpenSdk = (from: Origin) => void;

export const OpenSdkContext = createContext<OpenSdk | null>(null);

export function useOpenSdk(): OpenSdk | null {
  return useContext(OpenSdkContext);
}
