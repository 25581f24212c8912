import { fit, widthOf } from '#ui/subject/metrics.ts';

/** How much narrower letters are on average than `widthOf` allows for. */
const slack = 1.18;

/** A label in at most two lines of that width; what does not fit into the second is cut in its middle. */
export function wrapped(label: string, width: number, fontSize: number): readonly string[] {
  const room = width * slack;
  if (widthOf(label, fontSize) <= room) return [label];
  const words = label.split(' ');
  if (words.length === 1) return [fit(label, room, fontSize)];
  const cut = evenCut(words);
  return [words.slice(0, cut), words.slice(cut)].map((line) => fit(line.join(' '), room, fontSize));
}

/** Width of the label when it is broken as evenly as its words allow. */
export function wrappedWidth(label: string, fontSize: number): number {
  const words = label.split(' ');
  const cut = evenCut(words);
  const lines = [words.slice(0, cut), words.slice(cut)];
  return Math.max(...lines.map((line) => widthOf(line.join(' '), fontSize))) / slack;
}

/** Before which word the two lines differ least in length. */
function evenCut(words: readonly string[]): number {
  const whole = words.join(' ').length;
  let best = 1;
  for (let cut = 1; cut < words.length; cut += 1) {
    const longer = (at: number): number => {
      const first = words.slice(0, at).join(' ').length;
      return Math.max(first, whole - first - 1);
    };
    if (longer(cut) < longer(best)) best = cut;
  }
  return best;
}
