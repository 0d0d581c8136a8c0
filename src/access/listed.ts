import type { Document, SharedPage } from '../document/model';
import { expandTeams, isGranted } from '../sync/desired';
import type { Operation } from '../sync/model';
import { entriesAt } from './sharing';

/**
 * The addresses of the guests whom the file lets view or edit a page, teams expanded; `undefined` when
 * it does not decide that. Whoever may edit may view too. `today` is `YYYY-MM-DD`.
 */
export function guestsListed(
  operation: Operation,
  { view, edit }: SharedPage,
  document: Document,
  today: string,
): readonly string[] | undefined {
  const list = operation === 'edit' ? edit : view && [...view, ...(edit ?? [])];
  return (
    list &&
    expandTeams(list, document).flatMap((entry) =>
      entry.kind === 'guest' &&
      entriesAt(entry.email, document).some((guest) => isGranted(guest, today))
        ? [entry.email]
        : [],
    )
  );
}
