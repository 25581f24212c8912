const kinds: Readonly<Record<string, string>> = {
  docs: 'Microsoft’s pages',
  capture: 'captured from Azure',
  sdk: 'source of a client',
  spec: 'specification',
  unconfirmed: 'the simulator’s own choice',
  design: 'about this simulator alone',
};

/** The source of a rule, `docs: …; unconfirmed: …`, in words. */
export function sourceInWords(source: string): string {
  const words = source.replaceAll(/(?<=^|; )(\w+)(?=:|;|$)/g, (kind) => kinds[kind] ?? kind);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
