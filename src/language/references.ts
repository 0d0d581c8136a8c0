import type { Span } from '../document/model';
import { nameSpan } from './mention';
import { mentionAt, mentionsOf } from './names';
import type { Source } from './source';

/** A place with the name that was asked about. */
export interface Occurrence {
  readonly span: Span;
  readonly isDefinition: boolean;
}

/** All places with the name that stands at an offset, in the order of the text. */
export function occurrencesAt(source: Source, offset: number): readonly Occurrence[] {
  const mention = mentionAt(source, offset);
  if (!mention) return [];
  return mentionsOf(source, mention).map((one) => ({
    span: nameSpan(source.text, one),
    isDefinition: one.isDefinition,
  }));
}
