import { useState } from 'react';
import { Button } from '#ui/kit/Button.tsx';
import { Card } from '#ui/kit/Card.tsx';
import { CheckField, SwitchField } from '#ui/kit/CheckField.tsx';
import { Chip } from '#ui/kit/Chip.tsx';
import { CodeBlock } from '#ui/kit/CodeBlock.tsx';
import { DefinitionList } from '#ui/kit/DefinitionList.tsx';
import { Dialog } from '#ui/kit/Dialog.tsx';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { EmptyState } from '#ui/kit/EmptyState.tsx';
import { HttpView } from '#ui/kit/HttpView.tsx';
import { LineDrawing } from '#ui/kit/Icon.tsx';
import { IconButton } from '#ui/kit/IconButton.tsx';
import { iconPaths } from '#ui/kit/icon-paths.ts';
import { JsonView } from '#ui/kit/JsonView.tsx';
import { Kbd } from '#ui/kit/Kbd.tsx';
import { moreIconPaths } from '#ui/kit/more-icon-paths.ts';
import { Notice } from '#ui/kit/Notice.tsx';
import { Plate } from '#ui/kit/Plate.tsx';
import { Progress } from '#ui/kit/Progress.tsx';
import { RadioGroup } from '#ui/kit/RadioGroup.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { Slider } from '#ui/kit/Slider.tsx';
import { Tabs } from '#ui/kit/Tabs.tsx';
import { TextAreaField } from '#ui/kit/TextAreaField.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { Toolbar } from '#ui/kit/Toolbar.tsx';
import { HostShape } from '#ui/subject/HostShape.tsx';
import type { MarkKind } from '#ui/subject/kinds.ts';
import { Mark } from '#ui/subject/Mark.tsx';
import { MessageArrow } from '#ui/subject/MessageArrow.tsx';
import { PrincipalSeal } from '#ui/subject/PrincipalSeal.tsx';
import { RoleLine } from '#ui/subject/RoleLine.tsx';
import { SimulatorText } from '#ui/subject/SimulatorText.tsx';
import { TargetShape } from '#ui/subject/TargetShape.tsx';
import { Tether } from '#ui/subject/Tether.tsx';
import { TokenPill } from '#ui/subject/TokenPill.tsx';
import { UserIdentityShape } from '#ui/subject/UserIdentityShape.tsx';
import { Verdict } from '#ui/subject/Verdict.tsx';
import { subjectWords } from '#ui/words/words.ts';

const answer = {
  startLine: 'HTTP/1.1 200 OK',
  headers: [['Content-Type', 'application/json; charset=utf-8']],
  body: JSON.stringify({
    access_token: `eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.${'eyJhdWQiOiJodHRwczov'.repeat(20)}.${'c2lnbmF0dXJl'.repeat(20)}`,
    client_id: '0f0e0d0c-0b0a-4908-8706-050403020100',
    expires_in: '86399',
    resource: 'https://vault.azure.net',
    token_type: 'Bearer',
  }),
} as const;

const request = {
  startLine:
    'GET /metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net HTTP/1.1',
  headers: [
    ['Host', '169.254.169.254'],
    ['Metadata', 'true'],
  ],
  body: '',
} as const;

const refusal = {
  startLine: 'HTTP/1.1 403 Forbidden',
  headers: [['Content-Type', 'application/json']],
  body: '{"error":{"code":"Forbidden","message":"Caller is not authorized to perform action on resource.","innererror":{"code":"ForbiddenByRbac"}}}',
} as const;

/** Every piece of the visual language on one page: looked at by people, rendered by a test. */
export function Gallery() {
  return (
    <main style={{ display: 'grid', gap: '2rem', padding: '1.5rem', maxWidth: '76rem', margin: 'auto' }}>
      <h1>Pieces</h1>
      <Shapes />
      <Marks />
      <Controls />
      <Wire />
      <Icons />
    </main>
  );
}

