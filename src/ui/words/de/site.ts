import type { siteWords as english } from '#ui/words/en/site.ts';
import type { Translated } from '#ui/words/translation.ts';

/** What search engines, previews and language models read of the pages; no byte of it is in the page's own code. */
export const siteWords: Translated<typeof english> = {
  name: 'Managed Identity Lab',
  product:
    'Verwaltete Identitäten in Azure lernen, indem Sie sie ausführen, im Browser: kein Abonnement, kein Konto, kein Netzwerk. Lektionen, der Tokenfluss zum Zusehen, eine Sandbox und Quizze, alles auf einer einzigen, genauen Simulation.',
  descriptions: {
    lessons:
      'Ein Kurs über verwaltete Identitäten in Azure in kurzen Lektionen: systemseitig und benutzerseitig zugewiesene Identitäten, der Tokenfluss, Rollen und Bereiche, und was beim Löschen zurückbleibt.',
    flow: 'Sehen Sie Nachricht für Nachricht, wie ein Token für eine verwaltete Identität in Azure angefordert und verwendet wird: jede Anforderung und jede Antwort vollständig, jeder Claim mit dem, der ihn vergleicht.',
    lanes:
      'Derselbe Ablauf, einmal mit systemseitig und einmal mit benutzerseitig zugewiesenen verwalteten Identitäten, nebeneinander: wie viele Prinzipale, Rollenzuweisungen und verwaiste Zuweisungen jeweils entstehen.',
    sandbox:
      'Ein kostenloses simuliertes Azure im Browser: Erstellen Sie virtuelle Computer, Apps, Identitäten und Rollenzuweisungen, fordern Sie Tokens an, lesen Sie Geheimnisse, und sehen Sie, warum jeder Aufruf erlaubt oder abgelehnt wird.',
    quizzes:
      'Fragen zu verwalteten Identitäten in Azure, vor allem systemseitig gegen benutzerseitig zugewiesen. Jede Antwort sagt, warum, und jede Lösung ist durch die Simulation belegt.',
    glossary:
      'Die Begriffe rund um verwaltete Identitäten in Azure, jeder in ein oder zwei Sätzen: Dienstprinzipal, Client-ID, Objekt-ID, Bereich, Zielgruppe, föderierte Anmeldeinformation und die übrigen.',
    reference:
      'Integrierte Rollen, Fehlercodes mit Ursache und Abhilfe, Claims, Endpunkte, Grenzwerte und Namensregeln für verwaltete Identitäten in Azure, erzeugt aus einer einzigen Simulation.',
    referencePages: {
      questions:
        'Sechzehn Irrtümer über verwaltete Azure-Identitäten und dreizehn Fragen aus Kursen, mit ihren Antworten.',
      roles:
        'Die integrierten Azure-Rollen, die verwalteten Identitäten am häufigsten zugewiesen werden: was jede erlaubt, und auf welcher Ebene.',
      errors:
        'Was Azure antwortet, wenn ein Token oder ein Aufruf abgelehnt wird: jeder Code und jede Meldung mit Ursache und Abhilfe.',
      claims:
        'Die Claims im Zugriffstoken einer verwalteten Identität: was jeder enthält, und wer ihn womit vergleicht.',
      endpoints: 'Wo jeder Host ein Token anfordert, und welche Zielgruppe jedes Ziel annimmt.',
      limits: 'Die Grenzwerte rund um verwaltete Identitäten in Azure: wie viele, wie lange, wie oft.',
      names: 'Welche Namen Azure für Ressourcen, Identitäten und Anmeldeinformationen zulässt.',
      hosts:
        'Welche Arten von Azure-Hosts verwaltete Identitäten haben können, und wie jede davon ein Token anfordert.',
      rules: 'Die nummerierten Regeln des simulierten Azure, jede mit ihrer Quelle.',
    },
  },
};
