import { isMap } from 'yaml';
import type { TextEdit } from '../edit';
import { insertField } from './field';
import { growSection } from './grow';
import { quoteKey, quotesOf } from './quote';

/** The edits that add a name to a section that is a mapping. What is written follows the colon at once. */
export function addNamed(
  text: string,
  section: 'teams' | 'spaces',
  name: string,
  written: string,
): readonly TextEdit[] {
  const quotes = quotesOf(text);
  const inFlow = quoteKey(name, { flow: true, quotes }) + `:${written}`;
  const line = quoteKey(name, { flow: false, quotes }) + `:${written}`;
  const first = { inFlow, inLines: (column: number) => ' '.repeat(column) + line };
  return growSection(text, section, first, (entries) =>
    isMap(entries) ? insertField(text, entries, entries.flow === true ? inFlow : line) : [],
  );
}
