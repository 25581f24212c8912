/** The list of the lessons: a chunk of its own, for the pages that show it. See `catalogue.ts`. */
export { lessons, modules } from 'virtual:content/lessons';
