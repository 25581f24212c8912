import { DefinitionList } from '#ui/kit/DefinitionList.tsx';
import { Dialog } from '#ui/kit/Dialog.tsx';
import { Kbd } from '#ui/kit/Kbd.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';

/** What the keyboard does here. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title={words.keys}>
      <DefinitionList items={words.keyHelp.map(([key, does]) => ({ term: <Kbd>{key}</Kbd>, detail: does }))} />
    </Dialog>
  );
}
