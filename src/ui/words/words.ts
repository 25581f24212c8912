// The one door to the words of the interface: `import { flowWords } from '#ui/words/words.ts'`.
// Each area has a file `en/<area>.ts` with one constant of strings and typed functions, listed in en.ts;
// another language is a second en.ts of the same shapes (`satisfies typeof …`), and this line chooses it.
export * from './en.ts';
