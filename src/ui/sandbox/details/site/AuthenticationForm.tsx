import { useState } from 'react';
import { registeredApplications, siteConfigOf } from '#app/sandbox/services.ts';
import { identitiesIn } from '#app/sandbox/facts.ts';
import { namesIn } from '#app/sandbox/names.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { UnauthenticatedAction } from '#domain/appservice/state.ts';
import type { Host } from '#domain/arm/resource.ts';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { siteWords as words } from '#words/sandbox/site.ts';
import styles from '../../Stack.module.css';
import { CommandButtons } from '../../give/CommandButtons.tsx';
import { CommandForm } from '../../give/CommandForm.tsx';

const actions: readonly UnauthenticatedAction[] = ['Return401', 'Return403', 'RedirectToLoginPage', 'AllowAnonymous'];

/** "Easy Auth": App Service checks the token before the app's code sees the request. */
export function AuthenticationForm({ host }: { host: Host }) {
  const state = useCloud();
  const { authentication } = siteConfigOf(state, host);
  const applications = registeredApplications(state);
  const identities = identitiesIn(state);
  const [chosen, setChosen] = useState('');
  const [client, setClient] = useState('');
  const [action, setAction] = useState<UnauthenticatedAction>('Return401');
  const application = applications.find(({ appId }) => appId === chosen) ?? applications[0];
  const only = identities.find(({ clientId }) => clientId === client);
  return (
    <div className={styles.stack}>
      <p className={styles.soft}>
        {authentication === null
          ? words.authenticationOff
          : words.authenticationOn(namesIn(state).api(authentication.clientId))}
      </p>
      {authentication !== null && (
        <CommandButtons
          choices={[
            { action: words.turnOff, command: { type: 'SetAuthentication', id: host.id, authentication: null } },
          ]}
        />
      )}
      {application === undefined ? (
        <p className={styles.soft}>{words.noApplication}</p>
      ) : (
        <CommandForm
          command={{
            type: 'SetAuthentication',
            id: host.id,
            authentication: {
              clientId: application.appId,
              allowedAudiences: [`api://${application.appId}`],
              allowedApplications: only === undefined ? null : [only.clientId],
              unauthenticatedAction: action,
            },
          }}
          action={words.turnOn}
        >
          <SelectField
            label={words.application}
            value={application.appId}
            onChange={setChosen}
            options={applications.map(({ appId, displayName }) => ({ value: appId, label: displayName }))}
          />
          <SelectField
            label={words.clients}
            value={only?.clientId ?? ''}
            onChange={setClient}
            options={[
              { value: '', label: words.anyClient },
              ...identities.map(({ clientId, name }) => ({ value: clientId, label: name })),
            ]}
          />
          <SelectField
            label={words.unauthenticated}
            value={action}
            onChange={(value) => setAction(value as UnauthenticatedAction)}
            options={actions.map((each) => ({ value: each, label: words.unauthenticatedActions[each] }))}
          />
        </CommandForm>
      )}
    </div>
  );
}
