import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createLens, litPart } from './lens-store.ts';
import type { LensApi, LensState } from './lens-store.ts';

/** The lens over a part of a page, and the element that says what is seen in it. */
export interface LensPlace {
  readonly lens: LensApi;
  readonly labelId: string;
}

const LensContext = createContext<LensPlace | null>(null);

export const LensPlaceProvider = LensContext.Provider;

/** The lens that this part of the page lies under; null where there is none. */
export function useLensPlace(): LensPlace | null {
  return useContext(LensContext);
}

/** Where there is no lens nothing is ever looked at. */
const blind = createLens();

export function useLens<Part>(select: (lens: LensState) => Part): Part {
  return useStore(useContext(LensContext)?.lens ?? blind, select);
}

/** How an id is lit: see `litPart`. */
export function useLit(id: string): ReturnType<typeof litPart> {
  return useLens((lens) => litPart(lens, id));
}
