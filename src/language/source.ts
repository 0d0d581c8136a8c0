import type { Document, Problem } from '../document/model';

/** The text of a file, and what was read from this very text. */
export interface Source {
  readonly text: string;
  readonly document: Document;
  readonly problems: readonly Problem[];
}
