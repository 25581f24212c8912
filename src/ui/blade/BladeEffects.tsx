import { useEffect, useState } from 'react';
import { effectsOf } from '#app/blade/effects.ts';
import type { BladePrincipal } from '#app/blade/effects.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import type { Host } from '#domain/arm/resource.ts';
import { Id } from '#ui/lens/Id.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { bladeWords as words } from '#words/blade.ts';
import styles from './Blade.module.css';

/** What the blade did: the identity block, the principals in the tenant, and the command that says the same. */
export function BladeEffects({ host }: { readonly host: Host }) {
  const { type, principals } = effectsOf(useCloud(), host);
  return (
    <section className={styles.effects} aria-label={words.effects}>
      <p className={styles.label}>{words.effects}</p>
      <p className={styles.field}>
        <span>{words.block}</span>
        <code>{`"type": "${type}"`}</code>
      </p>
      <div className={styles.field}>
        <span>{words.tenant}</span>
        {principals.length === 0 ? (
          <span className={styles.hint}>{words.noPrincipals}</span>
        ) : (
          <ul className={styles.principals} aria-label={words.tenant}>
            {principals.map((principal) => (
              <Principal key={principal.id} principal={principal} />
            ))}
          </ul>
        )}
      </div>
      <LastCommand />
    </section>
  );
}

function Principal({ principal: { id, name, of, purgeAt } }: { readonly principal: BladePrincipal }) {
  const kind = of === 'system' ? 'systemPrincipal' : 'userPrincipal';
  return (
    <li>
      <Mark kind={purgeAt === null ? kind : 'deletedPrincipal'} name={name} />
      <code className={styles.id}>
        <Id value={id} />
      </code>
      {purgeAt !== null && <span className={styles.hint}>{words.deletedUntil(purgeAt)}</span>}
    </li>
  );
}

/** The last thing that was done here as one would type it, and as the request that is sent. */
function LastCommand() {
  const cursor = useWorld((store) => store.world.timeline.cursor);
  const [start] = useState(cursor);
  const said = useSpoken(cursor > start ? cursor : 0);
  return (
    <div className={styles.field}>
      <span>{words.lastCommand}</span>
      {cursor <= start && <span className={styles.hint}>{words.nothingDone}</span>}
      {said.map((line) => (
        <code key={line} className={styles.wire}>
          {line}
        </code>
      ))}
    </div>
  );
}

/** The command at a cursor in the languages that have words for it; the printers come when there is something to print. */
function useSpoken(cursor: number): readonly string[] {
  const world = useWorld((store) => store.world);
  const [said, setSaid] = useState<{ readonly of: number; readonly lines: readonly string[] } | null>(null);
  useEffect(() => {
    if (cursor === 0) return undefined;
    let isWanted = true;
    void import('#app/sandbox/spoken.ts').then(({ spoken }) => {
      if (!isWanted) return;
      const { commandLine, rest } = spoken(world, cursor);
      const request = rest === null ? null : (rest.split('\n')[0] ?? null);
      setSaid({ of: cursor, lines: [commandLine, request].filter((line) => line !== null) });
    });
    return () => {
      isWanted = false;
    };
  }, [world, cursor]);
  return said !== null && said.of === cursor ? said.lines : [];
}
