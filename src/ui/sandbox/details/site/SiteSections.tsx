import type { Host } from '#domain/arm/resource.ts';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { siteWords as words } from '#words/sandbox/site.ts';
import { AuthenticationForm } from './AuthenticationForm.tsx';
import { ReferenceIdentityForm } from './ReferenceIdentityForm.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import { SlotSection } from './SlotSection.tsx';

/** What apps and slots have and machines do not. */
export function SiteSections({ host }: { host: Host }) {
  return (
    <>
      {host.kind === 'webAppSlot' && <SlotSection host={host} />}
      <SettingsSection host={host} />
      <Disclosure summary={words.referenceIdentity}>
        <ReferenceIdentityForm host={host} />
      </Disclosure>
      <Disclosure summary={words.authentication}>
        <AuthenticationForm host={host} />
      </Disclosure>
    </>
  );
}
