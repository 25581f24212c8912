import type { Target } from '#domain/arm/resource.ts';
import { Card } from '#ui/kit/Card.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { ContentsSection } from './ContentsSection.tsx';
import { DeleteButton } from './DeleteButton.tsx';
import { RolesAtSection } from './ScopeDetails.tsx';

const dataRole = {
  keyVault: 'Key Vault Secrets User',
  storageAccount: 'Storage Blob Data Reader',
} as const;

/** A target: what it holds, and who may reach it. */
export function TargetDetails({ target }: { target: Target }) {
  return (
    <Card title={<Mark kind={target.kind} name={target.name} />}>
      <ContentsSection target={target} />
      <RolesAtSection scope={target.id} role={dataRole[target.kind]} />
      <DeleteButton name={target.name} command={{ type: 'DeleteResource', id: target.id }} />
    </Card>
  );
}
