import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { Announcer } from '#ui/kit/Announcer.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { SwitchField } from '#ui/kit/CheckField.tsx';
import { CopyButton } from '#ui/kit/CopyButton.tsx';
import { Dialog } from '#ui/kit/Dialog.tsx';
import { ErrorBoundary } from '#ui/kit/ErrorBoundary.tsx';
import { RadioGroup } from '#ui/kit/RadioGroup.tsx';
import { Slider } from '#ui/kit/Slider.tsx';
import { Tabs } from '#ui/kit/Tabs.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { useAnnounce } from '#ui/kit/announce.ts';

afterEach(() => vi.restoreAllMocks());

it('tabs are one stop of the Tab key and move by arrows, Home and End', async () => {
  const learner = userEvent.setup();
  render(
    <Tabs
      label="Views"
      tabs={[
        { id: 'request', label: 'Request', panel: 'GET /metadata' },
        { id: 'response', label: 'Response', panel: '200 OK' },
        { id: 'token', label: 'Token', panel: 'aud, oid' },
      ]}
    />,
  );
  const tabs = within(screen.getByRole('tablist', { name: 'Views' })).getAllByRole('tab');
  await learner.tab();
  expect(screen.getByRole('tab', { name: 'Request' })).toHaveFocus();
  expect(tabs.map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);

  await learner.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { name: 'Response', selected: true })).toHaveFocus();
  expect(screen.getByRole('tabpanel', { name: 'Response' })).toHaveTextContent('200 OK');

  await learner.keyboard('{End}');
  expect(screen.getByRole('tab', { name: 'Token', selected: true })).toHaveFocus();
  await learner.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { name: 'Request', selected: true })).toHaveFocus();
  await learner.keyboard('{ArrowLeft}{Home}');
  expect(screen.getByRole('tab', { name: 'Request', selected: true })).toHaveFocus();

  await learner.tab();
  expect(screen.getByRole('tabpanel', { name: 'Request' })).toHaveFocus();
});

function DeleteDialog() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Delete…</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Delete vm-web"
        actions={<Button onClick={() => setOpen(false)}>Keep it</Button>}
      >
        <p>Its system-assigned identity goes with it.</p>
      </Dialog>
    </>
  );
}

