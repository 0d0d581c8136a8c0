import type { TextEdit } from '../document/edit';
import { applyEdits } from '../document/edit';
import { addGuest, addPage } from '../document/edit/entry';
import type { Document, Span } from '../document/model';
import { maxReread, mistakesIn } from './fixes/mistakes';
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
  { today }: Known,
): readonly TextEdit[] | undefined {
  const edits = inTurn(text, finds);
  if (!edits || text.length > maxReread) return edits;
  const mistakes = mistakesIn(text, today).length;
  if (mistakes === 0) return edits;
  return mistakesIn(applyEdits(text, edits), today).length > mistakes ? undefined : edits;
}

/** Whether guests and pages can be added to this text, so that nobody answers questions in vain. */
export function canWrite(text: string): boolean {
  const guest = addGuest(text, { email: 'ana@partner.example', space: 'DOCS' });
  return guest.length > 0 && addPage(text, { page: '123456' }).length > 0;
}
