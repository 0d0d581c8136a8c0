import type { Node } from 'yaml';
import { isCollection } from 'yaml';
import type { SectionName } from '../cut';
import { holdsList } from '../cut';
import type { TextEdit } from '../edit';
import { isNothing, spanOf } from '../node';
import { cutForEdit } from './cut';
import { colonOf, writeValue } from './field';
import { appendPart } from './flow';
import { addKey } from './key';
import { insertBelow, lineBreakOf, remove } from './layout';
import { isMarked } from './piece';
import { sectionAt } from './section';

/** An entry as it is written where it is the first of its section. */
export interface First {
  /** In the brackets or braces of the section. */
  readonly inFlow: string;
  /** In lines that begin at a column. */
  readonly inLines: (column: number) => string;
}

/** The edits that add an entry to a section, which is added as well if the file has none. */
export function growSection(
  text: string,
  name: SectionName,
  { inFlow, inLines }: First,
  addTo: (entries: Node) => readonly TextEdit[],
): readonly TextEdit[] {
  const section = sectionAt(text, name);
  if (section === 'unsound') return [];
  const collection = holdsList(name) ? `[${inFlow}]` : `{ ${inFlow} }`;
  const lines = inLines(indentOf(text, name));
  if (!section)
    return addKey(text, name, (flow) => (flow ? ` ${collection}` : lineBreakOf(text) + lines));
  const { key, node, flow } = section;
  if (isCollection(node) && node.items.length > 0) return addTo(node);
  const colon = colonOf(text, key);
  if (colon === undefined || isMarked(node)) return [];
  const { start, end } = node ? spanOf(node) : { start: colon, end: colon };
  if (start === end)
    return flow ? writeValue(text, key, collection) : [insertBelow(text, colon, lines)];
  const isEmpty = isNothing(node) || /^[[{][ \t]*[\]}]$/.test(text.slice(start, end));
  if (isEmpty && !flow) return [remove(colon, end), insertBelow(text, end, lines)];
  return isCollection(node) ? appendPart(text, node, undefined, [inFlow]) : [];
}

/** How far entries are indented in this file; those of mappings must be. */
function indentOf(text: string, name: SectionName): number {
  const isList = holdsList(name);
  for (const { below } of cutForEdit(text) ?? []) {
    if (!below || holdsList(below.name) !== isList) continue;
    const [start = 0] = below.bounds;
    return /^ */.exec(text.slice(start, start + 80))?.[0].length ?? 0;
  }
  const [margin = ''] = /^ *(?=["'\w])/m.exec(text) ?? [];
  return margin.length + 2;
}
