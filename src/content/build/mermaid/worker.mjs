// Plain JavaScript, because a worker thread of Node 20 runs no TypeScript.
//
// Mermaid wants a browser's globals. They are set in this thread alone, so that nothing else in the build
// takes Node for a browser.
import { parentPort } from 'node:worker_threads';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document, Option: /** @type {unknown} */ (window.Option) });

// The bundled file loads in a sixth of the time that the entry point and its hundreds of modules take.
const { default: mermaid } = await import('mermaid/dist/mermaid.esm.min.mjs');
mermaid.initialize({ startOnLoad: false });
// Mermaid registers its kinds of diagram on the first parse.
await mermaid.parse('sequenceDiagram\nA->>B: ready');

/** @import { RawDiagram } from './diagram.ts' */

/**
 * What is used of Mermaid's own database of a sequence diagram.
 * @typedef {object} SequenceDb
 * @property {Readonly<Record<string, number>>} LINETYPE
 * @property {() => string} getAccTitle
 * @property {() => string} getAccDescription
 * @property {() => readonly unknown[]} getBoxes
 * @property {() => ReadonlyMap<string, { name: string, description: string }>} getActors
 * @property {() => readonly { type: number, from?: string, to?: string, message: unknown }[]} getMessages
 */

/** @typedef {{ line: number, text: string }} ParseErrorHash */

// One after the other: Mermaid keeps accTitle and accDescr in variables of its module.
let last = Promise.resolve();
parentPort?.on('message', (/** @type {{ id: number, source: string }} */ { id, source }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  last = last.then(async () => parentPort?.postMessage({ id, ...(await read(source)) }));
});

/** @param {string} source */
async function read(source) {
  try {
    const type = mermaid.detectType(source);
    if (type !== 'sequence') return { type };
    // oxlint-disable-next-line typescript/no-deprecated -- nothing else hands out what was parsed
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(source);
    return { type, diagram: plain(/** @type {SequenceDb} */ (/** @type {unknown} */ (db))) };
  } catch (error) {
    const { message, hash } = /** @type {Error & { hash?: ParseErrorHash }} */ (error);
    return { error: { message, line: hash === undefined ? 1 : lineOf(hash) } };
  }
}

/**
 * The parser has read to the end of the token it did not expect, and counts lines from 0.
 * @param {ParseErrorHash} hash
 */
function lineOf({ line, text }) {
  return line + 1 - (text.split('\n').length - 1);
}

/**
 * What the page draws, as data. The names of the line types are Mermaid's.
 * @param {SequenceDb} db
 * @returns {RawDiagram}
 */
function plain(db) {
  const names = new Map(Object.entries(db.LINETYPE).map(([name, type]) => [type, name]));
  return {
    title: decode(db.getAccTitle()),
    description: decode(db.getAccDescription()),
    boxes: db.getBoxes().length,
    participants: [...db.getActors().values()].map(({ name, description }) => ({
      id: name,
      label: decode(description),
    })),
    messages: db.getMessages().map(({ type, from, to, message }) => ({
      type: names.get(type) ?? String(type),
      from: from ?? '',
      to: to ?? '',
      text: typeof message === 'string' ? decode(message) : '',
    })),
  };
}

/**
 * Mermaid writes `#35;` as ﬂ°°35¶ß until it draws; `<br/>` is its line break.
 * @param {string} text
 */
function decode(text) {
  const area = window.document.createElement('textarea');
  area.innerHTML = text.replaceAll('ﬂ°°', '&#').replaceAll('ﬂ°', '&').replaceAll('¶ß', ';');
  return area.value
    .replaceAll(/<br\s*\/?>/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