function Shapes() {
  return (
    <Plate title="The shapes">
      <svg viewBox="0 0 900 470" width="100%">
        <HostShape x={20} y={20} width={210} kind="virtualMachine" name="vm-web" systemAssigned />
        <HostShape x={20} y={130} width={210} kind="webApp" name="app-shop-with-a-very-long-name-indeed" />
        <HostShape x={20} y={215} width={210} kind="functionApp" name="func-orders" />
        <UserIdentityShape x={310} y={150} width={190} name="id-shop-reader" />
        <Tether from={{ x: 310, y: 174 }} to={{ x: 230, y: 158 }} />
        <Tether from={{ x: 310, y: 174 }} to={{ x: 230, y: 243 }} stale />
        <PrincipalSeal x={310} y={20} width={190} name="vm-web" of="system" />
        <PrincipalSeal x={310} y={84} width={190} name="id-shop-reader" of="user" />
        <PrincipalSeal x={310} y={215} width={190} name="vm-web" of="system" deleted="purged on 24 December" />
        <TargetShape x={680} y={20} width={200} kind="keyVault" name="kv-shop" />
        <TargetShape x={680} y={110} width={200} kind="storageAccount" name="stshopimages" />
        <TargetShape x={680} y={215} width={200} kind="keyVault" name="kv-shop" />
        <RoleLine from={{ x: 500, y: 46 }} to={{ x: 678, y: 46 }} role="Key Vault Secrets User" />
        <RoleLine from={{ x: 500, y: 110 }} to={{ x: 678, y: 136 }} role="Storage Blob Data Reader" state="pending" />
        <RoleLine from={{ x: 500, y: 241 }} to={{ x: 678, y: 241 }} role="Key Vault Secrets User" state="orphaned" />
        <MessageArrow from={{ x: 40, y: 345 }} to={{ x: 290, y: 345 }} kind="request" label="GET /metadata/identity" />
        <MessageArrow from={{ x: 290, y: 385 }} to={{ x: 40, y: 385 }} kind="response" label="200" />
        <TokenPill x={380} y={345} />
        <TokenPill x={500} y={345} life={0.3} label="vault.azure.net" />
        <TokenPill x={620} y={345} life={0} label="expired" />
        <Verdict x={340} y={375} allowed status={200} />
        <Verdict x={440} y={375} allowed={false} status={403} />
      </svg>
    </Plate>
  );
}

function Marks() {
  const kinds = Object.keys(subjectWords.kinds) as MarkKind[];
  return (
    <Card title="Marks">
      <p style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem' }}>
        {kinds.map((kind) => (
          <Mark key={kind} kind={kind} />
        ))}
      </p>
      <p style={{ fontSize: 'var(--text-md)', lineHeight: 'var(--leading-prose)', maxWidth: 'var(--measure)' }}>
        The application on <Mark kind="virtualMachine" name="vm-web" /> asks <Mark kind="imds" name="IMDS" />, which
        answers with a <Mark kind="token" />. The vault <Mark kind="keyVault" name="kv-shop" /> compares the role of{' '}
        <Mark kind="systemPrincipal" name="vm-web" /> and says <Mark kind="refused" name={403} />. It is{' '}
        <SimulatorText>worded like this</SimulatorText> here, and{' '}
        <Mark kind="userAssignedIdentity" name="id-shop-reader" /> would have got <Mark kind="allowed" name={200} />.
      </p>
    </Card>
  );
}

