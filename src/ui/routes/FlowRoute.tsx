import { useLocation, useSearchParams } from 'react-router';
import { useContentLibrary } from '#app/content-library.ts';
import { FlowPage } from '#ui/flow/FlowPage.tsx';
import { SceneStage } from '#ui/flow/SceneStage.tsx';
import { UnknownScenario } from '#ui/flow/UnknownScenario.tsx';
import { stepIn } from '#ui/flow/use-step-address.ts';

export function FlowRoute() {
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
