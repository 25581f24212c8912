/** Where small settings are kept. A browser may deny it at any moment; then nothing is kept, and nothing breaks. */
export interface SettingsStorage {
  readonly read: (key: string) => string | null;
  readonly write: (key: string, value: string) => void;
}

/** The browser's local storage; private windows and strict settings throw on any touch of it. */
export function browserStorage(): SettingsStorage {
  return {
    read: (key) => {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write: (key, value) => {
      try {
        localStorage.setItem(key, value);
      } catch {
        // Denied or full: the setting holds until the page is closed.
      }
    },
  };
}
