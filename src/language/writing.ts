import { isAlias, isSeq } from 'yaml';
import type { TextEdit } from '../document/edit';
import { applyEdits } from '../document/edit';
import { addGuest, addPage } from '../document/edit/entry';
import { addKey } from '../document/edit/key';
import { isVoid } from '../document/edit/layout';
import { sectionAt } from '../document/edit/section';
import type { Document, Span } from '../document/model';
import { maxWhileWaiting, mistakesIn } from './fixes/mistakes';
import { inTurn, type FindEdits } from './inTurn';
import type { Known } from './known';

/** Something that is to be written into a file. */
export interface Writing {
  /** None when it is there already; `undefined` when the text is not sound enough to be written in. */
  readonly edits: readonly TextEdit[] | undefined;
  /** Where it stands once it is written. */
  readonly find: (document: Document) => Span | undefined;
}

/**
 * The edits that are found one after another. `undefined` when one finds none, and when they would leave
 * more mistakes in a text that has some; a long one is not read again for that.
 */
export function writeInTurn(
  text: string,
  finds: readonly FindEdits[],
  known: Known,
): readonly TextEdit[] | undefined {
  const { today } = known;
  const edits = inTurn(text, [...beginning(text, known), ...finds]);
  if (!edits || text.length > maxWhileWaiting) return edits;
  const mistakes = mistakesIn(text, today).length;
  if (mistakes === 0) return edits;
  return mistakesIn(applyEdits(text, edits), today).length > mistakes ? undefined : edits;
}

/** What every file has, where nothing but comments stands yet; of the sites, the only one. */
function beginning(text: string, { sites = [] }: Known): readonly FindEdits[] {
  if (!isVoid(text)) return [];
  const [site, ...others] = sites;
  return [
    (before) => addKey(before, 'version', () => ' 1'),
    ...(site === undefined || others.length > 0
      ? []
      : [(before: string) => addKey(before, 'site', () => ` ${site}`)]),
  ];
}

const samples = {
  guests: (text: string) => addGuest(text, { email: 'ana@partner.example', space: 'DOCS' }),
  pages: (text: string) => addPage(text, { page: '123456' }),
};

/** Whether guests and pages can be added to this text, so that nobody answers questions in vain. */
export function canWrite(text: string): boolean {
  return samples.guests(text).length > 0 && samples.pages(text).length > 0;
}

/**
 * A list that is in the way of that without being wrong: YAML may repeat it elsewhere or take it from there,
 * so that an entry would be added in several places, or it is written in another rare way.
 */
export function closedList(text: string): keyof typeof samples | undefined {
  return (['guests', 'pages'] as const).find((name) => {
    const section = sectionAt(text, name);
    const isSound =
      section && section !== 'unsound' && (isSeq(section.node) || isAlias(section.node));
    return isSound && samples[name](text).length === 0;
  });
}
