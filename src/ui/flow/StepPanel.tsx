import { memo, useState } from 'react';
import type { FlowScene, SceneStep } from '#app/flow/scene.ts';
import { Tabs, type Tab } from '#ui/kit/Tabs.tsx';
import { flowWords } from '#ui/words/words.ts';
import { GatesPanel } from './GatesPanel.tsx';
import { MessagePanel } from './MessagePanel.tsx';
import { TokenPanel } from './TokenPanel.tsx';

interface StepPanelProps {
  readonly scene: FlowScene;
  /** The step that is shown, from 1; 0 before the first. */
  readonly step: number;
  /** Tabs before the panel's own. */
  readonly before?: readonly Tab[];
}

const none: readonly Tab[] = [];

/** What is behind the step: the message, the token, the decision. It turns to what is new until the reader chooses. */
export const StepPanel = memo(function StepPanel({ scene, step, before = none }: StepPanelProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = scene.steps[step - 1];
  const token = shown?.kind === 'message' ? shown.about : null;
  const gates = shown?.kind === 'message' ? (shown.decision?.gates ?? []) : [];
  const refusing = gates.find(({ passed }) => !passed) ?? null;
  const tabs: readonly Tab[] = [
    ...before,
    { id: 'message', label: flowWords.tabs.message, panel: <MessagePanel scene={scene} step={shown} /> },
    {
      id: 'token',
      label: flowWords.tabs.token,
      panel: <TokenPanel token={token} scene={scene} step={step} refusing={refusing} />,
    },
    { id: 'gates', label: flowWords.tabs.gates, panel: <GatesPanel step={shown} /> },
  ];
  return <Tabs label={flowWords.details} tabs={tabs} selected={chosen ?? newIn(shown)} onSelect={setChosen} />;
});

/** What a step brings that was not there before. */
function newIn(step: SceneStep | undefined): string {
  switch (step?.story.tells) {
    case 'token-issued':
      return 'token';
    case 'call-answered':
    case 'call-refused':
      return 'gates';
    default:
      return 'message';
  }
}
