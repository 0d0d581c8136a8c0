import { addPage } from '../document/edit/entry';
import { addToList } from '../document/edit/list';
import type { Document } from '../document/model';
import type { Answers } from './ask/answers';
import { listsFor, namesOn, type ListName } from './ask/lists';
import type { ChosenPage } from './ask/page';
import { readStaff } from './ask/staff';
import type { FindEdits } from './inTurn';

/** What puts guests on the lists of a page; whoever is there already stays once. A list that is new names the staff, too. */
export function putOnPage(
  page: ChosenPage,
  guests: readonly string[],
  access: ListName,
  { staff }: Pick<Answers, 'staff'>,
  document: Document,
): readonly FindEdits[] {
  const { entry, title, written } = page;
  const lists = listsFor(access, page);
  const everybody = [...guests, ...(staff ? [readStaff(staff.text)] : [])];
  if (!entry) {
    const fields = {
      page: written,
      ...(title !== undefined && { title }),
      ...Object.fromEntries(lists.map((list) => [list, everybody])),
    };
    return [(text) => addPage(text, fields)];
  }
  return lists.flatMap((list): readonly FindEdits[] => {
    const isThere = namesOn(entry[list], document);
    const missing = (entry[list] ? guests : everybody).filter((who) => !isThere(who));
    if (missing.length === 0) return [];
    return [(text, place) => addToList(text, place(entry.span), list, ...missing)];
  });
}
