import { Dialog } from '#ui/kit/Dialog.tsx';
import { searchWords as words } from '#words/search.ts';
import { SearchPanel } from './SearchPanel.tsx';

interface SearchDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The search over everything there is; it begins anew each time that it is opened. */
export function SearchDialog({ open, onClose }: SearchDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={words.title}>
      <SearchPanel onClose={onClose} />
    </Dialog>
  );
}
