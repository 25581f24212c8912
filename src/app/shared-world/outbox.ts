import type { CompanionClient, GivenCommand, Sent } from './client.ts';

export interface Outbox {
  readonly add: (given: GivenCommand) => void;
  /** Sends what waits, one after another: later commands build on earlier ones. */
  readonly open: () => void;
  /** Lets what is not sent yet wait. */
  readonly close: () => void;
  /** Takes out what was not sent yet. */
  readonly empty: () => readonly GivenCommand[];
}

/** The commands on their way to the companion, in the order in which they were given. */
export function createOutbox(
  client: CompanionClient,
  onSent: (given: GivenCommand, sent: Sent) => void,
  onWaiting: (count: number) => void,
): Outbox {
  let waiting: readonly GivenCommand[] = [];
  let isOpen = false;
  let isSending = false;

  function wait(next: readonly GivenCommand[]): void {
    waiting = next;
    onWaiting(isOpen ? 0 : waiting.length);
  }

  const nextOf = () => (isOpen ? waiting[0] : undefined);

  async function send(): Promise<void> {
    if (isSending) return;
    isSending = true;
    for (let next = nextOf(); next !== undefined; next = nextOf()) {
      wait(waiting.slice(1));
      onSent(next, await client.send(next));
    }
    isSending = false;
  }

  return {
    add(given) {
      wait([...waiting, given]);
      void send();
    },
    open() {
      isOpen = true;
      wait(waiting);
      void send();
    },
    close() {
      isOpen = false;
      wait(waiting);
    },
    empty() {
      const left = waiting;
      wait([]);
      return left;
    },
  };
}
