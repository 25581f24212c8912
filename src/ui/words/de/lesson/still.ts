import type { FigureName, LanesFigureName, OfferedAction, Told } from '#content/types.ts';
import type { stillWords as english } from '#ui/words/en/lesson/still.ts';
import type { Translated } from '#ui/words/translation.ts';
import { list } from '../flow/phrases.ts';

// Words that the build puts into a lesson where a live block will stand; the page itself does not load them.

/** What follows „Sie können“. */
const actions: Readonly<Record<OfferedAction, string>> = {
  'create-host': 'Hosts erstellen',
  'create-identity': 'benutzerseitig zugewiesene Identitäten erstellen',
  'create-target': 'Ziele erstellen',
  delete: 'Ressourcen löschen',
  'system-assigned': 'systemseitig zugewiesene Identitäten ein- und ausschalten',
  attach: 'benutzerseitig zugewiesene Identitäten anfügen',
  'assign-role': 'Rollen zuweisen',
  'request-token': 'Tokens anfordern',
  call: 'Ziele aufrufen',
  clock: 'die Uhr vorstellen',
  chain: 'die Credential-Kette des SDK ausführen',
  workflow: 'einen Workflow außerhalb von Azure ausführen',
  sdk: 'Programme mit dem offiziellen SDK ausführen',
  terminal: 'Befehle eingeben',
};

/** The figures that are drawn by hand; what the engine plays it tells by itself. */
const figures: Readonly<Record<Exclude<FigureName, LanesFigureName>, Told>> = {
  'identity-blade': {
    title: 'Das Menü „Identität“ eines virtuellen Computers',
    steps: [
      {
        title: 'Systemseitig zugewiesen',
        text: 'Stellen Sie den Status auf „Ein“, wählen Sie „Speichern“, und bestätigen Sie mit „Ja“. Erst dann gibt es einen Dienstprinzipal, und seine Objekt-ID (Prinzipal-ID) erscheint. Mit „Aus“ wird der Prinzipal gelöscht; mit einem neuen „Ein“ entsteht ein anderer, ohne die Rollen des ersten.',
      },
      {
        title: 'Benutzerseitig zugewiesen',
        text: 'Eine Liste von Identitäten, die es für sich allein gibt. „Hinzufügen“ fügt eine an den Computer an, „Entfernen“ trennt sie von ihm; keines von beiden erstellt oder löscht die Identität.',
      },
    ],
  },
  'three-ids': {
    title: 'Drei IDs, und wer nach welcher fragt',
    steps: [
      {
        title: 'Objekt-ID (Prinzipal-ID)',
        text: 'Eine Rollenzuweisung enthält sie, und das Ziel vergleicht sie mit oid im Token.',
      },
      {
        title: 'Client-ID',
        text: 'Mit ihr nennt Code eine benutzerseitig zugewiesene Identität, wenn er ein Token anfordert; im Token steht sie in appid. Eine systemseitig zugewiesene Identität muss nicht genannt werden.',
      },
      {
        title: 'Ressourcen-ID',
        text: 'Mit ihr führt ein Host seine benutzerseitig zugewiesenen Identitäten auf. Eine systemseitig zugewiesene Identität hat keine eigene: Sie ist Teil ihres Hosts.',
      },
    ],
  },
  lifecycles: {
    title: 'Zwei Identitäten im Leben eines Hosts',
    steps: [
      {
        title: 'vm-web mit beiden erstellen',
        text: 'Zwei Prinzipale, zwei Rollen. Eine Identität ist Teil von vm-web; die andere, id-shop-reader, ist eine eigene Ressource.',
      },
      {
        title: 'vm-web löschen',
        text: 'Der Prinzipal von vm-web verschwindet mit dem Computer; seine Rolle bleibt und nennt niemanden mehr. Die benutzerseitig zugewiesene Identität und ihre Rolle sind unberührt.',
      },
      {
        title: 'vm-web neu erstellen',
        text: 'Derselbe Name, ein anderer Prinzipal: Die alte Rolle gilt nicht für ihn. Die benutzerseitig zugewiesene Identität wird angefügt, und ihre Rolle wirkt sofort.',
      },
      {
        title: 'id-shop-reader löschen',
        text: 'Eine benutzerseitig zugewiesene Identität verschwindet erst, wenn Sie sie löschen. Auch ihre Rolle bleibt zurück.',
      },
    ],
  },
};

export const stillWords: Translated<typeof english> = {
  offer: (offered) => `Sie können ${list(offered.map((action) => actions[action]))}.`,
  figures,
};
