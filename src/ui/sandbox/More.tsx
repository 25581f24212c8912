import { useState } from 'react';
import type { ReactNode } from 'react';
import { Disclosure } from '#ui/kit/Disclosure.tsx';

/** A disclosure whose contents are made when it is opened first. */
export function More({ summary, children }: { summary: string; children: () => ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <Disclosure summary={summary} onToggle={(open) => open && setOpened(true)}>
      {opened && children()}
    </Disclosure>
  );
}
