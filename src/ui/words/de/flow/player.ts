import type { playerWords as english } from '#ui/words/en/flow/player.ts';
import type { Translated } from '#ui/words/translation.ts';

/** Words of the player alone: a lesson's plain diagram plays with these and needs no others of the flow. */
export const playerWords: Translated<typeof english> = {
  controls: 'Wiedergabe',
  play: 'Abspielen',
  pause: 'Anhalten',
  next: 'Nächster Schritt',
  back: 'Schritt zurück',
  restart: 'Zum Anfang zurück',
  position: 'Position',
  speed: 'Geschwindigkeit',
  speedOf: (speed) => (speed === 'instant' ? 'sofort' : `${speed.toLocaleString('de-DE')}×`),
  stepOf: (step, all) => (step === 0 ? `Vor Schritt 1 von ${all}` : `Schritt ${step} von ${all}`),
  announce: (step, all, title, text) =>
    step === 0 ? `${title}. ${text}` : `Schritt ${step} von ${all}. ${title}. ${text}`,
  openingTitle: 'Vor der ersten Nachricht',
};
