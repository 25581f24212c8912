/** Words around the terminal; what it prints is its own. */
export const terminalWords = {
  title: 'Terminal',
  open: 'Terminal',
  close: 'Close the terminal',
  loading: 'Opening the terminal',
  welcome:
    'The Azure CLI of this world. Try az login, az account show, az resource list, az vm create, curl, or help. Tab completes, the up arrow brings back.',
  output: 'Output of the terminal',
  line: 'Command line',
  prompt: (who: string, place: string) => `${who}@${place}$`,
  laptop: 'laptop',
  clear: 'Clear',
  copyAll: 'Copy all',
  failed: 'The line could not be run: the lab has a fault here.',
} as const;
