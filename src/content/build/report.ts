import type { Place, Problem, Spot } from './problem.ts';

/** What one file may refer to in another. A `link` is an address within the app. */
export type ReferenceKind = 'lesson' | 'scenario' | 'point' | 'objective' | 'question' | 'rule' | 'link';

export interface Reference {
  readonly kind: ReferenceKind;
  readonly target: string;
  readonly file: string;
  readonly spot: Spot;
}

/** Ids that are unique over the whole content. */
export type DefinitionKind = 'question' | 'world';

export interface Definition {
  readonly kind: DefinitionKind;
  readonly id: string;
  readonly file: string;
  readonly spot: Spot;
}

/**
 * What the compiler finds in one file. Compiling goes on after a problem, so that an author sees all of
 * them at once; references are collected for the check of the whole.
 */
export class Report {
  readonly file: string;
  readonly problems: Problem[] = [];
  readonly references: Reference[] = [];
  readonly definitions: Definition[] = [];

  constructor(file: string) {
    this.file = file;
  }

  problem(spot: Spot, message: string): void {
    this.problems.push({ file: this.file, ...spot, message });
  }

  refer(kind: ReferenceKind, target: string, spot: Spot): void {
    this.references.push({ kind, target, file: this.file, spot });
  }

  /** Each item of a list refers to something. */
  referAll(kind: ReferenceKind, targets: readonly string[], place: Place): void {
    for (const [index, target] of targets.entries()) this.refer(kind, target, place.spot(index));
  }

  define(kind: DefinitionKind, id: string, spot: Spot): void {
    this.definitions.push({ kind, id, file: this.file, spot });
  }
}
