import { Button } from './Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import { useKitLabels } from './labels.ts';
import { Notice } from './Notice.tsx';

interface CrashProps {
  readonly error: unknown;
  readonly where: string;
  readonly log: (() => string) | undefined;
}

/** What stands in the place of a part that threw. */
export function Crash({ error, where, log }: CrashProps) {
  const labels = useKitLabels();
  return (
    <div role="alert">
      <Notice
        tone="refused"
        title={labels.crashTitle}
        actions={
          <>
            <Button icon="restart" onClick={() => location.reload()}>
              {labels.reload}
            </Button>
            <CopyButton text={report(error, where, log)} label={labels.copyLog} />
          </>
        }
      >
        <p>{labels.crashText}</p>
      </Notice>
    </div>
  );
}

function report(error: unknown, where: string, log: (() => string) | undefined): string {
  const what = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
  return [what, where.trim(), location.href, navigator.userAgent, safely(log)]
    .filter((part) => part !== '')
    .join('\n\n');
}

// The log is made from the state that may be what broke.
function safely(log: (() => string) | undefined): string {
  try {
    return log?.() ?? '';
  } catch (error) {
    return `The log could not be made: ${String(error)}`;
  }
}
