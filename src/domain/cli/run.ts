import { runAz } from './az/run.ts';
import type { Printing } from './az/run.ts';
import { runCurl, shellVariables } from './curl/run.ts';
import { runLab } from './lab/run.ts';
import { failed, text } from './reply.ts';
import type { Context, Reply } from './reply.ts';
import { nearMisses } from './suggest.ts';
import { shellWords } from './words.ts';

interface LineReply {
  readonly reply: Reply;
  /** How a value is printed; null where only text is. */
  readonly printing: Printing | null;
}

/** The programs of this terminal. */
export const programs = ['az', 'curl', 'lab', 'echo', 'help'] as const;

const overview = `az    the Azure CLI: az --help, az vm create --help
curl  requests from where this terminal is: curl -H Metadata:true "http://169.254.169.254/metadata/…"
lab   time, faults and people of the simulator: lab help`;

/** Reads a line and runs the program that it begins with. */
export function runLine(context: Context, line: string): LineReply {
  const read = shellWords(line, shellVariables(context));
  if (read.kind === 'unreadable') return { reply: failed(read.message), printing: null };
  const [program, ...words] = read.words;
  switch (program) {
    case undefined:
      return { reply: text(''), printing: null };
    case 'az':
      return runAz(context, words);
    case 'curl':
      return { reply: runCurl(context, words), printing: null };
    case 'lab':
      return { reply: runLab(context, words), printing: null };
    case 'echo':
      return { reply: text(words.join(' ')), printing: null };
    case 'help':
      return { reply: text(overview), printing: null };
    default:
      return { reply: failed(unknownProgram(program)), printing: null };
  }
}

function unknownProgram(program: string): string {
  const [near] = nearMisses(program, programs);
  const hint = near === undefined ? 'This terminal knows az, curl and lab.' : `Did you mean '${near}' ?`;
  return `${program}: command not found\n${hint}`;
}
