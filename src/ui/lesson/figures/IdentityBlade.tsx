import { useMemo } from 'react';
import { bladeHost, openBladeWorld } from '#app/lesson/figures/blade.ts';
import { useCloud, WorldProvider } from '#app/world/WorldProvider.tsx';
import { IdentityMenu } from '#ui/blade/IdentityMenu.tsx';
import { Plate } from '#ui/kit/Plate.tsx';
import { bladeWords } from '#words/blade.ts';

/** The Identity menu of a machine as a form that works: our own drawing, over a world of its own. */
export function IdentityBlade() {
  const store = useMemo(() => openBladeWorld(), []);
  return (
    <WorldProvider store={store}>
      <Plate title={bladeWords.caption}>
        <Blade />
      </Plate>
    </WorldProvider>
  );
}

function Blade() {
  return <IdentityMenu host={bladeHost(useCloud())} />;
}
