import type { TextEdit } from '../document/edit';
import { addGuest, addPage } from '../document/edit/entry';
import type { Document, Span } from '../document/model';

/** Something that is to be written into a file. */
export interface Writing {
  /** None when it is there already; `undefined` when the text is not sound enough to be written in. */
  readonly edits: readonly TextEdit[] | undefined;
  /** Where it stands once it is written. */
  readonly find: (document: Document) => Span | undefined;
}

/** Whether guests and pages can be added to this text, so that nobody answers questions in vain. */
export function canWrite(text: string): boolean {
  const guest = addGuest(text, { email: 'ana@partner.example', space: 'DOCS' });
  return guest.length > 0 && addPage(text, { page: '123456' }).length > 0;
}
