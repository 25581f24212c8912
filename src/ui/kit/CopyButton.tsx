import { useEffect, useState } from 'react';
import { useAnnounce } from './announce.ts';
import { Button } from './Button.tsx';
import { useKitLabels } from './labels.ts';

export interface CopyButtonProps {
  readonly text: string;
  /** What it copies, where "Copy" alone would be unclear. */
  readonly label?: string;
}

/** Copies a text and says so. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const labels = useKitLabels();
  const announce = useAnnounce();
  const [done, setDone] = useState(false);

  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), 2000);
    return () => clearTimeout(timer);
  }, [done]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
      announce(labels.copied);
    } catch {
      announce(labels.copyFailed);
    }
  }

  return (
    <Button variant="quiet" icon={done ? 'check' : 'copy'} onClick={() => void copy()}>
      {done ? labels.copied : (label ?? labels.copy)}
    </Button>
  );
}
