import { audienceOf, restrictedAbove } from '../access/audience';
import { factsFrom } from '../access/guestFacts';
import { guestStanding, type GuestState, type Standing } from '../access/guestState';
import { guestsListed } from '../access/listed';
import { pagesNaming } from '../access/sharing';
import { pageStanding } from '../access/pageRows';
import type { Reading } from '../access/reading';
import type { Document, Guest, SharedPage, Span } from '../document/model';
import { sentence, type Sentence } from '../document/sentence';
import { isGranted } from '../sync/desired';
import type { Page } from '../sync/model';
import { pendingSteps } from '../sync/step';
import { daysLeft } from './daysLeft';
import type { Known } from './known';

/** A place above which something is said; the words for it are worked out when it is shown. */
export type Lens = { readonly span: Span } & (
  | { readonly kind: 'file' }
  | { readonly kind: 'guest'; readonly guest: Guest }
  | { readonly kind: 'page'; readonly page: SharedPage }
);

export interface LensWords {
  /** To be shown in one line. */
  readonly parts: readonly Sentence[];
  /** Why something is not possible now. */
  readonly reason: Sentence | undefined;
  /** When the site was read (ISO 8601), if they say something about it. */
  readonly readAt: string | undefined;
  /** Where the file names the guest on pages. */
  readonly places: readonly Span[];
}

/** One lens for the file, and one for each of its guests and pages. */
export function lensesFor(document: Document): readonly Lens[] {
  return [
    { kind: 'file', span: { start: 0, end: 0 } },
    ...(document.guests ?? []).map((guest): Lens => ({ kind: 'guest', span: guest.span, guest })),
    ...(document.pages ?? []).map((page): Lens => ({ kind: 'page', span: page.span, page })),
  ];
}

/** @param isCurrent whether the site was read for the file exactly as it is now */
export function lensWords(lens: Lens, known: Known, isCurrent: boolean): LensWords {
  switch (lens.kind) {
    case 'file':
      return fileWords(isCurrent ? known.reading : undefined);
    case 'guest':
      return guestWords(lens.guest, known);
    case 'page':
      return pageWords(lens.page, known);
  }
}

const nothingMore = { reason: undefined, readAt: undefined, places: [] } as const;

function fileWords(reading: Reading | undefined): LensWords {
  if (!reading) return { ...nothingMore, parts: [sentence('Preview sync')] };
  const { plan, live } = reading;
  const count = pendingSteps(plan).length;
  const blocked = plan.blocked.length;
  return {
    ...nothingMore,
    parts: [
      count === 1
        ? sentence('Preview sync: 1 change')
        : count > 1
          ? sentence('Preview sync: {count} changes', { count })
          : sentence('Preview sync: nothing to change'),
      ...(blocked > 0 ? [sentence('{count} not possible now', { count: blocked })] : []),
    ],
    readAt: live.readAt,
  };
}

function guestWords(guest: Guest, { document, reading, today }: Known): LensWords {
  const facts = reading && factsFrom(reading)(guest);
  const { state, words } = guestStanding(guest, facts, today);
  const pages = pagesNaming({ kind: 'guest', email: guest.email }, document);
  const isIn = isGranted(guest, today);
  const standing = reading || !isIn ? shortWords({ state, words }, facts !== undefined) : [];
  const namesSpace = standing.some(({ facts: { space } }) => space === guest.space);
  return {
    parts: [
      ...standing,
      ...(namesSpace ? [] : [sentence('{space}', { space: guest.space })]),
      ...(isIn ? daysLeft(guest, today) : []),
      ...(document.pages ? [pageCount(pages.length)] : []),
    ],
    reason: state === 'trouble' ? words : undefined,
    readAt: facts?.reading.live.readAt,
    places: pages.map(({ span }) => span),
  };
}

/** Why something is not possible, and how long access lasts, is told elsewhere. */
function shortWords({ state, words }: Standing<GuestState>, isRead: boolean): readonly Sentence[] {
  if (state === 'trouble') return [notPossible];
  if (state !== 'expiring') return [words];
  return isRead ? [sentence('active')] : [];
}

const notPossible = sentence('not possible now');

function pageCount(count: number): Sentence {
  if (count === 0) return sentence('on no page');
  return count === 1 ? sentence('1 page') : sentence('{count} pages', { count });
}

function pageWords(page: SharedPage, known: Known): LensWords {
  const { document, reading } = known;
  const { state, words } = pageStanding(page, document, reading, known.today);
  const looked = reading?.live.pages.get(page.id);
  const isRead = reading && state !== 'notChecked';
  const isFound = isRead && looked?.state === 'found';
  return {
    ...nothingMore,
    parts: [
      ...(isFound ? onSite(looked.value, reading) : inFile(page, known)),
      ...(state === 'trouble' ? [notPossible] : []),
      ...(reading && state !== 'trouble' && state !== 'shared' ? [words] : []),
    ],
    reason: state === 'trouble' ? words : undefined,
    readAt: isRead ? reading.live.readAt : undefined,
  };
}

function inFile(page: SharedPage, { document, today }: Known): readonly Sentence[] {
  const view = guestsListed('view', page, document, today)?.length;
  const edit = guestsListed('edit', page, document, today)?.length;
  if (view === undefined && edit === undefined) return [sentence('nothing decided')];
  return [
    ...(view === undefined ? [] : [toView(view)]),
    ...(edit === undefined ? [] : [sentence('{count} to edit', { count: edit })]),
  ];
}

function toView(count: number): Sentence {
  return count === 1 ? sentence('1 guest to view') : sentence('{count} guests to view', { count });
}

function onSite(page: Page, { live }: Reading): readonly Sentence[] {
  const viewers = audienceOf('view', page, live).guests;
  const editors = audienceOf('edit', page, live).guests;
  return [
    viewers.state === 'found' ? mayView(viewers.value.length) : sentence('viewers not checked'),
    ...(editors.state === 'found'
      ? [sentence('{count} may edit', { count: editors.value.length })]
      : []),
    ...(restrictedAbove(page, live).length > 0 ? [sentence('restricted by parent')] : []),
  ];
}

function mayView(count: number): Sentence {
  return count === 1
    ? sentence('1 guest may view')
    : sentence('{count} guests may view', { count });
}
