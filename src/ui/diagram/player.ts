/** How fast it plays, as a factor; instant, a step is there without a flight. */
export const speeds = [0.5, 1, 2, 4, 'instant'] as const;
export type Speed = (typeof speeds)[number];

/** Milliseconds at speed 1. */
export const timing = {
  /** A message crosses. */
  hop: 800,
  /** A step back is shorter: the way is known. */
  back: 420,
  /** A step is read before the next begins. */
  rest: 2200,
} as const;

/** What moved the player last: an address follows a step by a new entry, play and scrubbing by the same one. */
export type Mover = 'step' | 'play' | 'scrub' | 'jump';

export interface PlayerState {
  /** Steps done; its fraction is how far the next one is. */
  readonly position: number;
  readonly mode: 'rest' | 'play' | 'glide' | 'scrub';
  /** Where a glide ends; while a step is repeated, that step. */
  readonly goal: number;
  /** Playing repeats one step. */
  readonly loop: boolean;
  /** A step is being read out: playing waits for its end. */
  readonly waiting: boolean;
  /** Milliseconds until playing goes on. */
  readonly hold: number;
  readonly speed: Speed;
  readonly mover: Mover;
}

export interface PlayerSetting {
  readonly count: number;
  /** No motion: steps jump. */
  readonly still: boolean;
}

export function startAt(position: number): PlayerState {
  return { position, mode: 'rest', goal: position, loop: false, waiting: false, hold: 0, speed: 1, mover: 'jump' };
}

/** The step that is shown, from 1; 0 before the first. A message on its way, or about to leave, belongs to the step that it leads to. */
export function stepOf({ position, mode, goal, hold }: PlayerState): number {
  if (mode === 'glide') return goal;
  return mode === 'play' && hold === 0 ? Math.floor(position) + 1 : Math.ceil(position);
}

export function play(state: PlayerState, { count }: PlayerSetting): PlayerState {
  if (count === 0) return state;
  if (state.loop) return again(state, Math.max(stepOf(state), 1));
  const position = state.position >= count ? 0 : state.position;
  return { ...state, position, mode: 'play', hold: 0, mover: 'play' };
}

/** Begins a step anew, to repeat it. */
function again(state: PlayerState, step: number): PlayerState {
  return { ...state, position: step - 1, goal: step, mode: 'play', hold: 0, mover: 'play' };
}

/** Repeats the present step from now on, or goes on from it. */
export function setLoop(state: PlayerState, loop: boolean, { count }: PlayerSetting): PlayerState {
  if (count === 0 || loop === state.loop) return { ...state, loop };
  return loop ? again({ ...state, loop }, Math.max(stepOf(state), 1)) : { ...state, loop };
}

/** Stops where it is, a message in mid-flight included. */
export function pause(state: PlayerState): PlayerState {
  return state.mode === 'play' ? { ...state, mode: 'rest' } : state;
}

/** Goes to a step: by its message's flight from a neighbour, at once from afar. */
export function goTo(state: PlayerState, step: number, setting: PlayerSetting, mover: Mover): PlayerState {
  const goal = Math.min(Math.max(Math.round(step), 0), setting.count);
  const moved = { ...state, goal, hold: 0, mover };
  const distance = goal - state.position;
  if (state.loop && mover === 'step' && goal > 0) return { ...again(moved, goal), mover };
  if (distance === 0) return { ...moved, mode: 'rest' };
  const jumps = isStill(state, setting) || mover === 'jump' || distance < -1;
  if (jumps) return { ...moved, mode: 'rest', position: goal };
  return { ...moved, mode: 'glide', position: Math.max(state.position, goal - 1) };
}

/** One step on. A flight that is under way lands first. */
export function next(state: PlayerState, setting: PlayerSetting): PlayerState {
  if (state.loop) return goTo(state, stepOf(state) + 1, setting, 'step');
  const from = state.mode === 'glide' ? state.goal : Math.floor(state.position);
  return goTo({ ...state, position: state.mode === 'glide' ? from : state.position }, from + 1, setting, 'step');
}

/** One step back; from mid-flight, back to where the message came from. */
export function back(state: PlayerState, setting: PlayerSetting): PlayerState {
  if (state.loop) return goTo(state, stepOf(state) - 1, setting, 'step');
  const from = state.mode === 'glide' ? state.goal : Math.ceil(state.position);
  return goTo({ ...state, position: state.mode === 'glide' ? from : state.position }, from - 1, setting, 'step');
}

/** Whether steps jump: the reader asks for no motion, or plays at an instant. */
function isStill({ speed }: PlayerState, { still }: PlayerSetting): boolean {
  return still || speed === 'instant';
}

/** Follows a hand on the slider, between steps too. */
export function scrub(state: PlayerState, position: number, setting: PlayerSetting): PlayerState {
  const within = Math.min(Math.max(position, 0), setting.count);
  const still = isStill(state, setting);
  return { ...state, mode: 'scrub', position: still ? Math.round(within) : within, mover: 'scrub' };
}

/** The hand let go: on to the nearest step. */
export function settle(state: PlayerState, setting: PlayerSetting): PlayerState {
  return state.mode === 'scrub' ? goTo(state, state.position, setting, 'scrub') : state;
}

/** What so many milliseconds change. */
export function advance(state: PlayerState, elapsed: number, setting: PlayerSetting): PlayerState {
  const time = elapsed * (state.speed === 'instant' ? instantFactor : state.speed);
  if (state.mode === 'glide') return glide(state, time);
  return state.mode === 'play' ? onward(state, time, setting) : state;
}

/** At an instant nothing flies, and each step is read for a moment. */
const instantFactor = 4;

function glide(state: PlayerState, time: number): PlayerState {
  const { position, goal } = state;
  const reached = goal > position ? position + time / timing.hop : position - time / timing.back;
  const arrived = goal > position ? reached >= goal : reached <= goal;
  return arrived ? { ...state, position: goal, mode: 'rest' } : { ...state, position: reached };
}

function onward(state: PlayerState, time: number, setting: PlayerSetting): PlayerState {
  if (state.waiting && state.hold > 0) return state;
  if (state.hold > time) return { ...state, hold: state.hold - time };
  if (state.loop && state.position >= state.goal) return onward(again(state, state.goal), 0, setting);
  return fly(state, time - state.hold, setting);
}

function fly(state: PlayerState, rest: number, setting: PlayerSetting): PlayerState {
  const { count } = setting;
  const still = isStill(state, setting);
  const landing = Math.floor(state.position) + 1;
  const reached = still ? landing : state.position + rest / timing.hop;
  if (reached < landing) return { ...state, position: reached, hold: 0 };
  if (landing >= count && !state.loop) return { ...state, position: count, mode: 'rest', hold: 0 };
  return { ...state, position: landing, hold: still ? timing.rest + timing.hop : timing.rest };
}

/** Whether time changes anything: at rest nothing moves. */
export function isMoving({ mode }: PlayerState): boolean {
  return mode === 'play' || mode === 'glide';
}
