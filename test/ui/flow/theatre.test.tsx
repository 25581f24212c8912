import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { allowed } from '#test/app/flow/scenarios.ts';
import { libraryOf, openTheatre, withoutMotion } from './theatre.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the steps', () => {
  it('are a list; choosing one shows it', async () => {
    const theatre = await openTheatre('/flow');
    await screen.findByRole('button', { name: 'Play' });
    expect(theatre.steps().map((item) => item.textContent)).toEqual([
      '1The application on vm-web asks IMDS for a token',
      '2IMDS signs in to Microsoft Entra ID as vm-web',
      '3Microsoft Entra ID issues a token, carries the token',
      '4IMDS hands the token to the application, carries the token',
      '5The application calls kv-shop with the token, carries the token',
      '6kv-shop answers: 200',
    ]);
    expect(theatre.currentStep()).toBeNull();
    await theatre.press('Microsoft Entra ID issues a token, carries the token');
    expect(theatre.currentStep()).toBe('Microsoft Entra ID issues a token, carries the token');
    expect(screen.getByText(/It lives for 24 hours/, { selector: 'p' })).toBeVisible();
    expect(theatre.address()).toBe('/flow?step=3');
  });

  it('go on and back by buttons, each an entry of the history', async () => {
    const theatre = await openTheatre('/flow?scenario=allowed&step=4');
    await screen.findByRole('button', { name: 'Play' });
    expect(theatre.currentStep()).toContain('IMDS hands the token');
    await theatre.press('Next step');
    expect(theatre.currentStep()).toContain('The application calls kv-shop');
    expect(theatre.address()).toBe('/flow?scenario=allowed&step=5');
    await theatre.press('Step back');
    await theatre.press('Step back');
    expect(theatre.currentStep()).toContain('Microsoft Entra ID issues a token');
    await theatre.browserBack();
    expect(theatre.currentStep()).toContain('IMDS hands the token');
    expect(theatre.address()).toBe('/flow?scenario=allowed&step=4');
    await theatre.press('Back to the beginning');
    expect(theatre.currentStep()).toBeNull();
    expect(theatre.address()).toBe('/flow?scenario=allowed');
  });

  it('are announced once each', async () => {
    const theatre = await openTheatre('/flow?step=1');
    await screen.findByRole('button', { name: 'Play' });
    expect(theatre.announced()).toBe('');
    await theatre.press('Next step');
    expect(theatre.announced()).toMatch(/^Step 2 of 6\. IMDS signs in to Microsoft Entra ID as vm-web\. /);
  });
});

describe('keys', () => {
  it('go on, back, to the beginning and to the end', async () => {
    const theatre = await openTheatre('/flow');
    await screen.findByRole('button', { name: 'Play' });
    await theatre.user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(theatre.currentStep()).toContain('issues a token');
    await theatre.user.keyboard('{ArrowLeft}');
    expect(theatre.currentStep()).toContain('signs in');
    await theatre.user.keyboard('{End}');
    expect(theatre.currentStep()).toContain('kv-shop answers: 200');
    await theatre.user.keyboard('{Home}');
    expect(theatre.currentStep()).toBeNull();
  });

  it('Space plays and pauses, unless a button has the focus', async () => {
    const theatre = await openTheatre('/flow');
    await screen.findByRole('button', { name: 'Play' });
    await theatre.user.keyboard(' ');
    expect(screen.getByRole('button', { name: 'Pause' })).toBeVisible();
    expect(theatre.currentStep()).toContain('asks IMDS for a token');
    await theatre.user.keyboard(' ');
    expect(screen.getByRole('button', { name: 'Play' })).toBeVisible();
    screen.getByRole('button', { name: 'Next step' }).focus();
    await theatre.user.keyboard(' ');
    expect(theatre.currentStep()).toContain('asks IMDS for a token');
    expect(screen.getByRole('button', { name: 'Play' })).toBeVisible();
  });

  it('belong to a list, a slider and tabs while those have the focus', async () => {
    const theatre = await openTheatre('/flow?step=2');
    await screen.findByRole('button', { name: 'Play' });
    screen.getByRole('combobox', { name: 'Scenario' }).focus();
    await theatre.user.keyboard('{End} ');
    expect(theatre.currentStep()).toContain('signs in');
    screen.getByRole('tab', { name: 'Message' }).focus();
    await theatre.user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Token', selected: true })).toHaveFocus();
    expect(theatre.currentStep()).toContain('signs in');
    const slider = screen.getByRole('slider', { name: 'Position' });
    slider.focus();
    await theatre.user.keyboard('{ArrowRight}');
    expect(theatre.currentStep()).toContain('issues a token');
    expect(slider).toHaveAttribute('aria-valuetext', 'Step 3 of 6. Microsoft Entra ID issues a token');
  });

  it('? lists them', async () => {
    const theatre = await openTheatre('/flow');
    await screen.findByRole('button', { name: 'Play' });
    await theatre.user.keyboard('?');
    const dialog = await screen.findByRole('dialog', { name: 'Keys' });
    expect(within(dialog).getByText('Step back')).toBeVisible();
    await theatre.user.keyboard('{ArrowRight}');
    expect(theatre.currentStep()).toBeNull();
  });
});

