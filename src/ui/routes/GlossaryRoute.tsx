import { GlossaryPage } from '#ui/glossary/GlossaryPage.tsx';

export function GlossaryRoute() {
  return <GlossaryPage />;
}
