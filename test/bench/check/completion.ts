import { parse } from '../../../src/document/parse';
import { complete } from '../../../src/language/completion';
import { today } from './file';

interface Asked {
  readonly name: string;
  readonly section: 'guests' | 'pages';
  /** Behind what, in the middle of the section, something is typed. */
  readonly behind: string;
  readonly typed: string;
}

const asked: readonly Asked[] = [
  { name: 'key of a guest', section: 'guests', behind: 'reason: ', typed: 'x\n    o' },
  { name: 'list of a page', section: 'pages', behind: 'view: [', typed: 'guest4' },
];

/** Completions in the middle of a file, each with the number of what is offered. */
export function completionsIn(
  text: string,
): readonly { readonly name: string; readonly ask: () => number }[] {
  return asked.map(({ name, section, behind, typed }) => {
    const start = text.indexOf(`\n${section}:`);
    const at = text.indexOf(behind, (start + text.length) / 2) + behind.length;
    const edited = text.slice(0, at) + typed + text.slice(at);
    const { document } = parse(edited, today);
    const known = { document, today, lists: undefined, reading: undefined };
    return { name, ask: () => complete(edited, at + typed.length, known).items.length };
  });
}
