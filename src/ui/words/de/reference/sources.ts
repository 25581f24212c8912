import type * as english from '#ui/words/en/reference/sources.ts';

const kinds: Readonly<Record<string, string>> = {
  docs: 'Microsoft-Dokumentation',
  capture: 'in Azure mitgeschnitten',
  sdk: 'Quellcode eines Clients',
  spec: 'Spezifikation',
  unconfirmed: 'Festlegung des Simulators',
  design: 'betrifft nur diesen Simulator',
};

/** The source of a rule, `docs: …; unconfirmed: …`, in words. */
export const sourceInWords: typeof english.sourceInWords = (source) => {
  const words = source.replaceAll(/(?<=^|; )(\w+)(?=:|;|$)/g, (kind) => kinds[kind] ?? kind);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
