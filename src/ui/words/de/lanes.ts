import type { CounterChange, PlannedMoment, Reason } from '#app/lanes/lane-plan.ts';
import type { CounterId, ShownCounter } from '#app/lanes/counters.ts';
import { laneKinds } from '#app/lanes/lane.ts';
import type { LaneKind } from '#app/lanes/lane.ts';
import type { LaneScriptId } from '#app/lanes/scripts.ts';
import type { ToldStep } from '#content/types.ts';
import type { laneWords as english } from '#ui/words/en/lanes.ts';
import type { Translated } from '#ui/words/translation.ts';

/** A script as it is chosen, and what it asks. */
const scripts: Readonly<Record<LaneScriptId, { readonly title: string; readonly summary: string }>> = {
  scale: {
    title: 'Von einem Computer zu acht',
    summary: 'Der Shop wächst. Jeder Computer liest das Geheimnis in kv-shop und die Bilder in stshopimages.',
  },
  delete: {
    title: 'Computer werden gelöscht',
    summary: 'Erst verschwindet ein Computer, am Ende der letzte. Was bleibt in Azure von ihrem Zugriff?',
  },
  recreate: {
    title: 'Gelöscht und unter demselben Namen neu erstellt',
    summary: 'vm-web-1 wird gelöscht und neu erstellt. Der Name ist derselbe. Der Zugriff auch?',
  },
  audit: {
    title: 'Wer hat gelesen, und wie unterbindet man es',
    summary:
      'Drei Computer lesen. Einer davon verhält sich seltsam: Welcher war es, und lässt er sich allein ausschließen?',
  },
  replace: {
    title: 'Die Identität muss ersetzt werden',
    summary: 'Vier Computer laufen und sollen sich künftig als jemand anderes anmelden, während der Shop geöffnet ist.',
  },
};

type MomentWords = Readonly<Record<PlannedMoment['id'], { readonly title: string; readonly text: string }>>;

const moments: MomentWords = {
  start: {
    title: 'Beide Entwürfe zu Beginn',
    text: 'Auf der einen Seite hat jeder Computer eine eigene Identität. Auf der anderen verwenden alle Computer id-shop-reader. Die Rollen wirken.',
  },
  read: {
    title: 'Jeder Computer liest',
    text: 'Jeder fordert bei seinem Endpunkt Tokens an und ruft damit den Tresor und das Konto auf.',
  },
  four: {
    title: 'Drei weitere Computer',
    text: 'Sie werden wie der erste erstellt: mit einer eigenen Identität oder mit der, die es schon gibt.',
  },
  eight: {
    title: 'Vier weitere Computer',
    text: 'Sie werden wie die anderen erstellt, und noch denkt niemand an Rollen.',
  },
  grant: {
    title: 'Rollen für die neuen Identitäten',
    text: 'Jede Identität ohne Rollen bekommt zwei. Wo die Identität schon länger besteht, ist nichts zu tun.',
  },
  wait: {
    title: 'Zehn Minuten vergehen',
    text: 'Bis eine Rolle wirkt, dauert es bis zu zehn Minuten; bis sie nach dem Entfernen nicht mehr wirkt, ebenso.',
  },
  deleteOne: {
    title: 'Ein Computer wird gelöscht',
    text: 'Was Teil eines Computers ist, verschwindet mit ihm. Was für sich allein steht, bleibt.',
  },
  deleteLast: {
    title: 'Der letzte Computer wird gelöscht',
    text: 'Niemand ist mehr da, der den Zugriff nutzen würde. Sehen Sie nach, was davon übrig ist.',
  },
  cleanUp: {
    title: 'Jemand räumt auf',
    text: 'Rollenzuweisungen, die niemanden nennen, werden entfernt, ebenso eine Identität, die niemand verwendet.',
  },
  create: {
    title: 'Der Computer wird neu erstellt',
    text: 'Er hat denselben Namen, in derselben Ressourcengruppe. Eine systemseitig zugewiesene Identität ist trotzdem eine neue.',
  },
  whoRead: {
    title: 'Wer hat das Geheimnis gelesen?',
    text: 'In diesem Schritt geschieht nichts, es werden nur die Protokolle gelesen. Der Tresor protokolliert den fragenden Host, sofern er im Token steht; das Konto protokolliert nur die Objekt-ID.',
  },
  cutOff: {
    title: 'vm-web-2 wird ausgeschlossen',
    text: 'Auf der einen Seite werden seine Rollen entfernt. Auf der anderen müssen die gemeinsamen Rollen bleiben; dort wird die Identität von ihm getrennt.',
  },
  heldToken: {
    title: 'vm-web-2 versucht es mit seinen alten Tokens',
    text: 'Ein Token gilt bis zu 24 Stunden. Ist die Rolle weg, nützt es nichts mehr; ist nur die Identität getrennt, gilt es weiter.',
  },
  newIdentity: {
    title: 'Eine neue Identität',
    text: 'Eine systemseitig zugewiesene wird aus- und wieder eingeschaltet. Eine benutzerseitig zugewiesene wird mit ihren Rollen neben der alten erstellt, und die alte funktioniert währenddessen weiter.',
  },
  switch: {
    title: 'Die Computer wechseln',
    text: 'Die neue Identität wird angefügt, die alte getrennt. Die Rollen der neuen wirken bereits.',
  },
};

