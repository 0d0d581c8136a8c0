import type { SharedPage } from '../document/model';
import { onceEach } from '../document/once';
import type { PageTitle, SiteLists } from '../sync/lists';
import { found, foundIn } from '../sync/look';
import type { Known } from './known';

/** What the site said of a page. */
interface PageOnSite extends Pick<PageTitle, 'title' | 'spaceKey'> {
  /** ISO 8601. */
  readonly readAt: string;
}

/**
 * What the site said of a page when it was read for the file, on which the problems that are shown rest,
 * else when it was asked what it offers.
 */
export function pageOnSite(id: string, { reading, lists }: Known): PageOnSite | undefined {
  const read = found(reading?.live.pages.get(id));
  if (read && reading)
    return { title: read.title, spaceKey: read.spaceKey, readAt: reading.live.readAt };
  const listed = pageListed(id, lists);
  return lists && listed && { ...listed, readAt: lists.readAt };
}

/** The space of a page as its address says, by which the file is checked, else as the site said. */
export function spaceOfPage(
  { id, spaceKey }: Pick<SharedPage, 'id' | 'spaceKey'>,
  known: Known,
): string | undefined {
  return spaceKey ?? pageOnSite(id, known)?.spaceKey;
}

/** A page among those that the site offers. */
export function pageListed(id: string, lists: SiteLists | undefined): PageTitle | undefined {
  return lists && listedIn(lists).get(id);
}

const listedIn = onceEach(
  ({ pages }: SiteLists) => new Map(foundIn(pages).map((page) => [page.id, page])),
);
