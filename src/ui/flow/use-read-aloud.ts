import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import type { FlowScene } from '#app/flow/scene.ts';
import { useVoice } from '#app/flow/voice.ts';
import { browserStorage } from '#app/preferences/storage.ts';
import type { Player } from '#ui/diagram/use-player.ts';
import { captionOf } from './caption.ts';

export interface ReadAloud {
  /** Null where there is no voice: there is nothing to switch on. */
  readonly on: boolean | null;
  readonly toggle: () => void;
}

const key = 'mil:read-aloud';

/** Reads the caption of each step with the browser's own voice, where that is switched on. Playing waits for its end. */
export function useReadAloud(player: Player, scene: FlowScene): ReadAloud {
  const voice = useVoice();
  const lang = document.documentElement.lang || 'en';
  const canSpeak = useSyncExternalStore(voice.onVoices, () => voice.canSpeak(lang));
  const [wanted, setWanted] = useState(() => browserStorage().read(key) === 'on');
  const { step, mover, setWaiting } = player;
  const spoken = useRef(step);
  const on = canSpeak && wanted;

  function speak(): void {
    const { title, text } = captionOf(scene, step);
    setWaiting(true);
    voice.speak(`${title}. ${text}`, lang, () => setWaiting(false));
  }

  const follow = useEffectEvent((): void => {
    if (spoken.current === step) return;
    spoken.current = step;
    // A hand that scrubs passes many steps, and an address is opened to be looked at.
    if (mover === 'scrub' || mover === 'jump') voice.stop();
    else speak();
  });

  useEffect(() => {
    if (on) follow();
    else spoken.current = step;
  }, [on, step]);

  useEffect(() => () => voice.stop(), [voice]);

  function toggle(): void {
    browserStorage().write(key, on ? 'off' : 'on');
    setWanted(!on);
    if (on) {
      voice.stop();
      setWaiting(false);
    } else speak();
  }

  return { on: canSpeak ? on : null, toggle };
}