/** A counter and what it counts. */
const counters: Readonly<Record<CounterId, { readonly label: string; readonly hint: string }>> = {
  hosts: { label: 'Computer', hint: 'Virtuelle Computer in der Ressourcengruppe' },
  principals: { label: 'Dienstprinzipale', hint: 'In Microsoft Entra ID, ohne die gelöschten' },
  grants: { label: 'Rollenzuweisungen', hint: 'Deren Prinzipal es gibt' },
  orphans: { label: 'Verwaiste Zuweisungen', hint: 'Azure zeigt sie als „Identity not found“ an' },
  idle: { label: 'Zuweisungen, die niemand nutzt', hint: 'Den Prinzipal gibt es, aber kein Computer verwendet ihn' },
  changes: { label: 'Änderungen', hint: 'Befehle, die jemand seit Beginn gegeben hat' },
  refused: { label: 'Abgelehnte Lesezugriffe', hint: 'Seit Beginn' },
  minutes: { label: 'Minuten, bis alles funktioniert', hint: 'Wenn niemand mehr etwas tut' },
  signIns: { label: 'Zeilen im Anmeldeprotokoll', hint: 'Ein Token aus einem Cache hinterlässt keine' },
  behindOne: {
    label: 'Computer hinter einer Identität',
    hint: 'Wer ihr Token hat, kann, was alle zusammen können',
  },
  toldApartByVault: {
    label: 'Aufrufer, die kv-shop unterscheidet',
    hint: 'Der Tresor protokolliert auch den fragenden Host',
  },
  toldApartByStorage: {
    label: 'Aufrufer, die stshopimages unterscheidet',
    hint: 'Das Konto protokolliert nur die Objekt-ID',
  },
  outage: { label: 'Längste Wartezeit auf Zugriff', hint: 'In Minuten' },
  mostOrphans: { label: 'Verwaiste Zuweisungen, Höchststand', hint: 'Zu irgendeinem Zeitpunkt' },
  mostIdle: { label: 'Ungenutzte Zuweisungen, Höchststand', hint: 'Zu irgendeinem Zeitpunkt' },
};

const lanes: Readonly<Record<LaneKind, string>> = {
  system: 'Eine Identität je Computer',
  user: 'Eine Identität für alle',
};

/** What follows „Für“. */
const kinds: Readonly<Record<LaneKind, string>> = {
  system: 'systemseitig zugewiesene Identitäten',
  user: 'eine benutzerseitig zugewiesene Identität',
};

function value(counter: ShownCounter, amount: number | null): string {
  return amount === null && counter === 'minutes' ? 'bis jemand eingreift' : String(amount ?? 0);
}

