import { createContext, useContext } from 'react';

/** The node of the picture that is selected, and how to select another. */
export interface Selection {
  readonly selectedId: string | null;
  readonly select: (nodeId: string | null) => void;
}

export const SelectionContext = createContext<Selection>({ selectedId: null, select: () => {} });

export function useSelection(): Selection {
  return useContext(SelectionContext);
}