it('a dialog has its title for a name, takes the focus, and gives it back', async () => {
  const learner = userEvent.setup();
  render(<DeleteDialog />);
  await learner.click(screen.getByRole('button', { name: 'Delete…' }));
  const dialog = screen.getByRole('dialog', { name: 'Delete vm-web' });
  expect(within(dialog).getByRole('button', { name: 'Keep it' })).toHaveFocus();

  await learner.click(within(dialog).getByRole('button', { name: 'Keep it' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Delete…' })).toHaveFocus();
});

it('a dialog closes by its cross, and by a cancel of its own but not of a file chooser within', async () => {
  const learner = userEvent.setup();
  render(<DeleteDialog />);
  await learner.click(screen.getByRole('button', { name: 'Delete…' }));
  const dialog = screen.getByRole('dialog');
  dialog.querySelector('p')?.dispatchEvent(new Event('cancel', { bubbles: true }));
  expect(screen.getByRole('dialog')).toBeInTheDocument();
  await learner.click(within(dialog).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

function NameField() {
  const [name, setName] = useState('');
  return (
    <TextField
      label="Name"
      hint="Letters, digits and hyphens"
      value={name}
      onChange={setName}
      error={name.includes('_') ? 'The name has an underscore. Use a hyphen.' : null}
    />
  );
}

it('a field says its error in a live region and ties it to the control', async () => {
  const learner = userEvent.setup();
  render(<NameField />);
  const field = screen.getByRole('textbox', { name: 'Name' });
  expect(field).toHaveAccessibleDescription('Letters, digits and hyphens');
  expect(field).toBeValid();

  await learner.type(field, 'vm_web');
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription('Letters, digits and hyphens The name has an underscore. Use a hyphen.');
  expect(screen.getByText('The name has an underscore. Use a hyphen.').closest('[aria-live]')).toHaveAttribute(
    'aria-live',
    'polite',
  );
});

function Settings() {
  const [on, setOn] = useState(false);
  const [identity, setIdentity] = useState('system');
  const [speed, setSpeed] = useState(1);
  return (
    <>
      <SwitchField label="System-assigned identity" checked={on} onChange={setOn} hint="Acts at once" />
      <RadioGroup
        legend="Which identity?"
        value={identity}
        onChange={setIdentity}
        options={[
          { value: 'system', label: 'System-assigned' },
          { value: 'user', label: 'User-assigned', hint: 'Stands by itself' },
        ]}
      />
      <Slider label="Speed" value={speed} onChange={setSpeed} min={1} max={4} text={`${speed} times`} />
    </>
  );
}

it('switch, radios and slider are the native ones, with names and words', async () => {
  const learner = userEvent.setup();
  render(<Settings />);
  await learner.click(screen.getByRole('switch', { name: 'System-assigned identity' }));
  expect(screen.getByRole('switch', { name: 'System-assigned identity' })).toBeChecked();

  const group = screen.getByRole('group', { name: 'Which identity?' });
  await learner.click(within(group).getByLabelText('User-assigned'));
  expect(within(group).getByRole('radio', { name: 'User-assigned' })).toBeChecked();
  expect(within(group).getByRole('radio', { name: 'User-assigned' })).toHaveAccessibleDescription('Stands by itself');

  expect(screen.getByRole('slider', { name: 'Speed' })).toHaveAttribute('aria-valuetext', '1 times');
});

function Speaker() {
  const announce = useAnnounce();
  return <Button onClick={() => announce('Step 2 of 6')}>Say it</Button>;
}

it('the announcer speaks in one polite region, the same words twice as two changes', async () => {
  const learner = userEvent.setup();
  render(
    <Announcer>
      <Speaker />
    </Announcer>,
  );
  const region = screen.getByRole('status');
  await learner.click(screen.getByRole('button', { name: 'Say it' }));
  const first = region.firstChild;
  expect(region).toHaveTextContent('Step 2 of 6');
  await learner.click(screen.getByRole('button', { name: 'Say it' }));
  expect(region.firstChild).not.toBe(first);
  expect(region).toHaveTextContent('Step 2 of 6');
});

it('copying says that it is done, or what to do instead', async () => {
  const learner = userEvent.setup();
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce();
  render(
    <Announcer>
      <CopyButton text="az vm delete" />
    </Announcer>,
  );
  await learner.click(screen.getByRole('button', { name: 'Copy' }));
  expect(write).toHaveBeenCalledWith('az vm delete');
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeInTheDocument();

  write.mockRejectedValueOnce(new Error('denied'));
  await learner.click(screen.getByRole('button', { name: 'Copied' }));
  expect(screen.getByRole('status')).toHaveTextContent('copy it by hand');
});

function Broken(): never {
  throw new Error('a hop without a receiver');
}

it('the error boundary offers a reload and the log, and tries again under a new key', async () => {
  const learner = userEvent.setup();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const { rerender } = render(
    <ErrorBoundary resetKey="/flow" log={() => 'seed 7, 12 entries'}>
      <Broken />
    </ErrorBoundary>,
  );
  // The words are there at once, what can be pressed when it has come.
  expect(screen.getByRole('alert')).toHaveTextContent('This part stopped working');
  await screen.findByRole('button', { name: 'Reload the page' });
  const alert = screen.getByRole('alert');
  await learner.click(within(alert).getByRole('button', { name: 'Copy the log' }));
  expect(write.mock.lastCall?.[0]).toContain('a hop without a receiver');
  expect(write.mock.lastCall?.[0]).toContain('seed 7, 12 entries');

  rerender(
    <ErrorBoundary resetKey="/quiz">
      <p>All well</p>
    </ErrorBoundary>,
  );
  expect(screen.getByText('All well')).toBeInTheDocument();
});
