import type { ReachStep } from '#app/sandbox/why.ts';
import { whyWords as words } from '#words/sandbox/why.ts';

/** A way from one identity to another, step by step. */
export function wayInWords(path: readonly ReachStep[]): string {
  return path.map(stepInWords).join(', ');
}

function stepInWords(step: ReachStep): string {
  switch (step.kind) {
    case 'runCode':
      return words.runCode(last(step.hostId));
    case 'codeOnHost':
      return words.codeOnHost(last(step.hostId));
    case 'attach':
      return words.attach(last(step.identityId), last(step.hostId));
    case 'federatedCredential':
      return words.federate(last(step.identityId));
  }
}

/** The name at the end of an id. */
export function last(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
