import type { Document } from '../../document/model';
import { sentence, steers, type Sentence } from '../../document/sentence';
import type { Page } from '../model';
import { isGuest, type SiteContents, type SpaceContents } from './contents';
import type { Roll } from './guests';
import { draftList, type DraftEntry } from './list';

export interface DraftPage {
  readonly id: string;
  readonly title: string | undefined;
  readonly view: readonly DraftEntry[] | undefined;
  readonly edit: readonly DraftEntry[] | undefined;
}

export interface DraftPages {
  readonly pages: readonly DraftPage[];
  /** What there is besides and is not written. */
  readonly unsaid: readonly Sentence[];
}

/**
 * The restricted pages of a space with guests on them.
 * @param existing the file that already has some
 */
export function draftPages(
  { key, pages }: SpaceContents,
  roll: Roll,
  contents: SiteContents,
  existing: Document | undefined,
): DraftPages {
  if (pages.state !== 'found') {
    const facts = { space: key, why: pages.state === 'unread' ? pages.why : '' };
    const unread = sentence('The pages of space {space} could not be read: {why}', facts);
    return { pages: [], unsaid: [unread] };
  }
  const written = new Set(existing?.pages?.map(({ id }) => id));
  const drafts: DraftPage[] = [];
  const unsaid: Sentence[] = [];
  for (const page of pages.value) {
    if (written.has(page.id) || !hasGuest(page, contents)) continue;
    const view = draftList('view', page, roll, contents);
    const edit = draftList('edit', page, roll, contents);
    const isShared = view.hasGuest || edit.hasGuest;
    if (isShared) {
      const title = steers(page.title) ? undefined : page.title;
      drafts.push({ id: page.id, title, view: view.entries, edit: edit.entries });
    }
    for (const { refused, leftOut } of [view, edit]) {
      if (refused) unsaid.push(refused);
      if (leftOut && isShared) unsaid.push(leftOut);
    }
  }
  return { pages: drafts, unsaid };
}

function hasGuest({ view, edit }: Page, contents: SiteContents): boolean {
  return [...view.users, ...edit.users].some((id) => isGuest(id, contents));
}
