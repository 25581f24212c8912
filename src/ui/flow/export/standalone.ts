import type { Picture } from '#ui/diagram/picture.ts';
import type { ResolveColour } from './resolved-colour.ts';

const svgSpace = 'http://www.w3.org/2000/svg';

/** What a style says in an SVG file by an attribute, whether children have it from their parent, and its value where nobody says. */
const styled: readonly (readonly [property: string, inherited: boolean, initial: string])[] = [
  ['fill', true, ''],
  ['fill-opacity', true, '1'],
  ['stroke', true, 'none'],
  ['stroke-width', true, '1px'],
  ['stroke-dasharray', true, 'none'],
  ['stroke-linecap', true, 'butt'],
  ['stroke-linejoin', true, 'miter'],
  ['stroke-opacity', true, '1'],
  ['paint-order', true, 'normal'],
  ['font-family', true, ''],
  ['font-size', true, ''],
  ['font-style', true, 'normal'],
  ['font-weight', true, '400'],
  ['text-anchor', true, 'start'],
  ['opacity', false, '1'],
];

interface Frame {
  readonly title: string;
  readonly picture: Picture;
  readonly width: number;
  readonly height: number;
}

/** A drawing on the page as the text of an SVG file that needs no stylesheet: styles resolved, steps named. */
export function standalone(
  svg: SVGSVGElement,
  { title, picture, width, height }: Frame,
  colour: ResolveColour,
): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  resolve(svg, copy, colour);
  for (const row of copy.querySelectorAll('[data-row]')) {
    const number = Number(row.getAttribute('data-row'));
    row.prepend(textElement('title', `${number}. ${picture.rows[number - 1]?.title ?? ''}`));
    row.removeAttribute('data-row');
  }
  const ground = document.createElementNS(svgSpace, 'rect');
  const background = svg.parentElement === null ? '' : getComputedStyle(svg.parentElement).backgroundColor;
  setAll(ground, { width: '100%', height: '100%', fill: background === '' ? '#ffffff' : colour(background) });
  const steps = picture.rows.map((row, index) => `${index + 1}. ${row.title}`).join('\n');
  copy.prepend(textElement('title', title), textElement('desc', `${picture.description}\n${steps}`), ground);
  const edge = 16;
  setAll(copy, {
    width: String(width + 2 * edge),
    height: String(height + 2 * edge),
    viewBox: `${-edge} ${-edge} ${width + 2 * edge} ${height + 2 * edge}`,
  });
  setAll(ground, { x: String(-edge), y: String(-edge) });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/** Writes what an element and all in it look like into its copy. */
function resolve(element: Element, copy: Element, colour: ResolveColour): void {
  const parent = element instanceof SVGSVGElement && copy.parentElement === null ? null : element.parentElement;
  writeStyles(copy, getComputedStyle(element), parent === null ? null : getComputedStyle(parent), colour);
  // Classes and references to the page's labels mean nothing in a file.
  for (const name of ['class', 'style', 'focusable', 'aria-hidden', 'aria-label']) copy.removeAttribute(name);
  const children = [...element.children];
  for (const [index, child] of [...copy.children].entries()) {
    const original = children[index];
    if (original !== undefined) resolve(original, child, colour);
  }
}

/** Only what an element does not have from its parent. */
function writeStyles(
  copy: Element,
  style: CSSStyleDeclaration,
  parent: CSSStyleDeclaration | null,
  colour: ResolveColour,
): void {
  for (const [property, inherited, initial] of styled) {
    const value = style.getPropertyValue(property);
    const before = inherited && parent !== null ? parent.getPropertyValue(property) : initial;
    if (value === '' || (value === before && !copy.hasAttribute(property))) continue;
    copy.setAttribute(property, isColour(property) && value !== 'none' ? colour(value) : value);
  }
}

function isColour(property: string): boolean {
  return property === 'fill' || property === 'stroke';
}

function textElement(name: 'title' | 'desc', text: string): SVGElement {
  const element = document.createElementNS(svgSpace, name);
  element.textContent = text;
  return element;
}

function setAll(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
