import { createContext, useContext } from 'react';

/** The few words that the kit says by itself. */
export interface KitLabels {
  readonly close: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly showWhole: string;
  readonly showShort: string;
  /** How many characters a shortened value leaves out. */
  readonly leftOut: (characters: number) => string;
  readonly noBody: string;
  readonly crashTitle: string;
  readonly crashText: string;
  readonly reload: string;
  readonly copyLog: string;
}

export const englishLabels: KitLabels = {
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy: select the text and copy it by hand',
  showWhole: 'Show whole values',
  showShort: 'Shorten long values',
  leftOut: (characters) => `…${characters} more…`,
  noBody: 'No body',
  crashTitle: 'This part stopped working',
  crashText: 'The fault is in the lab, not in what you did. Reload to go on; your work is kept on each step.',
  reload: 'Reload the page',
  copyLog: 'Copy the log',
};

const KitLabelsContext = createContext(englishLabels);

/** Hands the kit its words in another language. */
export const KitLabelsProvider = KitLabelsContext.Provider;

export function useKitLabels(): KitLabels {
  return useContext(KitLabelsContext);
}
