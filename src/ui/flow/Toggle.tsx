import { IconButton } from '#ui/kit/IconButton.tsx';

const drawings = {
  repeat:
    'M4.2 9V7.6a2.4 2.4 0 0 1 2.4-2.4h8.6M12.6 2.6l2.6 2.6-2.6 2.6M15.8 11v1.4a2.4 2.4 0 0 1-2.4 2.4H4.8M7.4 17.4l-2.6-2.6 2.6-2.6',
  voice: 'M3.4 7.8h3l4-3.4v11.2l-4-3.4h-3ZM13.2 7.4a3.6 3.6 0 0 1 0 5.2M15.4 5.2a6.8 6.8 0 0 1 0 9.6',
} as const;

interface ToggleProps {
  /** What it does, read aloud and shown on hover. */
  readonly name: string;
  readonly drawing: keyof typeof drawings;
  readonly on: boolean;
  readonly onToggle: () => void;
}

/** Something of the player that is on or off. */
export function Toggle({ name, drawing, on, onToggle }: ToggleProps) {
  return <IconButton name={name} icon={{ path: drawings[drawing] }} aria-pressed={on} onClick={onToggle} />;
}