describe('what is behind a step', () => {
  it('the message as it is on the wire, the token signed and shortened', async () => {
    await openTheatre('/flow?step=5');
    expect(await screen.findByText(/db-password/, { selector: 'code *' })).toBeVisible();
    expect(await screen.findByText(/more…/)).toBeVisible();
    expect(screen.queryByText(/\{token:/)).not.toBeInTheDocument();
  });

  it('the claims of the token with their meaning', async () => {
    const theatre = await openTheatre('/flow?step=3');
    await screen.findByRole('tab', { name: 'Token', selected: true });
    expect(screen.getByText('Audience: whom the token is for.', { exact: false })).toBeVisible();
    expect(screen.getByText('3 March 2026, 09:00 UTC')).toBeVisible();
    await theatre.openTab('Gates');
    expect(screen.getByText('Nothing is decided in this step')).toBeVisible();
  });

  it('the gates of a refusal: what passed, what refused and what was compared', async () => {
    await openTheatre('/flow?scenario=no-role&step=6');
    await screen.findByRole('tab', { name: 'Gates', selected: true });
    const panel = screen.getByRole('tabpanel');
    const gates = within(panel).getAllByRole('listitem');
    expect(gates).toHaveLength(7);
    expect(gates[3]).toHaveTextContent('The token is for this service passed');
    expect(gates[5]).toHaveTextContent('The network lets the address in passed');
    expect(gates[6]).toHaveTextContent('A role allows the action refused');
    expect(gates[6]).toHaveTextContent('Microsoft.KeyVault/vaults/secrets/getSecret/action');
    expect(screen.getByText(/To have an identity is not to have access/)).toBeVisible();
  });

  it('the simulator’s own words are marked', async () => {
    const theatre = await openTheatre('/flow?step=3');
    await screen.findByRole('tab', { name: 'Token', selected: true });
    await theatre.openTab('Message');
    expect(await screen.findByText('simulator text', { selector: '[role=note]' })).toBeVisible();
  });

  it('what the reader chose stays', async () => {
    const theatre = await openTheatre('/flow?step=2');
    await screen.findByRole('tab', { name: 'Message', selected: true });
    await theatre.openTab('Message');
    await theatre.press('Next step');
    expect(screen.getByRole('tab', { name: 'Message', selected: true })).toBeVisible();
  });
});

describe('the address', () => {
  it('opens a refusal at its step', async () => {
    const theatre = await openTheatre('/flow?scenario=several-identities&step=2');
    await waitFor(() => expect(theatre.currentStep()).toBe('IMDS refuses: 400'));
    expect(screen.getByText(/carries id-shop-reader and id-shop-writer, and the request names neither/)).toBeVisible();
    expect(screen.getByText(/Multiple user assigned identities exist/)).toBeVisible();
  });

  it.each(['0', '-1', 'two', '2.5'])('a step that is none (%s) is the beginning', async (step) => {
    const theatre = await openTheatre(`/flow?step=${step}`);
    expect(await screen.findByText('Before the first message')).toBeVisible();
    expect(theatre.currentStep()).toBeNull();
  });

  it('a step beyond the end is the last', async () => {
    const theatre = await openTheatre('/flow?step=99');
    await waitFor(() => expect(theatre.currentStep()).toContain('kv-shop answers: 200'));
  });

  it('names another scenario when one is chosen', async () => {
    const theatre = await openTheatre('/flow?step=3');
    await screen.findByRole('button', { name: 'Play' });
    await theatre.user.selectOptions(screen.getByRole('combobox', { name: 'Scenario' }), 'Title of no-role');
    expect(await screen.findByRole('heading', { level: 1, name: 'Title of no-role' })).toBeVisible();
    expect(theatre.address()).toBe('/flow?scenario=no-role');
    expect(await screen.findByText('Before the first message')).toBeVisible();
  });

  it('an unknown scenario says so and lists those there are', async () => {
    await openTheatre('/flow?scenario=nowhere');
    expect(screen.getByRole('heading', { level: 1, name: 'No such scenario' })).toBeVisible();
    expect(screen.getByText(/“nowhere”/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Title of cached' })).toHaveAttribute('href', '/flow?scenario=cached');
  });
});

it('without motion a step jumps', async () => {
  withoutMotion();
  const theatre = await openTheatre('/flow');
  await screen.findByRole('button', { name: 'Play' });
  await theatre.press('Next step');
  expect(theatre.currentStep()).toContain('asks IMDS for a token');
  expect(screen.getByRole('slider', { name: 'Position' })).toHaveValue('1');
});

it('on a projector the picture stands alone and the rest comes when asked for', async () => {
  const theatre = await openTheatre('/flow?present=1&step=2');
  await screen.findByRole('button', { name: 'Play' });
  expect(screen.queryByRole('combobox', { name: 'Scenario' })).not.toBeInTheDocument();
  expect(screen.queryByRole('tab')).not.toBeInTheDocument();
  await theatre.user.keyboard('{ArrowRight}');
  expect(theatre.address()).toBe('/flow?present=1&step=3');
  await theatre.press('Show what is behind the step');
  expect(screen.getByRole('tab', { name: 'Token', selected: true })).toBeVisible();
  await theatre.openTab('Steps');
  expect(theatre.currentStep()).toContain('issues a token');
});

it('copies the steps as Mermaid', async () => {
  const theatre = await openTheatre('/flow');
  await screen.findByRole('button', { name: 'Play' });
  await theatre.press('Copy as Mermaid');
  await waitFor(async () => expect(await navigator.clipboard.readText()).toMatch(/^sequenceDiagram\n/));
});

it('a scenario that does not arrive can be asked for again', async () => {
  let connected = false;
  const library = libraryOf(() => (connected ? Promise.resolve(allowed) : Promise.reject(new Error('offline'))));
  const theatre = await openTheatre('/flow', library);
  expect(await screen.findByText('The scenario could not be loaded')).toBeVisible();
  connected = true;
  await theatre.press('Try again');
  expect(await screen.findByRole('button', { name: 'Play' })).toBeVisible();
});
