/** Calls back once, soon; what is asked for again meanwhile is asked for anew. */
export type Schedule = (callback: () => void) => void;

/** Milliseconds until it happens in a page that nobody sees, where no frame is drawn. */
const unseen = 1_000;

/** With the next frame that is drawn. */
export const onNextFrame: Schedule = (callback) => {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    callback();
  };
  const timer = setTimeout(once, unseen);
  const frame = requestAnimationFrame(once);
};
