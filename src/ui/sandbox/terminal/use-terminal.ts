import { useRef, useState } from 'react';
import { newSession, runLine } from '#app/sandbox/terminal.ts';
import type { Session } from '#app/sandbox/terminal.ts';
import { useWorldStore } from '#app/world/WorldProvider.tsx';
import { terminalWords as words } from '#words/sandbox/terminal.ts';

/** A line and what it printed. */
export interface Printout {
  readonly turn: number;
  readonly prompt: string;
  readonly line: string;
  readonly text: string;
  readonly isError: boolean;
}

interface TerminalState {
  readonly printouts: readonly Printout[];
  readonly session: Session;
  readonly run: (line: string, prompt: string) => Promise<void>;
  readonly clear: () => void;
}

const most = 200;

/** Lines run one after another, each in the session that the one before left. */
export function useTerminal(): TerminalState {
  const store = useWorldStore();
  const [printouts, setPrintouts] = useState<readonly Printout[]>([]);
  const [session, setSession] = useState<Session>(newSession);
  const live = useRef({ session: newSession, turn: 0, last: Promise.resolve() });

  function print(prompt: string, line: string, text: string, isError: boolean): void {
    const turn = live.current.turn++;
    setPrintouts((held) => [...held, { turn, prompt, line, text, isError }].slice(-most));
  }

  async function play(line: string, prompt: string): Promise<void> {
    try {
      const printed = await runLine(store, line, live.current.session);
      live.current.session = printed.session;
      setSession(printed.session);
      print(prompt, line, printed.text, printed.isError);
    } catch {
      print(prompt, line, words.failed, true);
    }
  }

  return {
    printouts,
    session,
    clear: () => setPrintouts([]),
    run(line, prompt) {
      if (/^\s*clear\s*$/.test(line)) {
        setPrintouts([]);
        return Promise.resolve();
      }
      live.current.last = live.current.last.then(() => play(line, prompt));
      return live.current.last;
    },
  };
}
