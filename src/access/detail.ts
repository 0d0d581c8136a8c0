import { addressKey } from '../document/address';
import { entriesOf } from '../document/entries';
import type { Document, Guest, SharedPage, Span } from '../document/model';
import { sentence, type Sentence } from '../document/sentence';
import { expandTeams, isGranted, type Entry } from '../sync/desired';
import { found } from '../sync/look';
import { operationWords, pagesNaming } from './sharing';
import type { Reading } from './reading';

/** One fact below a row, with the line of the file that says it. */
export interface Detail {
  readonly kind: 'address' | 'space' | 'role' | 'expires' | 'reason' | 'owner' | 'page' | Who;
  readonly label: string;
  readonly words: Sentence | undefined;
  readonly span: Span;
}

type Who = Entry['kind'];

/** What the file says about a guest, and the pages that name them. `today` is `YYYY-MM-DD`. */
export function guestDetails(
  guest: Guest,
  document: Document,
  reading: Reading | undefined,
  today: string,
): readonly Detail[] {
  const { email, space, role, expires, reason, owner, span } = guest;
  const live = found(reading?.live.spaces.get(space));
  const fact = (kind: Detail['kind'], label: string | undefined, words?: Sentence): Detail[] =>
    label === undefined ? [] : [{ kind, label, words, span }];
  return [
    ...fact('address', email),
    ...fact('space', live?.name ?? space, sentence('space')),
    ...fact('role', role, sentence('role')),
    ...fact('expires', expires, sentence('last day')),
    ...fact('reason', reason, sentence('reason')),
    ...fact('owner', owner, sentence('owner')),
    ...pagesOf(guest, document, reading, today),
  ];
}

function pagesOf(
  { email }: Guest,
  document: Document,
  reading: Reading | undefined,
  today: string,
): readonly Detail[] {
  const isIn = hasAccess(email, document, today);
  return pagesNaming({ kind: 'guest', email }, document).map(({ page, operations }) => ({
    kind: 'page' as const,
    label: titleOf(page, reading),
    words: isIn ? operationWords(operations) : withoutAccess,
    span: page.span,
  }));
}

/** Everybody on a page's lists, teams expanded, each once with what they may do. `today` is `YYYY-MM-DD`. */
export function pageDetails(
  page: SharedPage,
  document: Document,
  today: string,
): readonly Detail[] {
  return listed(page, document).map(({ entry, words }) => ({
    kind: entry.kind,
    label: nameOf(entry),
    words:
      entry.kind !== 'guest' || hasAccess(entry.email, document, today) ? words : withoutAccess,
    span: entry.span,
  }));
}

/** Whether the file gives somebody a space; without one no list lets them see a page. */
function hasAccess(email: string, document: Document, today: string): boolean {
  return entriesOf(email, document).some((guest) => isGranted(guest, today));
}

const withoutAccess = sentence('listed, without access by the file');

/** The title on the site, else the file's, else that in the page's address, else its id. */
export function titleOf(
  { id, title, addressTitle }: SharedPage,
  reading: Reading | undefined,
): string {
  return found(reading?.live.pages.get(id))?.title ?? title ?? addressTitle ?? id;
}

function listed(
  { view = [], edit = [] }: SharedPage,
  document: Document,
): readonly { readonly entry: Entry; readonly words: Sentence }[] {
  const keys = (list: readonly Entry[]): ReadonlySet<string> => new Set(list.map(keyOf));
  const viewers = expandTeams(view, document);
  const editors = expandTeams(edit, document);
  const [views, edits] = [keys(viewers), keys(editors)];
  return [
    ...viewers.map((entry) => ({
      entry,
      words: edits.has(keyOf(entry)) ? sentence('view and edit') : sentence('view'),
    })),
    ...editors
      .filter((entry) => !views.has(keyOf(entry)))
      .map((entry) => ({ entry, words: sentence('edit') })),
  ];
}

function keyOf(entry: Entry): string {
  return `${entry.kind} ${addressKey(nameOf(entry))}`;
}

function nameOf(entry: Entry): string {
  switch (entry.kind) {
    case 'guest':
      return entry.email;
    case 'group':
      return entry.name;
    case 'user':
      return entry.user;
  }
}
