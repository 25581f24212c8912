import type { figureWords as english } from '#ui/words/en/lesson/figures.ts';
import type { Translated } from '#ui/words/translation.ts';

/** Words of the lessons' own figures. */
export const figureWords: Translated<typeof english> = {
  ids: {
    caption: 'Drei IDs, und wer nach welcher fragt',
    which: 'Identität',
    principalId: 'Objekt-ID (Prinzipal-ID)',
    clientId: 'Client-ID',
    resourceId: 'Ressourcen-ID',
    noResourceId: 'Keine eigene: Sie ist Teil ihres Hosts.',
    askers: 'Wer fragt?',
    ask: {
      role: 'Eine Rollenzuweisung',
      target: 'Der Tresor, nach dem Token',
      code: 'Code, der ein Token anfordert',
      attach: 'Wer sie an einen Host anfügt',
    },
    wants: {
      role: 'Sie enthält die Objekt-ID (Prinzipal-ID). Der Typ ist ServicePrincipal.',
      target: 'Er vergleicht oid aus dem Token, die Objekt-ID (Prinzipal-ID), mit seinen Rollenzuweisungen.',
      code: 'Er nennt die Identität mit ihrer Client-ID. Im Token steht sie in appid.',
      codeSystem: 'Er nennt keine: Ein Host hat höchstens eine systemseitig zugewiesene Identität.',
      attach: 'Im Identitätsblock des Hosts steht die Ressourcen-ID.',
      attachSystem: 'Angefügt wird nichts: Die Identität wird an ihrem Host eingeschaltet.',
    },
  },
  lives: {
    caption: 'Zwei Identitäten im Leben eines Hosts',
    steps: {
      create: 'vm-web mit beiden erstellen',
      delete: 'vm-web löschen',
      again: 'vm-web neu erstellen',
      remove: 'id-shop-reader löschen',
    },
    rows: {
      host: 'vm-web',
      systemPrincipal: 'vm-web',
      systemRole: 'Rolle für kv-shop',
      identity: 'id-shop-reader',
      userPrincipal: 'id-shop-reader',
      userRole: 'Rolle für stshopimages',
    },
    thing: 'Was',
    tells: {
      create: 'Zwei Prinzipale, zwei Rollen. Eine Identität ist Teil von vm-web; die andere ist eine eigene Ressource.',
      delete:
        'Der Prinzipal von vm-web verschwindet mit dem Computer. Seine Rolle bleibt und nennt niemanden mehr. Die benutzerseitig zugewiesene Identität ist unberührt.',
      again:
        'Derselbe Name, ein anderer Prinzipal: Die alte Rolle gilt nicht für ihn. Die benutzerseitig zugewiesene Identität wird angefügt, und ihre Rolle wirkt sofort.',
      remove:
        'Eine benutzerseitig zugewiesene Identität verschwindet erst, wenn Sie sie löschen. Auch ihre Rolle bleibt zurück.',
    },
    life: {
      there: 'vorhanden',
      new: 'neu',
      gone: 'weg',
      deleted: 'auf der Liste der gelöschten',
      orphaned: 'Identität nicht gefunden',
    },
    back: 'Zurück',
    next: 'Weiter',
    stepOf: (step, all) => `Schritt ${step} von ${all}`,
  },
};
