import { GuidePage } from '#ui/guide/GuidePage.tsx';

export function GuideRoute() {
  return <GuidePage />;
}
