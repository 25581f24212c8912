/** Words of the player alone: a lesson's plain diagram plays with these and needs no others of the flow. */
export const playerWords = {
  controls: 'Player',
  play: 'Play',
  pause: 'Pause',
  next: 'Next step',
  back: 'Step back',
  restart: 'Back to the beginning',
  position: 'Position',
  speed: 'Speed',
  speedOf: (speed: number | 'instant') => (speed === 'instant' ? 'instant' : `${speed}×`),
  stepOf: (step: number, all: number) => (step === 0 ? `Before step 1 of ${all}` : `Step ${step} of ${all}`),
  announce: (step: number, all: number, title: string, text: string) =>
    step === 0 ? `${title}. ${text}` : `Step ${step} of ${all}. ${title}. ${text}`,
  openingTitle: 'Before the first message',
} as const;
