/** The guide to the companion: a chunk of its own, for the page that shows it. See `catalogue.ts`. */
export { default as guide } from '../../content/en/guides/own-code.md';
