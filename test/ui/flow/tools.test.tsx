import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Voice } from '#app/flow/voice.ts';
import { openTheatre, withoutMotion } from './theatre.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a message', () => {
  it('explains its parts, and lights up its ids wherever they stand', async () => {
    const theatre = await openTheatre('/flow?step=2');
    const part = await screen.findByRole('option', { name: /^client_id/ });
    await theatre.user.hover(part);
    expect(part).toHaveAccessibleDescription(/The client ID of whoever asks.*Microsoft Entra ID, which finds/);
    await theatre.user.hover(within(part).getByText(/^[0-9a-f-]{36}$/));
    expect(screen.getByText('of the system-assigned identity of vm-web')).toBeVisible();
  });

  it('leaves the arrows to the player until a part has the focus', async () => {
    const theatre = await openTheatre('/flow?step=1');
    const method = await screen.findByRole('option', { name: 'GET' });
    act(() => method.focus());
    await theatre.user.keyboard('{ArrowRight}');
    expect(screen.getByRole('option', { name: '/metadata/identity/oauth2/token' })).toHaveFocus();
    expect(theatre.currentStep()).toContain('asks IMDS for a token');
  });
});

describe('tampering with a token', () => {
  it('is refused by the signature check, and there is a way back', async () => {
    const theatre = await openTheatre('/flow?step=6');
    await screen.findByRole('tab', { name: 'Gates', selected: true });
    await theatre.openTab('Token');
    await theatre.press('Tamper with it');
    const tool = await screen.findByRole('region', { name: 'Tamper with the token' });
    const show = await within(tool).findByRole('button', { name: 'Show it to kv-shop' });
    expect(show).toBeDisabled();
    const value = await within(tool).findByRole('textbox', { name: 'New value' });
    await waitFor(() => expect(value).not.toHaveValue(''));
    await theatre.user.clear(value);
    await theatre.user.type(value, 'somebody-else');
    await waitFor(() => expect(show).toBeEnabled());
    expect(within(tool).getByTitle('changed')).toBeVisible();
    await theatre.user.click(show);
    const answer = await within(tool).findByRole('group', { name: 'What kv-shop answers' });
    expect(within(answer).getByText(/The signature was made for other bytes/)).toBeVisible();
    const refusing = within(answer).getByText('The signature is genuine').closest('li');
    expect(refusing).toHaveTextContent('refused');
    expect(refusing).toHaveTextContent('broken');
    expect(within(answer).getByText('401 Unauthorized')).toBeVisible();
    await theatre.press('Back to the genuine token');
    expect(screen.queryByRole('region', { name: 'Tamper with the token' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Tamper with it' })).toBeVisible();
  });

  it('forgets an answer when the token is changed again', async () => {
    const theatre = await openTheatre('/flow?step=5');
    await screen.findByRole('tab', { name: 'Token' });
    await theatre.openTab('Token');
    await theatre.press('Tamper with it');
    const tool = await screen.findByRole('region', { name: 'Tamper with the token' });
    await theatre.user.click(within(tool).getByRole('radio', { name: 'One byte' }));
    const show = within(tool).getByRole('button', { name: 'Show it to kv-shop' });
    await waitFor(() => expect(show).toBeEnabled());
    await theatre.user.click(show);
    expect(await within(tool).findByText(/What is left is no token any more/)).toBeVisible();
    await theatre.user.selectOptions(within(tool).getByRole('combobox', { name: 'Part of the token' }), 'signature');
    expect(within(tool).queryByText(/What is left is no token any more/)).not.toBeInTheDocument();
    await theatre.user.click(show);
    expect(await within(tool).findByText(/The signature was made for other bytes/)).toBeVisible();
  });
});

describe('the player', () => {
  it('plays at an instant: a step is there at once', async () => {
    const theatre = await openTheatre('/flow');
    await screen.findByRole('button', { name: 'Play' });
    await theatre.user.selectOptions(screen.getByRole('combobox', { name: 'Speed' }), 'instant');
    await theatre.press('Next step');
    expect(screen.getByRole('slider', { name: 'Position' })).toHaveValue('1');
  });

  it('repeats a step until it is told to go on', async () => {
    const theatre = await openTheatre('/flow?step=2');
    await screen.findByRole('button', { name: 'Play' });
    await theatre.press('Repeat this step');
    expect(screen.getByRole('button', { name: 'Repeat this step' })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('button', { name: 'Pause' })).toBeVisible();
    expect(theatre.currentStep()).toContain('signs in');
    expect(theatre.address()).toBe('/flow?step=2');
    await theatre.user.keyboard('l');
    expect(screen.getByRole('button', { name: 'Repeat this step' })).toHaveAttribute('aria-pressed', 'false');
  });

  it('goes to a step by its digit, faster and slower by < and >', async () => {
    withoutMotion();
    const theatre = await openTheatre('/flow');
    await screen.findByRole('button', { name: 'Play' });
    await theatre.user.keyboard('4');
    expect(theatre.currentStep()).toContain('hands the token');
    await theatre.user.keyboard('9');
    expect(theatre.currentStep()).toContain('answers: 200');
    await theatre.user.keyboard('>>');
    expect(screen.getByRole('combobox', { name: 'Speed' })).toHaveValue('4');
    await theatre.user.keyboard('<<<<');
    expect(screen.getByRole('combobox', { name: 'Speed' })).toHaveValue('0.5');
  });
});

describe('reading aloud', () => {
  /** A voice that says nothing and remembers what it should have said. */
  function fakeVoice() {
    const said: string[] = [];
    const waiting: (() => void)[] = [];
    const voice: Voice = {
      canSpeak: () => true,
      onVoices: () => () => {},
      speak: (text, _, done) => {
        said.push(text);
        waiting.push(done);
      },
      stop: vi.fn<() => void>(),
    };
    return { voice, said, finish: () => act(() => waiting.shift()?.()) };
  }

  it('offers nothing where there is no voice', async () => {
    await openTheatre('/flow');
    await screen.findByRole('button', { name: 'Play' });
    expect(screen.queryByRole('button', { name: 'Read the steps aloud' })).not.toBeInTheDocument();
  });

  it('is off at first; switched on it reads each step, and remembers', async () => {
    const { voice, said } = fakeVoice();
    const theatre = await openTheatre('/flow', undefined, voice);
    await screen.findByRole('button', { name: 'Play' });
    await theatre.press('Next step');
    expect(said).toEqual([]);
    await theatre.press('Read the steps aloud');
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^The application on vm-web asks IMDS for a token\. /);
    await theatre.press('Next step');
    expect(said[1]).toMatch(/^IMDS signs in to Microsoft Entra ID/);
    expect(localStorage.getItem('mil:read-aloud')).toBe('on');
    await theatre.user.keyboard('v');
    expect(voice.stop).toHaveBeenCalled();
    await theatre.press('Next step');
    expect(said).toHaveLength(2);
  });

  it('has a key that is listed only where it works', async () => {
    const { voice } = fakeVoice();
    const theatre = await openTheatre('/flow', undefined, voice);
    await screen.findByRole('button', { name: 'Play' });
    await theatre.user.keyboard('?');
    expect(within(await screen.findByRole('dialog', { name: 'Keys' })).getByText('V')).toBeVisible();
  });
});
