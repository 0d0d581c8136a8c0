import type { Span } from '../document/model';
import { declaredAt } from './hover/declared';
import type { Line } from './hover/lines';
import { writtenAt } from './hover/written';
import type { Known } from './known';

/** What is said about a place of the file. */
export interface Hover {
  /** What it is about. */
  readonly span: Span;
  readonly lines: readonly Line[];
}

/** What is known about whatever stands at an offset of any text, however broken; the site is not asked. */
export function hoverAt(text: string, offset: number, known: Known): Hover | undefined {
  return declaredAt(offset, known) ?? writtenAt(text, offset, known);
}
