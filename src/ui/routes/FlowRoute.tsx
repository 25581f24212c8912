import { lazy, Suspense } from 'react';
import { useLocation, useSearchParams } from '#ui/router/navigation.ts';
import { useContentLibrary } from '#app/content-library.ts';
import { FlowPage } from '#ui/flow/FlowPage.tsx';
import { SceneStage } from '#ui/flow/SceneStage.tsx';
import { UnknownScenario } from '#ui/flow/UnknownScenario.tsx';
import { stepIn } from '#ui/flow/use-step-address.ts';

// Most come for a scenario: what reads a world of the sandbox comes when it is asked for.
const SandboxFlow = lazy(async () => ({ default: (await import('#ui/flow/SandboxFlow.tsx')).SandboxFlow }));

export function FlowRoute() {
  const [params] = useSearchParams();
  const { search } = useLocation();
  if (params.get('from') !== 'sandbox') return <ScenarioFlow />;
  const entry = entryIn(params);
  return (
    <Suspense fallback={null}>
      <SandboxFlow key={entry} entry={entry} initial={stepIn(search)} />
    </Suspense>
  );
}

/** The entry that an address names; null where it names none. */
function entryIn(params: URLSearchParams): number | null {
  const entry = Number(params.get('entry') ?? 'none');
  return Number.isInteger(entry) && entry > 0 ? entry : null;
}

function ScenarioFlow() {
  const { scenarios } = useContentLibrary();
  const [params] = useSearchParams();
  const { search } = useLocation();
  const id = params.get('scenario') ?? scenarios[0]?.id ?? '';
  const scenario = scenarios.find((candidate) => candidate.id === id);
  if (scenario === undefined) return <UnknownScenario id={id} />;
  return (
    <FlowPage scenario={scenario}>
      <SceneStage key={id} id={id} initial={stepIn(search)} />
    </FlowPage>
  );
}
