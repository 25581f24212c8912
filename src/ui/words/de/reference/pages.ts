import type { referenceWords as english } from '#ui/words/en/reference/pages.ts';
import type { Translated } from '#ui/words/translation.ts';

/** Words of the reference pages; inline code in backticks. */
export const referenceWords: Translated<typeof english> = {
  title: 'Referenz',
  lead: 'Alles zum Nachschlagen, erzeugt aus den Tabellen, nach denen der Simulator selbst entscheidet.',
  glossary: {
    title: 'Glossar',
    summary: 'Die Fachbegriffe, jeder in ein, zwei Sätzen.',
    lead: 'Die Fachbegriffe. Eine Lektion verlinkt einen Begriff dort, wo sie ihn zum ersten Mal verwendet.',
    filter: 'Begriff suchen',
    also: 'Siehe auch',
    alsoCalled: (forms) => `Auch geschrieben: ${forms.join(', ')}`,
    lesson: 'Die Lektion dazu',
    letters: 'Anfangsbuchstaben',
  },
  pages: {
    questions: {
      title: 'Oft falsch, oft gefragt',
      summary: 'Sechzehn verbreitete Irrtümer, dreizehn Fragen aus Kursen, und wo sie beantwortet werden.',
      lead: 'Was man über verwaltete Identitäten glaubt und was stimmt; und die Fragen, die in jedem Kurs kommen.',
      filter: 'Irrtum oder Frage suchen',
    },
    roles: {
      title: 'Integrierte Rollen',
      summary: 'Was jede Rolle auf der Steuerungsebene und auf der Datenebene erlaubt, mit ihrer GUID.',
      lead: '`actions` gelten auf der Steuerungsebene, `dataActions` auf der Datenebene; ein Stern steht für jede beliebige Fortsetzung. Was `notActions` ausnimmt, kann eine andere Rolle gewähren.',
      filter: 'Rolle, Aktion oder GUID suchen',
    },
    errors: {
      title: 'Fehler',
      summary: 'Jede Ablehnung mit ihrem genauen Wortlaut, ihrer Ursache und der Abhilfe.',
      lead: 'Jede Ablehnung, mit der der Simulator antwortet, im genauen Wortlaut. `{…}` steht für das, was von Fall zu Fall verschieden ist. Fügen Sie ein Stück Ihrer Fehlermeldung ein, um sie zu finden.',
      filter: 'Code, Status oder Wörter einer Meldung suchen',
    },
    claims: {
      title: 'Claims',
      summary: 'Was in einem Token steht und wer es vergleicht.',
      lead: 'Die Claims im Token einer verwalteten Identität, in der Reihenfolge, in der sie geschrieben werden. Für einen Client ist das Token undurchsichtig: Nur das Ziel soll es lesen.',
      filter: 'Claim suchen',
    },
    endpoints: {
      title: 'Endpunkte und Zielgruppen',
      summary: 'Wo ein Token angefordert wird und welches Token jedes Ziel annimmt.',
      lead: 'Zwei Fragen mit verschiedenen Antworten: wo der Code ein Token anfordert, und für wen das Token sein muss.',
      filter: 'Endpunkt oder Ziel suchen',
    },
    limits: {
      title: 'Grenzwerte und Zeiten',
      summary: 'Wie lange etwas gilt, wie spät es wirkt und wie viele es davon geben darf.',
      lead: 'Die meisten schwierigen Fragen handeln von Zeit. Zahlen mit einer Regel sind die, nach denen sich der Simulator richtet.',
      filter: 'Grenzwert suchen',
    },
    names: {
      title: 'Namensregeln',
      summary: 'Wie ein Name aussehen darf und wo er der einzige sein muss.',
      lead: 'Die Regeln, nach denen der Simulator einen Namen annimmt oder ablehnt. Groß- und Kleinschreibung macht nie zwei Namen daraus.',
      filter: 'Art suchen',
    },
    hosts: {
      title: 'Hosts',
      summary: 'Jeder Host mit seinem Endpunkt, seinem Header und seinen Arten von Identität.',
      lead: 'Auf jeder Art von Host fragt Code eine andere Adresse. SDKs kennen sie alle; von Hand brauchen Sie diese Tabelle.',
      filter: 'Host suchen',
    },
    rules: {
      title: 'Regeln des Simulators',
      summary: 'Jede Regel, an die sich der Simulator hält, nummeriert und mit ihrer Quelle.',
      lead: 'Lektionen verweisen auf diese Regeln, und Tests prüfen, dass der Simulator sie einhält. Jede nennt ihre Herkunft: eine Seite von Microsoft, eine Antwort des echten Azure in einem öffentlichen Bericht, den Quellcode eines Clients. Was niemand dokumentiert, ist als eigene Festlegung des Simulators gekennzeichnet.',
      filter: 'Regel nach Nummer oder Wörtern suchen',
    },
  },
  ownCode: {
    title: 'Mit eigenem Code verwenden',
    summary:
      'Der Companion: offizielle SDKs für Node, Python, .NET, Java und Go, curl und az, auf Ihrem eigenen Computer.',
  },
  others: 'Seiten der Referenz',
  count: (shown, all) => (shown === all ? `${all} insgesamt` : `${shown} von ${all}`),
  nothing: (query) => `Hier enthält nichts „${query}“.`,
  clear: 'Alle zeigen',
  linkTo: (name) => `Link zu ${name}`,
  copy: (what) => `${what} kopieren`,
  copied: 'Kopiert',
  copyFailed: 'Kopieren nicht möglich',
  unknownTitle: 'Keine solche Seite der Referenz',
  unknownText: 'Die Übersicht führt alle Seiten auf, die es gibt.',
  sources: {
    docs: 'Von Microsoft dokumentiert',
    capture: 'In Azure mitgeschnitten',
    sdk: 'Im Quellcode eines Clients',
    spec: 'In einer Spezifikation',
    unconfirmed: 'Eigene Worte des Simulators',
  },
  rule: (id) => `Regel ${id}`,
  ruleHead: 'Regel',
};
