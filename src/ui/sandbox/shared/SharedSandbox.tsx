import { leaveSharedWorld } from '#app/shared-world/shared-session.ts';
import type { OpenedSession, SharedSession } from '#app/shared-world/shared-session.ts';
import { useLink, useSharedSession } from '#app/shared-world/use-shared-session.ts';
import { WorldProvider } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { SandboxScreen } from '#ui/sandbox/SandboxScreen.tsx';
import { sharedWorldWords as words } from '#words/shared-world.ts';
import { sandboxWords } from '#ui/words/words.ts';
import { AskToReplace } from './AskToReplace.tsx';
import { HowToStart, LinkNotices } from './LinkNotices.tsx';
import { LiveBar } from './LiveBar.tsx';

/** The sandbox as a view of a companion's world. */
export function SharedSandbox({ secret }: { readonly secret: string }) {
  const [opened, retry] = useSharedSession(secret);
  if (opened?.kind === 'shared') return <SharedScreen session={opened} />;
  return (
    <>
      <h1>{sandboxWords.title}</h1>
      {opened === null ? <p role="status">{words.connecting}</p> : <NotOpened why={opened} onRetry={retry} />}
    </>
  );
}

/** The screen of a world that is open. */
export function SharedScreen({ session }: { readonly session: SharedSession }) {
  const link = useLink(session.companion);
  return (
    <WorldProvider store={session.store}>
      <AskToReplace>
        <SandboxScreen
          session={session}
          notices={
            <>
              <LiveBar connection={link.connection} onLeave={leaveSharedWorld} />
              <LinkNotices companion={session.companion} link={link} />
            </>
          }
        />
      </AskToReplace>
    </WorldProvider>
  );
}

interface NotOpenedProps {
  readonly why: Exclude<OpenedSession, { kind: 'shared' }>;
  readonly onRetry: () => void;
}

function NotOpened({ why, onRetry }: NotOpenedProps) {
  const { lost, refused, again, own } = words.notOpened;
  return (
    <Notice
      tone="warning"
      live
      title={why.kind === 'lost' ? lost : refused}
      actions={
        <>
          <Button variant="primary" onClick={onRetry}>
            {again}
          </Button>
          <Button onClick={leaveSharedWorld}>{own}</Button>
        </>
      }
    >
      {why.kind === 'lost' ? (
        <HowToStart />
      ) : (
        <p>{isUnknown(why.status) ? words.notOpened.unknown : words.refusedText}</p>
      )}
    </Notice>
  );
}

/** What serves the page knows no companion. */
function isUnknown(status: number): boolean {
  return status === 404 || status === 405;
}
