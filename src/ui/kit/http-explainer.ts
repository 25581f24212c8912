import type { ReactNode } from 'react';
import type { HttpPart } from './http-parts.ts';

/** What is said of the parts of a message. */
export interface HttpExplainer {
  /** Name of the list of parts. */
  readonly label: string;
  /** Stands where no part is pointed at. */
  readonly hint: string;
  /** Summary of the same as a list. */
  readonly partByPart: string;
  readonly title: (part: HttpPart) => string;
  readonly text: (part: HttpPart) => ReactNode;
}
