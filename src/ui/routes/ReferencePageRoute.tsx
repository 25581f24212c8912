import type { ComponentType } from 'react';
import { useParams } from '#ui/router/navigation.ts';
import { isReferencePage, type ReferencePageId } from '#app/reference/pages.ts';
import { ClaimsPage } from '#ui/reference/ClaimsPage.tsx';
import { EndpointsPage } from '#ui/reference/EndpointsPage.tsx';
import { ErrorsPage } from '#ui/reference/ErrorsPage.tsx';
import { HostsPage } from '#ui/reference/HostsPage.tsx';
import { LimitsPage } from '#ui/reference/LimitsPage.tsx';
import { NamesPage } from '#ui/reference/NamesPage.tsx';
import { QuestionsPage } from '#ui/reference/QuestionsPage.tsx';
import { RolesPage } from '#ui/reference/RolesPage.tsx';
import { RulesPage } from '#ui/reference/RulesPage.tsx';
import { UnknownReference } from '#ui/reference/UnknownReference.tsx';

const pages: Readonly<Record<ReferencePageId, ComponentType>> = {
  questions: QuestionsPage,
  roles: RolesPage,
  errors: ErrorsPage,
  claims: ClaimsPage,
  endpoints: EndpointsPage,
  limits: LimitsPage,
  names: NamesPage,
  hosts: HostsPage,
  rules: RulesPage,
};

export function ReferencePageRoute() {
  const { page = '' } = useParams();
  if (!isReferencePage(page)) return <UnknownReference />;
  const Page = pages[page];
  return <Page key={page} />;
}
