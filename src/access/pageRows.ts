import { lastUpTo } from '../document/around';
import { groupBy } from '../document/groupBy';
import type { Document, SharedPage, Span } from '../document/model';
import { onceADay, onceEach } from '../document/once';
import { sentence } from '../document/sentence';
import type { Entry } from '../sync/desired';
import type { Step } from '../sync/step';
import { titleOf } from './detail';
import type { Standing } from './guestState';
import { entriesListed } from './listed';
import { gapOn, waitingForGuests } from './pageGap';
import { troublesOf, type Reading } from './reading';

/** How it stands with a shared page; without a reading of the site it is `notChecked`. */
export type PageState =
  | 'shared'
  | 'toRestrict'
  | 'toChange'
  | 'waiting'
  /** Nothing can be done before an organization admin has done something. */
  | 'waitingForAdmin'
  /** There is nothing to do by what is known, and not everything is known. */
  | 'uncertain'
  | 'trouble'
  | 'notChecked';

export interface PageRow extends Standing<PageState> {
  /** The page's own id. */
  readonly id: string;
  readonly label: string;
  readonly page: SharedPage;
  readonly span: Span;
}

/** The shared pages in file order. `today` is `YYYY-MM-DD`. */
export function pageRows(
  document: Document,
  reading: Reading | undefined,
  today: string,
): readonly PageRow[] {
  return (document.pages ?? []).map((page): PageRow => ({
    id: page.id,
    label: titleOf(page, reading),
    page,
    span: page.span,
    ...pageStanding(page, document, reading, today),
  }));
}

/** A page whose lists let in others than when the site was read is not checked. `today` is `YYYY-MM-DD`. */
export function pageStanding(
  page: SharedPage,
  document: Document,
  reading: Reading | undefined,
  today: string,
): Standing<PageState> {
  return reading ? standingsFrom(reading)(page, document, today) : notChecked;
}

const notChecked: Standing<PageState> = { state: 'notChecked', words: sentence('not checked') };

type StandingOf = (page: SharedPage, document: Document, today: string) => Standing<PageState>;

const standingsFrom = onceEach((reading: Reading): StandingOf => {
  const { document, live, plan } = reading;
  const before = new Map(document.pages?.map((page) => [page.id, page]));
  const around = finder(document.pages ?? []);
  /** The id of the entry behind a step; an entry may also change the pages above and below its own. */
  const entryOf = (step: Step): string | undefined => {
    if (!('page' in step)) return undefined;
    return before.has(step.page.id) ? step.page.id : around(step.span)?.id;
  };
  const steps = groupBy(plan.steps, entryOf);
  const troubles = new Map(troublesOf(reading).map((trouble) => [entryOf(trouble.step), trouble]));
  const blocked = groupBy(plan.blocked, ({ span }) => around(span));
  const peopleBefore = onceADay((today) =>
    onceEach((entry: SharedPage) => peopleOf(entry, document, today)),
  );
  const gaps = onceADay((today) => onceEach((entry: SharedPage) => gapOn(entry, reading, today)));
  return (page, now, today) => {
    const entry = before.get(page.id);
    const isSame = now === document && page === entry;
    if (!entry) return notChecked;
    if (!isSame && peopleOf(page, now, today) !== peopleBefore(today)(entry)) return notChecked;
    const reason = troubles.get(page.id)?.reason ?? blocked.get(entry)?.[0]?.sentence;
    if (reason) return { state: 'trouble', words: reason };
    if (live.pages.get(page.id)?.state !== 'found') return notChecked;
    return bySteps(steps.get(page.id) ?? []) ?? gaps(today)(entry) ?? shared;
  };
});

const shared: Standing<PageState> = { state: 'shared', words: sentence('as in the file') };

function peopleOf(page: SharedPage, document: Document, today: string): string {
  const names = (['view', 'edit'] as const).map((operation) =>
    entriesListed(operation, page, document, today)?.map(nameOf),
  );
  return JSON.stringify([page.tree, ...names]);
}

function nameOf(entry: Entry): string {
  switch (entry.kind) {
    case 'guest':
      return `guest ${entry.email}`;
    case 'group':
      return `group ${entry.name}`;
    case 'user':
      return `user ${entry.user}`;
  }
}

/** Finds the page whose entry holds a place; the entries stand in the order of the file. */
function finder(pages: readonly SharedPage[]): (place: Span) => SharedPage | undefined {
  return ({ start, end }) => {
    const found = lastUpTo(pages, ({ span }) => span.start, start);
    return found && end <= found.span.end ? found : undefined;
  };
}

function bySteps(steps: readonly Step[]): Standing<PageState> | undefined {
  const now = steps.filter(({ waiting }) => !waiting);
  if (now.some(({ kind }) => kind === 'close')) {
    return { state: 'toRestrict', words: sentence('open, to restrict') };
  }
  const added = now.filter(({ kind }) => kind === 'allow').length;
  const removed = now.length - added;
  if (now.length > 0) return { state: 'toChange', words: changes(added, removed) };
  return steps.length > 0 ? waitingForGuests : undefined;
}

function changes(added: number, removed: number): PageRow['words'] {
  if (removed === 0) return sentence('{added} to add', { added });
  if (added === 0) return sentence('{removed} to take off', { removed });
  return sentence('{added} to add, {removed} to take off', { added, removed });
}
