import type { Document, SharedPage, Span } from '../document/model';
import { sentence } from '../document/sentence';
import { expandTeams } from '../sync/desired';
import type { Step } from '../sync/step';
import { titleOf } from './detail';
import { group } from './group';
import type { Standing } from './guestState';
import { contentOf, troublesOf, type Reading } from './reading';

/** How it stands with a shared page; without a reading of the site it is `notChecked`. */
export type PageState = 'shared' | 'toRestrict' | 'toChange' | 'waiting' | 'trouble' | 'notChecked';

export interface PageRow extends Standing<PageState> {
  /** The page's own id. */
  readonly id: string;
  readonly label: string;
  readonly page: SharedPage;
  readonly span: Span;
}

/** The shared pages in file order. */
export function pageRows(document: Document, reading: Reading | undefined): readonly PageRow[] {
  const standingFor = reading && standingsFrom(reading);
  return (document.pages ?? []).map((page): PageRow => ({
    id: page.id,
    label: titleOf(page, reading),
    page,
    span: page.span,
    ...(standingFor?.(page, document) ?? notChecked),
  }));
}

const notChecked: Standing<PageState> = { state: 'notChecked', words: sentence('not checked') };

/** A page whose lists name others than when the site was read is not checked. */
function standingsFrom(
  reading: Reading,
): (page: SharedPage, document: Document) => Standing<PageState> {
  const before = new Map(reading.document.pages?.map((page) => [page.id, page]));
  const entryOf = entriesBehind(reading.document.pages ?? []);
  const steps = group(reading.plan.steps, entryOf);
  const troubles = new Map(troublesOf(reading).map((trouble) => [entryOf(trouble.step), trouble]));
  return (page, document) => {
    const entry = before.get(page.id);
    if (!entry || peopleOf(page, document) !== peopleOf(entry, reading.document)) return notChecked;
    const reason = troubles.get(page.id)?.reason ?? blockedIn(entry, reading);
    if (reason) return { state: 'trouble', words: reason };
    if (reading.live.pages.get(page.id)?.state !== 'found') return notChecked;
    return bySteps(steps.get(page.id) ?? []);
  };
}

function peopleOf({ view, edit, tree }: SharedPage, document: Document): string {
  return contentOf([tree, ...[view, edit].map((list) => list && expandTeams(list, document))]);
}

/** The id of the entry behind a step; an entry may also change the pages above and below its own. */
function entriesBehind(pages: readonly SharedPage[]): (step: Step) => string | undefined {
  const ids = new Set(pages.map(({ id }) => id));
  return (step) => {
    if (!('page' in step)) return undefined;
    if (ids.has(step.page.id)) return step.page.id;
    return pages.find(({ span }) => contains(span, step.span))?.id;
  };
}

function blockedIn({ span }: SharedPage, { plan }: Reading): PageRow['words'] | undefined {
  return plan.blocked.find((finding) => contains(span, finding.span))?.sentence;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function bySteps(steps: readonly Step[]): Standing<PageState> {
  const now = steps.filter(({ waiting }) => !waiting);
  if (now.some(({ kind }) => kind === 'close')) {
    return { state: 'toRestrict', words: sentence('open, to restrict') };
  }
  const added = now.filter(({ kind }) => kind === 'allow').length;
  const removed = now.length - added;
  if (now.length > 0) return { state: 'toChange', words: changes(added, removed) };
  return steps.length > 0
    ? { state: 'waiting', words: sentence('waiting for guests to accept') }
    : { state: 'shared', words: sentence('as in the file') };
}

function changes(added: number, removed: number): PageRow['words'] {
  if (removed === 0) return sentence('{added} to add', { added });
  if (added === 0) return sentence('{removed} to take off', { removed });
  return sentence('{added} to add, {removed} to take off', { added, removed });
}
