/** Pixels for each unit of the drawing, so that it is sharp on a slide. */
const scale = 2;

/** The edge that a standalone drawing has on each side. */
const edges = 32;

/** An SVG file as a PNG picture. The policy of the page lets images come from data addresses and from nowhere else. */
export async function pngOf(svg: string, { width, height }: { width: number; height: number }): Promise<Blob | null> {
  const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round((width + edges) * scale);
  canvas.height = Math.round((height + edges) * scale);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}

function loaded(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.addEventListener('load', () => resolve(image));
    image.addEventListener('error', () => reject(new Error('The drawing could not be read as an image.')));
    image.src = address;
  });
}
