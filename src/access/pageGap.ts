import { entriesOf } from '../document/entries';
import type { SharedPage } from '../document/model';
import { onceEach } from '../document/once';
import { sentence } from '../document/sentence';
import { isGranted } from '../sync/desired';
import { waitsForAdmin } from '../sync/finding';
import type { Live } from '../sync/live';
import { found, foundIn } from '../sync/look';
import type { Operation, Page } from '../sync/model';
import { accountOf } from '../sync/world';
import { factsFrom } from './guestFacts';
import { waitingForAdmin, type Standing } from './guestState';
import { guestsListed } from './listed';
import type { Reading } from './reading';

/** Why a page is not known to be as in the file, though a sync has nothing to do there. */
export type Gap = 'trouble' | 'waiting' | 'waitingForAdmin' | 'uncertain';

/** `undefined` when everybody is on the page who shall be, and nobody else whom the file decides about. */
export function gapOn(
  shared: SharedPage,
  reading: Reading,
  today: string,
): Standing<Gap> | undefined {
  const { document, live } = reading;
  const absent = new Set<string>();
  let isCertain = !shared.grantAncestors || isReadAbove(shared, live);
  for (const operation of ['view', 'edit'] as const) {
    const listed = guestsListed(operation, shared, document, today);
    if (!listed) continue;
    const wanted = new Set(listed.map((email) => accountOf(live, email)));
    for (const page of pagesOf(shared, operation, reading)) {
      const { users } = page[operation];
      for (const email of listed) {
        const accountId = accountOf(live, email);
        if (accountId === undefined || !users.includes(accountId)) absent.add(email);
      }
      isCertain &&= !users.some((id) => !wanted.has(id) && mayBeTooMany(id, page, reading));
    }
  }
  return whyAbsent([...absent], reading, today) ?? (isCertain ? undefined : uncertain);
}

/** The page itself, and for editing in a tree the pages below it that have no entry of their own. */
function pagesOf(
  { id, tree }: SharedPage,
  operation: Operation,
  { document, live }: Reading,
): readonly Page[] {
  const below = tree && operation === 'edit' ? foundIn(live.below.get(id)) : [];
  const own = new Set(below.length > 0 ? document.pages?.map((page) => page.id) : []);
  return [id, ...below.filter((other) => !own.has(other))].flatMap(
    (each) => found(live.pages.get(each)) ?? [],
  );
}

function isReadAbove({ id }: SharedPage, { pages }: Live): boolean {
  const page = pages.get(id);
  return (
    page?.state === 'found' &&
    page.value.ancestors.every((above) => pages.get(above)?.state === 'found')
  );
}

/** Whether somebody on a restriction whom its list does not name may be a guest who has to come off. */
function mayBeTooMany(accountId: string, page: Page, reading: Reading): boolean {
  const { document, live } = reading;
  const person = live.people.get(accountId);
  if (accountId === live.caller.accountId) return false;
  if (person?.kind === 'user' || person?.kind === 'none') return false;
  const isStrict = document.spaces.get(page.spaceKey)?.manage === 'strict';
  return isStrict || (person?.email === undefined && hasUnidentified(reading));
}

/** Whether the account of somebody in the file is not known. */
const hasUnidentified = onceEach(({ document, live }: Reading): boolean =>
  (document.guests ?? []).some(({ email }) => accountOf(live, email) === undefined),
);

function whyAbsent(
  emails: readonly string[],
  reading: Reading,
  today: string,
): Standing<Gap> | undefined {
  if (emails.length === 0) return undefined;
  const factsOf = factsFrom(reading);
  const facts = emails
    .flatMap((email) => entriesOf(email, reading.document))
    .filter((guest) => isGranted(guest, today))
    .map(factsOf)
    .filter((one) => one !== undefined);
  const blocked = facts.flatMap((one) => one.blocked ?? []);
  const reason = blocked.find((finding) => !waitsForAdmin(finding))?.sentence;
  if (reason) return { state: 'trouble', words: reason };
  if (blocked.length > 0) return waitingForAdmin;
  return facts.some(({ invited }) => invited) ? waitingForGuests : uncertain;
}

export const waitingForGuests: Standing<'waiting'> = {
  state: 'waiting',
  words: sentence('waiting for guests to accept'),
};

const uncertain: Standing<'uncertain'> = {
  state: 'uncertain',
  words: sentence('not everybody could be checked'),
};
