import { ReferenceOverview } from '#ui/reference/ReferenceOverview.tsx';

export function ReferenceRoute() {
  return <ReferenceOverview />;
}