function Controls() {
  const [name, setName] = useState('vm_web');
  const [on, setOn] = useState(true);
  const [choice, setChoice] = useState<string>('system');
  const [speed, setSpeed] = useState(3);
  const [open, setOpen] = useState(false);
  return (
    <Card title="Controls" tools={<Chip icon="clock">09:00</Chip>}>
      <Toolbar label="Buttons">
        <Button variant="primary" icon="play">
          Play
        </Button>
        <Button onClick={() => setOpen(true)}>Open a dialog</Button>
        <Button variant="quiet" icon="undo">
          Undo
        </Button>
        <Button variant="danger" icon="trash">
          Delete vm-web
        </Button>
        <Button disabled>Not now</Button>
        <IconButton name="Back" icon="back" />
        <IconButton name="Next" icon="next" />
        <IconButton name="As a list" icon="list" aria-pressed />
      </Toolbar>
      <div style={{ display: 'grid', gap: '1rem', gridTemplateColumns: 'repeat(auto-fit, minmax(15rem, 1fr))' }}>
        <TextField
          label="Name"
          hint="1 to 64 letters, digits and hyphens"
          value={name}
          onChange={setName}
          error={name.includes('_') ? 'The name has an underscore. Use a hyphen: vm-web.' : null}
        />
        <SelectField
          label="Role"
          value="reader"
          onChange={() => {}}
          options={[
            { label: 'Key Vault', options: [{ value: 'reader', label: 'Key Vault Secrets User' }] },
            { value: 'other', label: 'Reader' },
          ]}
        />
        <div>
          <CheckField label="Remember" checked={on} onChange={setOn} hint="Until the page is closed" />
          <SwitchField label="System-assigned identity" checked={on} onChange={setOn} />
        </div>
        <RadioGroup
          legend="Which identity?"
          value={choice}
          onChange={setChoice}
          options={[
            { value: 'system', label: <Mark kind="systemAssignedIdentity" />, hint: 'Goes with its host' },
            { value: 'user', label: <Mark kind="userAssignedIdentity" />, hint: 'Stands by itself' },
          ]}
        />
        <Slider label="Speed" value={speed} onChange={setSpeed} min={1} max={5} text={`${speed}×`} />
        <Progress label="Course" value={3} max={8} text="3 of 8" />
        <TextAreaField label="Paste a world" value="" onChange={() => {}} />
      </div>
      <Tabs
        label="Views"
        tabs={[
          { id: 'facts', label: 'Facts', panel: <Facts /> },
          {
            id: 'keys',
            label: 'Keys',
            panel: (
              <p>
                Step with <Kbd>→</Kbd> and <Kbd>←</Kbd>.
              </p>
            ),
          },
        ]}
      />
      <Notice title="The role takes effect by 09:10 at the latest.">Until then the vault answers 403.</Notice>
      <Notice
        tone="refused"
        title="The file is not a world: it ends too early."
        actions={<Button>Choose another</Button>}
      >
        Your present world is untouched.
      </Notice>
      <Notice tone="allowed" title="Right." />
      <Notice tone="warning" title="This name was used before." />
      <Disclosure summary="Why?">Because a new identity has a new principal.</Disclosure>
      <EmptyState title="Nothing here yet" actions={<Button variant="primary">Create a virtual machine</Button>}>
        Create a host, give it an identity, and watch it ask for a token.
      </EmptyState>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Delete vm-web"
        actions={
          <>
            <Button onClick={() => setOpen(false)}>Keep it</Button>
            <Button variant="danger" icon="trash">
              Delete vm-web
            </Button>
          </>
        }
      >
        <p>Its system-assigned identity goes with it. Its role assignments stay.</p>
      </Dialog>
    </Card>
  );
}

function Facts() {
  return (
    <DefinitionList
      items={[
        { term: 'Object (principal) ID', detail: '1c6f2d3e-4b5a-4978-8a9b-0c1d2e3f4a5b' },
        { term: 'Status', detail: 'On' },
      ]}
    />
  );
}

function Wire() {
  return (
    <section style={{ display: 'grid', gap: '1rem', gridTemplateColumns: 'repeat(auto-fit, minmax(17rem, 1fr))' }}>
      <h2 style={{ gridColumn: '1 / -1' }}>Wire</h2>
      <HttpView title="Request" message={request} />
      <HttpView title="Response" message={answer} />
      <HttpView title="Response" message={refusal} foot={<SimulatorText>Wording not documented</SimulatorText>} />
      <JsonView title="Claims" value={{ aud: 'https://vault.azure.net', exp: 1764061200, idtyp: 'app', roles: null }} />
      <CodeBlock
        title="bash"
        text={
          "curl -H 'Metadata: true' \\\n  'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01'"
        }
      />
    </section>
  );
}

function Icons() {
  return (
    <Card title="Icons">
      <ul className="icons" style={{ display: 'flex', flexWrap: 'wrap', gap: '1rem' }}>
        {Object.entries({ ...iconPaths, ...moreIconPaths }).map(([icon, path]) => (
          <li key={icon} style={{ display: 'grid', justifyItems: 'center', width: '6rem', fontSize: 'var(--text-xs)' }}>
            <LineDrawing path={path} size={28} />
            {icon}
          </li>
        ))}
      </ul>
    </Card>
  );
}
