import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';

/** Shows a text of the wire. */
export type WireText = (text: string) => ReactNode;

const WireTextContext = createContext<WireText>((text) => text);

/** Hands the kit something that finds more in wire text than the kit knows of, such as ids. */
export const WireTextProvider = WireTextContext.Provider;

export function useWireText(): WireText {
  return useContext(WireTextContext);
}

/** Whether the text stands in a part that takes the focus itself: what is found in it takes none. */
export const WithinPart = createContext(false);
