/** The text with two blanks in the place of what is selected, and where the caret stands then. */
export function indented(text: string, start: number, end: number): { readonly text: string; readonly caret: number } {
  return { text: `${text.slice(0, start)}  ${text.slice(end)}`, caret: start + 2 };
}
