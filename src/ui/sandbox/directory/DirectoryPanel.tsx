import { Card } from '#ui/kit/Card.tsx';
import { peopleWords as words } from '#words/sandbox/people.ts';
import { ApplicationsSection, AppRolesSection } from './ApplicationsSection.tsx';
import { GroupsSection } from './GroupsSection.tsx';
import { PeopleSection } from './PeopleSection.tsx';
import { SignInSection } from './SignInSection.tsx';

/** What is in the tenant besides identities: people, groups, applications, app roles, and who signed in. */
export function DirectoryPanel() {
  return (
    <Card title={words.directory}>
      <PeopleSection />
      <GroupsSection />
      <ApplicationsSection />
      <AppRolesSection />
      <SignInSection />
    </Card>
  );
}
