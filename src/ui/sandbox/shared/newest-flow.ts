import { paths } from '#app/paths.ts';

/** A step beyond every flow: it is shown whole. */
export const wholeFlow = 999;

/** Where the newest request of the companion's world is watched, whole, and each one after it. */
export const newestFlow = paths.flow.href({ from: 'sandbox', step: wholeFlow });
