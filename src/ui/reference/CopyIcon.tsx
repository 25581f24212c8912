import { useAnnounce } from '#ui/kit/announce.ts';
import { IconButton } from '#ui/kit/IconButton.tsx';
import { referenceWords as words } from '#words/reference/pages.ts';

interface CopyIconProps {
  readonly text: string;
  /** `the GUID of Reader` */
  readonly what: string;
}

/** Copies a value that stands beside it. */
export function CopyIcon({ text, what }: CopyIconProps) {
  const announce = useAnnounce();

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      announce(words.copied);
    } catch {
      announce(words.copyFailed);
    }
  }

  return <IconButton icon="copy" name={words.copy(what)} onClick={() => void copy()} />;
}
