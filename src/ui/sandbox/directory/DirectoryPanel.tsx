import { Card } from '#ui/kit/Card.tsx';
import { peopleWords as words } from '#words/sandbox/people.ts';
import { ApplicationsSection, AppRolesSection } from './ApplicationsSection.tsx';
import { GroupsSection } from './GroupsSection.tsx';
import { PeopleSection } from './PeopleSection.tsx';

/** What is in the tenant besides identities: people, groups, applications and app roles. */
export function DirectoryPanel() {
  return (
    <Card title={words.directory}>
      <PeopleSection />
      <GroupsSection />
      <ApplicationsSection />
      <AppRolesSection />
    </Card>
  );
}
