/** Where the sandbox's world is kept between visits. */
export interface WorldStorage {
  /** The text that was saved last, or null. */
  readonly load: () => Promise<string | null>;
  /** Resolves when the text is durable, not sooner. Rejects where it could not be kept. */
  readonly save: (text: string) => Promise<void>;
  /** Puts a text aside that could not be read, so that nothing overwrites it. */
  readonly setAside: (text: string) => Promise<void>;
  /**
   * Asks to be the one tab that saves. Gives the way to let go again, or null while another tab is it;
   * `lost` is called when another tab takes over.
   */
  readonly claim: (lost: () => void, options?: { readonly steal?: boolean }) => Promise<(() => void) | null>;
}

/** Keeps nothing beyond this page: where the browser denies storage, and in tests. */
export function memoryStorage(saved: string | null = null): WorldStorage {
  let kept = saved;
  return {
    load: async () => kept,
    save: async (text) => {
      kept = text;
    },
    setAside: async () => {},
    claim: async () => () => {},
  };
}
