import { useLocation, useSearchParams } from '#ui/router/navigation.ts';
import { laneScripts } from '#app/lanes/scripts.ts';
import { stepIn } from '#ui/flow/use-step-address.ts';
import { LanesPage, UnknownScript } from '#ui/lanes/LanesPage.tsx';

export function LanesRoute() {
  const [params] = useSearchParams();
  const { search } = useLocation();
  const wanted = params.get('script') ?? laneScripts[0];
  const script = laneScripts.find((id) => id === wanted);
  return script === undefined ? <UnknownScript id={wanted} /> : <LanesPage script={script} initial={stepIn(search)} />;
}
