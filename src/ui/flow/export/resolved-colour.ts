/** Turns a colour of CSS into one that every reader of SVG knows: `oklch(…)` is younger than most of them. */
export type ResolveColour = (colour: string) => string;

export function resolvedColour(): ResolveColour {
  const known = new Map<string, string>();
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (colour) => {
    if (context === null) return colour;
    const found = known.get(colour) ?? read(context, colour);
    known.set(colour, found);
    return found;
  };
}

function read(context: CanvasRenderingContext2D, colour: string): string {
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  if (alpha === 0) return 'none';
  if (alpha === 255) return `#${[red, green, blue].map((each) => each.toString(16).padStart(2, '0')).join('')}`;
  return `rgba(${red}, ${green}, ${blue}, ${(alpha / 255).toFixed(3)})`;
}
