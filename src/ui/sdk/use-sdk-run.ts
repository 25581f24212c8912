import { useCallback, useEffect, useRef, useState } from 'react';
import { theSigner } from '#app/flow/signed-token.ts';
import type { FlowScene } from '#app/flow/scene.ts';
import { useLoadSdk } from '#app/sdk/context.ts';
import { runProgram } from '#app/sdk/run-program.ts';
import type { Ending, Report } from '#app/sdk/run-program.ts';
import { sceneBetween } from '#app/sdk/scene.ts';
import { useWorldStore } from '#app/world/WorldProvider.tsx';
import type { Origin } from '#domain/protocol/actor.ts';

/** What a run put out, in the order in which it did. */
export type OutputLine = Extract<Report, { readonly kind: 'printed' | 'requested' | 'waited' }>;

export type RunState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading'; readonly packages: readonly string[] }
  | { readonly kind: 'running' }
  /** `scene`: what passed over the wire; null where nothing did. */
  | { readonly kind: 'over'; readonly ending: Ending; readonly scene: FlowScene | null };

interface SdkRun {
  readonly state: RunState;
  readonly lines: readonly OutputLine[];
  readonly start: (program: string, from: Origin) => void;
  readonly stop: () => void;
}

/** The longest output that is kept. */
const most = 500;

/** One program at a time; it ends with whoever shows it. */
export function useSdkRun(): SdkRun {
  const store = useWorldStore();
  const load = useLoadSdk();
  const [state, setState] = useState<RunState>({ kind: 'idle' });
  const [lines, setLines] = useState<readonly OutputLine[]>([]);
  const stopping = useRef<() => void>(() => {});
  const stop = useCallback(() => stopping.current(), []);
  useEffect(() => stop, [stop]);

  const start = useCallback(
    (program: string, from: Origin) => {
      stopping.current();
      const before = store.getState().world;
      setLines([]);
      const onReport = (report: Report): void => {
        switch (report.kind) {
          case 'loading':
          case 'running':
            setState(report);
            return;
          case 'ended':
            setState({ kind: 'over', ending: report.ending, scene: sceneBetween(before, store.getState().world) });
            return;
          default:
            setLines((held) => [...held, report].slice(-most));
        }
      };
      stopping.current = runProgram({ store, from, program, load, signer: theSigner, onReport });
    },
    [store, load],
  );
  return { state, lines, start, stop };
}
