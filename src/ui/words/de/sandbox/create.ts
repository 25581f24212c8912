import type { createWords as english } from '#ui/words/en/sandbox/create.ts';
import type { Translated } from '#ui/words/translation.ts';

/** Words of creating what lies under something else. */
export const createWords: Translated<typeof english> = {
  under: 'Unter',
  needs: (parent) => `Dazu muss es zuerst geben: ${parent}.`,
  longIdentity: (most) =>
    `Azure nimmt diesen Namen an. Die Dokumentation rät zu höchstens ${most} Zeichen, damit die Zuweisung an einen virtuellen Computer oder eine Skalierungsgruppe richtig funktioniert.`,
};
