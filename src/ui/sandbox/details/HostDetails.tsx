import { lazy, Suspense, useMemo } from 'react';
import { principalOf, rolesOf } from '#app/sandbox/facts.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Host } from '#domain/arm/resource.ts';
import { Card } from '#ui/kit/Card.tsx';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { bladeWords } from '#words/blade.ts';
import { manageWords } from '#words/sandbox/manage.ts';
import { SdkSection } from '#ui/sdk/SdkSection.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import { More, Rest } from '../More.tsx';
import { Section } from '../Section.tsx';
import styles from '../Stack.module.css';
import { AssignRoleForm } from './AssignRoleForm.tsx';
import { CallForm } from './CallForm.tsx';
import { DeleteButton } from './DeleteButton.tsx';
import { IdentitySection } from './IdentitySection.tsx';
import { Ids } from './Ids.tsx';
import { MachineSections } from './machine/MachineSections.tsx';
import { ManageSection } from './manage/ManageSection.tsx';
import { WriteIdentityForm } from './manage/WriteIdentityForm.tsx';
import { RoleList } from './RoleList.tsx';
import { SiteSections } from './site/SiteSections.tsx';
import { TokenForm } from './TokenForm.tsx';
import { ChainSection } from '../why/ChainSection.tsx';
import { ReachSection } from '../why/ReachSection.tsx';

const words = sandboxWords.details;
const IdentityMenu = lazy(async () => ({ default: (await import('#ui/blade/IdentityMenu.tsx')).IdentityMenu }));

/** A host: its identities and their roles, the requests that its code can send, its end. */
export function HostDetails({ host }: { host: Host }) {
  const state = useCloud();
  const principal = principalOf(state, host);
  const origin = { kind: 'host', resourceId: host.id } as const;
  const foothold = useMemo(() => ({ kind: 'code', hostId: host.id }) as const, [host.id]);
  const isSite = host.kind === 'webApp' || host.kind === 'webAppSlot' || host.kind === 'functionApp';
  const isMachine = host.kind === 'virtualMachine' || host.kind === 'vmScaleSet';
  return (
    <Card title={<Mark kind={host.kind} name={host.name} />}>
      <IdentitySection host={host} />
      {principal !== undefined && (
        <Section title={words.roles}>
          <RoleList rows={rolesOf(state, principal.id)} tells="scope" empty={words.noRoles} />
          <Disclosure summary={words.assignRole}>
            <AssignRoleForm principalId={principal.id} wide />
          </Disclosure>
        </Section>
      )}
      <Section title={words.askToken}>
        <TokenForm origin={origin} isApp={!isMachine} />
      </Section>
      <Section title={words.call}>
        <CallForm origin={origin} wide />
      </Section>
      <SdkSection origin={origin} />
      <Rest>
        {() => (
          <>
            <div className={styles.tight}>
              <ChainSection origin={origin} />
              <ReachSection from={foothold} />
              <More summary={bladeWords.inPortal}>
                {() => (
                  <Suspense fallback={null}>
                    <IdentityMenu host={host} />
                  </Suspense>
                )}
              </More>
              <Disclosure summary={manageWords.writeIdentity}>
                <WriteIdentityForm host={host} />
              </Disclosure>
              <Disclosure summary={words.resourceId}>
                <Ids
                  resourceId={host.id}
                  principalId={principal?.id}
                  clientId={principal?.appId}
                  tenantId={state.tenantId}
                />
              </Disclosure>
            </div>
            {isMachine && <MachineSections host={host} />}
            {isSite && <SiteSections host={host} />}
            <ManageSection resource={host} />
          </>
        )}
      </Rest>
      <DeleteButton name={host.name} command={{ type: 'DeleteResource', id: host.id }} />
    </Card>
  );
}
