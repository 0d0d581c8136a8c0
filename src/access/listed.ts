import { entriesOf } from '../document/entries';
import type { Document, SharedPage } from '../document/model';
import { expandTeams, isGranted, type Entry } from '../sync/desired';
import type { Operation } from '../sync/model';

/**
 * Whom the file lets view or edit a page, teams expanded and without the guests who have no access on
 * this day; `undefined` when it does not decide that. Whoever may edit may view too. `today` is `YYYY-MM-DD`.
 */
export function entriesListed(
  operation: Operation,
  { view, edit }: SharedPage,
  document: Document,
  today: string,
): readonly Entry[] | undefined {
  const list = operation === 'edit' ? edit : view && [...view, ...(edit ?? [])];
  return (
    list &&
    expandTeams(list, document).filter(
      (entry) =>
        entry.kind !== 'guest' ||
        entriesOf(entry.email, document).some((guest) => isGranted(guest, today)),
    )
  );
}

/** The addresses of the guests among them. */
export function guestsListed(
  ...asked: Parameters<typeof entriesListed>
): readonly string[] | undefined {
  return entriesListed(...asked)?.flatMap((entry) => (entry.kind === 'guest' ? [entry.email] : []));
}
