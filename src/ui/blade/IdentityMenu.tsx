import { useState } from 'react';
import type { Host } from '#domain/arm/resource.ts';
import { Tabs } from '#ui/kit/Tabs.tsx';
import { bladeWords as words } from '#words/blade.ts';
import { BladeFrame } from './BladeFrame.tsx';
import type { RolesOf } from './roles-of.ts';
import { RoleAssignmentsView } from './RoleAssignmentsView.tsx';
import { SystemAssignedTab } from './SystemAssignedTab.tsx';
import { UserAssignedTab } from './UserAssignedTab.tsx';

/** The portal's Identity menu of a host, over the world around it. */
export function IdentityMenu({ host }: { readonly host: Host }) {
  const [tab, setTab] = useState('system');
  const [roles, setRoles] = useState<RolesOf | null>(null);
  return (
    <BladeFrame host={host}>
      {roles === null ? (
        <Tabs
          label={words.label}
          selected={tab}
          onSelect={setTab}
          tabs={[
            { id: 'system', label: words.tabs.system, panel: <SystemAssignedTab host={host} onRoles={setRoles} /> },
            { id: 'user', label: words.tabs.user, panel: <UserAssignedTab host={host} onRoles={setRoles} /> },
          ]}
        />
      ) : (
        <RoleAssignmentsView of={roles} onBack={() => setRoles(null)} />
      )}
    </BladeFrame>
  );
}
