import { useWorld } from '#app/world/WorldProvider.tsx';
import { DefinitionList } from '#ui/kit/DefinitionList.tsx';
import { Dialog } from '#ui/kit/Dialog.tsx';
import { Kbd } from '#ui/kit/Kbd.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';

/** Keys of tools that a shared world does not have. */
const travelling: ReadonlySet<string> = new Set(['U', 'R']);

/** What the keyboard does here. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const travels = useWorld((store) => store.travels);
  const keys = words.keyHelp.filter(([key]) => travels || !travelling.has(key));
  return (
    <Dialog open={open} onClose={onClose} title={words.keys}>
      <DefinitionList items={keys.map(([key, does]) => ({ term: <Kbd>{key}</Kbd>, detail: does }))} />
    </Dialog>
  );
}