/** `Rollenzuweisungen: 8 → 16`: what a moment changed. */
function change({ counter, from, to }: CounterChange): string {
  return `${counters[counter].label}: ${value(counter, from)} → ${value(counter, to)}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function reason({ counter, system, user, better }: Reason): string {
  const [here, there] = better === 'system' ? [system, user] : [user, system];
  switch (counter) {
    case 'grants':
      return `${counted(here, 'Rollenzuweisung', 'Rollenzuweisungen')} statt ${there}`;
    case 'refused':
      return here === 0
        ? `kein Lesezugriff wird abgelehnt, sonst ${there}`
        : `${counted(here, 'abgelehnter Lesezugriff', 'abgelehnte Lesezugriffe')} statt ${there}`;
    case 'outage':
      return here === 0
        ? 'niemand wartet auf eine Rolle'
        : `${counted(here, 'Minute', 'Minuten')} Wartezeit statt ${there}`;
    case 'changes':
      return `${counted(here, 'Befehl', 'Befehle')} statt ${there}`;
    case 'behindOne':
      return `ein Token spricht für ${here === 1 ? 'einen' : here} Computer statt für ${there}`;
    case 'toldApartByStorage':
      return `das Protokoll des Kontos unterscheidet ${here} Aufrufer statt ${there}`;
    case 'toldApartByVault':
      return `das Protokoll des Tresors unterscheidet ${here} Aufrufer statt ${there}`;
    case 'orphans':
    case 'mostOrphans':
      return here === 0
        ? 'keine Zuweisung verwaist'
        : `${counted(here, 'verwaiste Zuweisung', 'verwaiste Zuweisungen')} statt ${there}`;
    case 'idle':
    case 'mostIdle':
      return here === 0
        ? 'kein ungenutzter Zugriff bleibt zurück'
        : `${counted(here, 'ungenutzte Zuweisung', 'ungenutzte Zuweisungen')} statt ${there}`;
    default:
      return `${counters[counter].label}: ${here} statt ${there}`;
  }
}

function choose(kind: LaneKind, reasons: readonly Reason[]): string {
  const own = reasons.filter(({ better }) => better === kind).map(reason);
  return own.length === 0 ? '' : `Für ${kinds[kind]} spricht: ${own.join('; ')}.`;
}

/** What a moment changed in a lane, in one sentence. */
function laneChanges(kind: LaneKind, changed: readonly CounterChange[]): string {
  const what = changed.length === 0 ? 'nichts ändert sich' : changed.map(change).join('; ');
  return `${lanes[kind]}: ${what}.`;
}

/** A moment in words: what happens, and what changes in each lane. */
function told({ id, lanes: views }: PlannedMoment): ToldStep {
  const { title, text } = moments[id];
  const changes = id === 'start' ? [] : laneKinds.map((kind) => laneChanges(kind, views[kind].changed));
  return { title, text: [text, ...changes].join(' ') };
}

function verdict(reasons: readonly Reason[]): readonly string[] {
  return [choose('user', reasons), choose('system', reasons)].filter((sentence) => sentence !== '');
}

const verdictTitle = 'Es kommt darauf an, und zwar hierauf';

export const laneWords: Translated<typeof english> = {
  title: 'Zwei Bahnen: dasselbe Ereignis, zwei Entwürfe',
  intro:
    'Alles geschieht auf beiden Bahnen gleichzeitig. Die Zahlen sind in zwei simulierten Welten gezählt; keine ist vorab aufgeschrieben.',
  script: 'Was geschieht',
  scripts,
  moments,
  counters,
  lanes,
  counter: 'Zähler',
  table: 'Auf beiden Bahnen gezählt',
  was: (counter, amount) => `vorher ${value(counter, amount)}`,
  value,
  tenant: 'Microsoft Entra-Mandant',
  picture: (kind) => `Die Bahn „${lanes[kind]}“ als Zeichnung. Dasselbe steht in der Tabelle und in den Schritten.`,
  grantsAt: (count) => counted(count, 'Rolle', 'Rollen'),
  orphansAt: (count) => `${count} verwaist`,
  read: { allowed: 'liest', refused: 'wird abgelehnt' },
  deletedPrincipal: (name) => `${name}, gelöscht`,
  steps: 'Schritte',
  asSteps: 'Als Schritte lesen',
  stepOf: (step, all) => (step === 0 ? 'Vor dem ersten Schritt' : `Schritt ${step} von ${all}`),
  announce: (step, all, title, text) =>
    step === 0 ? `${title}. ${text}` : `Schritt ${step} von ${all}. ${title}. ${text}`,
  laneChanges,
  verdictTitle,
  verdict,
  told,
  /** A whole script in words, for where no picture can stand. */
  toldScript: ({ script, moments: all, reasons }) => ({
    title: scripts[script].title,
    steps: [...all.map(told), { title: verdictTitle, text: verdict(reasons).join(' ') }],
  }),
  open: 'Die zwei Bahnen öffnen',
  toTheatre: 'Eine einzelne Anforderung, Nachricht für Nachricht',
  unknownTitle: 'Kein solcher Ablauf',
  unknownText: (id) =>
    `Unter dem Namen „${id}“ lässt sich auf zwei Bahnen nichts abspielen. Wählen Sie einen dieser Abläufe.`,
};
