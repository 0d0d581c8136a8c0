import type { Span } from '../document/model';
import { stretchAround } from './layout';
import { nameSpan } from './mention';
import { mentionAt, mentionsOf, sectionsIn } from './names';
import type { Source } from './source';

/** A place that says what is named somewhere else. */
export interface Definition {
  /** The name that was asked about. */
  readonly from: Span;
  /** The whole entry. */
  readonly entry: Span;
  readonly name: Span;
}

/** The entries of the guest, team, space or page that is named at an offset. */
export function definitionsAt(source: Source, offset: number): readonly Definition[] {
  const mention = mentionAt(source, offset);
  if (!mention) return [];
  const { text } = source;
  const from = nameSpan(text, mention);
  const entries = sectionsIn(source).flatMap((section) => section.entries);
  return mentionsOf(source, mention)
    .filter(({ isDefinition }) => isDefinition)
    .map((one) => ({
      from,
      entry: stretchAround(entries, one.span) ?? one.span,
      name: nameSpan(text, one),
    }));
}
