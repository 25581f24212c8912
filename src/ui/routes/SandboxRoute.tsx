import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { useSandboxSession } from '#app/sandbox/session.ts';
import { keepSecret, keptSecret, secretIn, watchSecret } from '#app/shared-world/address.ts';
import { WorldProvider } from '#app/world/WorldProvider.tsx';
import { useLocation, useNavigate } from '#ui/router/navigation.ts';
import { SandboxScreen } from '#ui/sandbox/SandboxScreen.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';

// For those who run a companion.
const SharedSandbox = lazy(async () => ({
  default: (await import('#ui/sandbox/shared/SharedSandbox.tsx')).SharedSandbox,
}));

/** The free world: one's own, opened as it was left, or that of a companion whose secret came with the address. */
export function SandboxRoute() {
  const secret = useSecret();
  if (secret === undefined) return <Opening />;
  if (secret === null) return <OwnSandbox />;
  return (
    <Suspense fallback={<Opening />}>
      <SharedSandbox key={secret} secret={secret} />
    </Suspense>
  );
}

/** The secret of the companion whose world is shown, null for one's own world; undefined before it can be known. */
function useSecret(): string | null | undefined {
  const { hash, search } = useLocation();
  const navigate = useNavigate();
  const kept = useSyncExternalStore<string | null | undefined>(watchSecret, keptSecret, () => undefined);
  const given = secretIn(hash);
  useEffect(() => {
    if (given === null) return;
    keepSecret(given);
    // Out of the address: it is copied, bookmarked and shown to others.
    navigate({ search }, { replace: true });
  }, [given, search, navigate]);
  return kept === undefined ? undefined : (given ?? kept);
}

function Opening() {
  return (
    <>
      <h1>{words.title}</h1>
      <p data-waiting>{words.opening}</p>
      <noscript>
        <p>{words.needsScript}</p>
      </noscript>
    </>
  );
}

function OwnSandbox() {
  const session = useSandboxSession();
  if (session === null) return <Opening />;
  return (
    <WorldProvider store={session.store}>
      <SandboxScreen session={session} />
    </WorldProvider>
  );
}
