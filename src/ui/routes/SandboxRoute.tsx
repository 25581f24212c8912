import { useSandboxSession } from '#app/sandbox/session.ts';
import { WorldProvider } from '#app/world/WorldProvider.tsx';
import { SandboxScreen } from '#ui/sandbox/SandboxScreen.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';

/** The free world: it is opened as it was left, and kept while it is used. */
export function SandboxRoute() {
  const session = useSandboxSession();
  if (session === null) {
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
  return (
    <WorldProvider store={session.store}>
      <SandboxScreen session={session} />
    </WorldProvider>
  );
}
