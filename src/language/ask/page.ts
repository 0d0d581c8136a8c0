import type { SharedPage } from '../../document/model';
import { onceEach } from '../../document/once';
import { isSameSite, readPageAddress } from '../../document/pageAddress';
import { sentence, type Sentence } from '../../document/sentence';
import type { Known } from '../known';
import { pageMeant } from '../pageMeant';
import { pageOnSite } from '../pageOnSite';

/** A page that somebody has chosen, with what is known of it without asking anybody. */
export interface ChosenPage {
  readonly id: string;
  readonly title: string | undefined;
  readonly spaceKey: string | undefined;
  /** What stands behind `page:`; the full address where nothing else would tell what the page is. */
  readonly written: string;
  /** Its entry, if the file has one. */
  readonly entry: SharedPage | undefined;
}

/** A page by its id or address, or why it cannot be shared by this file. */
export type ReadPage = (
  text: string,
) => { readonly page: ChosenPage; readonly refused?: undefined } | { readonly refused: Sentence };

export const pageReader = onceEach((known: Known): ReadPage => {
  const { site, spaces, pages = [] } = known.document;
  const entries = new Map<string, SharedPage>(pages.map((page) => [page.id, page]));
  return (given) => {
    const asGiven = readPageAddress(given);
    const meant = 'refused' in asGiven ? pageMeant(given, site?.origin) : undefined;
    const address = meant === undefined ? asGiven : readPageAddress(meant);
    if ('refused' in address) return address;
    const { id, origin } = address;
    if (site && origin !== undefined && !isSameSite(origin, site.origin))
      return {
        refused: sentence('This page is on {other}, and the file is for {site}.', {
          other: new URL(origin).host,
          site: new URL(site.origin).host,
        }),
      };
    const entry = entries.get(id);
    const onSite = pageOnSite(id, known);
    const spaceKey = address.spaceKey ?? entry?.spaceKey ?? onSite?.spaceKey;
    if (spaceKey !== undefined && !spaces.has(spaceKey))
      return {
        refused: sentence('This page is in the space {space}, which the file does not own.', {
          space: spaceKey,
        }),
      };
    const title = entry?.title ?? onSite?.title;
    const isBare = title !== undefined || origin === undefined;
    const written = isBare ? id : shortened(meant ?? given, id, site?.origin ?? origin);
    return { page: { id, title, spaceKey, written, entry } };
  };
});

/** An address that tells space and title, without what else stood in it; otherwise the id. */
function shortened(address: string, id: string, origin: string): string {
  const { pathname } = new URL(address);
  return pathname.includes(`/pages/${id}`) ? origin + pathname : id;
}
