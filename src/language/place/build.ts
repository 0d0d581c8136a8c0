import { holdsList } from '../../document/cut';
import type { Span } from '../../document/model';
import { isComment, lineAt } from '../line';
import type { Place } from '../place';
import { begunIn, textOf } from './block';
import { entryIn } from './entry';
import type { Opening } from './opening';

/** A place outside of brackets. */
export interface Finding {
  /** Around the place, without the key that is being written. */
  readonly openings: readonly Opening[];
  readonly kind: Place['kind'];
  readonly span: Span;
  readonly key?: Opening;
  /** What is missing before it on its line. */
  readonly lead?: '- ' | '  ';
}

export function build(text: string, finding: Finding, cursor: number): Place {
  const { openings, kind, span, key } = finding;
  const line = lineAt(text, span.start);
  const ownLine =
    span.start === line.first || line.first === line.end || isComment(text, line.first);
  const parent = openings.at(-1);
  const isGlued = span.start === cursor && parent?.after === cursor;
  const lead = finding.lead ?? (isGlued ? ' ' : '');
  const column =
    kind === 'value' && !ownLine && parent ? parent.column : span.start - line.start + lead.length;
  const path = openings.map(({ name }) => name);
  return {
    path: lead === '- ' ? [...path, '-'] : path,
    ...{ kind, span, column, lead, ownLine },
    written: text.slice(span.start, cursor),
    siblings: kind === 'item' ? [] : siblingsOf(text, finding, column),
    items: kind === 'item' ? itemsOf(text, finding) : [],
    entry: entryIn(text, key ? [...openings, key] : openings, []),
    flow: false,
    tail: '',
    colon: key !== undefined,
  };
}

function siblingsOf(
  text: string,
  { openings, kind, span }: Finding,
  column: number,
): readonly string[] {
  const own = kind === 'value' ? openings.at(-1) : undefined;
  const parent = openings.at(own ? -2 : -1);
  const start = own?.start ?? span.start;
  return [...begunIn(text, parent, own?.column ?? column)]
    .filter(({ opening }) => opening.kind === 'key' && opening.start !== start)
    .map(({ opening }) => opening.name);
}

function itemsOf(text: string, { openings, lead, span }: Finding): readonly string[] {
  // Thousands of guests and pages, which are no texts.
  if (openings.length < 3 && holdsList(openings[0]?.name ?? '')) return [];
  const own = lead === '- ' ? undefined : openings.at(-1);
  const column = span.start - lineAt(text, span.start).start;
  return [...begunIn(text, openings.at(own ? -2 : -1), own?.column ?? column)]
    .filter(({ opening }) => opening.kind === 'item' && opening.start !== own?.start)
    .map(({ rest }) => textOf(text, rest))
    .filter((item) => item !== '');
}
