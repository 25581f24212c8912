/**
 * The type of a translation of words: the same keys, any text for a text, and functions of the same parameters.
 * `export const shellWords: Translated<typeof english> = { … }`
 */
export type Translated<Words> = Words extends string
  ? string
  : Words extends (...parameters: infer Parameters) => infer Result
    ? (...parameters: Parameters) => Translated<Result>
    : { readonly [Key in keyof Words]: Translated<Words[Key]> };
