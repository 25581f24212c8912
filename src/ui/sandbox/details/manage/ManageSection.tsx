import type { Resource } from '#domain/arm/resource.ts';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { manageWords as words } from '#words/sandbox/manage.ts';
import { Section } from '../../Section.tsx';
import { DenySection } from './DenySection.tsx';
import { LocksSection } from './LocksSection.tsx';
import { MoveForm } from './MoveForm.tsx';
import { TagsForm } from './TagsForm.tsx';

/** What every resource can have. */
export function ManageSection({ resource }: { resource: Resource }) {
  return (
    <Section title={words.manage}>
      <Disclosure summary={words.tags}>
        <TagsForm resource={resource} />
      </Disclosure>
      <Disclosure summary={words.locks}>
        <LocksSection scope={resource.id} />
      </Disclosure>
      <Disclosure summary={words.deny}>
        <DenySection scope={resource.id} />
      </Disclosure>
      <Disclosure summary={words.move}>
        <MoveForm resource={resource} />
      </Disclosure>
    </Section>
  );
}
