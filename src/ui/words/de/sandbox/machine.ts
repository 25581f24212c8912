import type { ImdsFault } from '#domain/imds/state.ts';
import type { PowerState } from '#domain/compute/state.ts';
import type { machineWords as english } from '#ui/words/en/sandbox/machine.ts';
import type { Translated } from '#ui/words/translation.ts';

const power: Readonly<Record<PowerState, string>> = {
  running: 'Läuft.',
  stopped: 'Angehalten und noch zugeordnet: Azure hält den Platz frei und berechnet ihn.',
  deallocated: 'Zuordnung aufgehoben: Der Platz ist zurückgegeben.',
};

const faults: Readonly<Record<ImdsFault['kind'], string>> = {
  throttled: '429, zu viele Anforderungen',
  updating: '410, IMDS wird aktualisiert',
  endpointUpdating: '404, der Endpunkt wird aktualisiert',
  serverError: '500, interner Fehler',
  unavailable: '503, nicht verfügbar',
  restarting: '500, IMDS startet neu',
};

/** Words of virtual machines and scale sets. */
export const machineWords: Translated<typeof english> = {
  power: 'Betrieb',
  powerState: power,
  powerActions: { start: 'Starten', powerOff: 'Anhalten', deallocate: 'Zuordnung aufheben', restart: 'Neu starten' },
  instances: 'Instanzen',
  manual: 'Instanzen behalten ihre bisherigen Identitäten, bis Sie sie aktualisieren.',
  automatic: 'Instanzen folgen der Skalierungsgruppe sofort.',
  update: 'Instanzen aktualisieren',
  upgradeMode: 'Upgrademodus',
  upgradeModes: {
    Automatic: 'Automatic: Instanzen folgen sofort',
    Manual: 'Manual: Instanzen werden von Hand aktualisiert',
  },
  fault: 'Fehler von IMDS',
  faultKind: 'IMDS antwortet',
  faultKinds: faults,
  faultCount: 'Wie oft',
  faultCounts: { '1': 'einmal', '3': 'dreimal', '5': 'fünfmal', ever: 'bis es behoben wird' },
  faultOn: ({ kind, requests }) =>
    requests === null
      ? `IMDS antwortet ${faults[kind]}, bis es behoben wird.`
      : `IMDS antwortet ${faults[kind]}, ${requests === 1 ? 'noch einmal' : `noch ${requests}-mal`}.`,
  faultOff: 'IMDS funktioniert.',
  fail: 'IMDS ausfallen lassen',
  mend: 'IMDS reparieren',
  runCommand: 'Befehl darauf ausführen',
  runCommandHint:
    'Was ein Mitwirkender kann: auf dem Computer ein Skript ausführen, das IMDS um ein Token für dessen Identität bittet.',
  audience: 'Das Skript fordert ein Token an für',
  run: 'Befehl ausführen',
};
