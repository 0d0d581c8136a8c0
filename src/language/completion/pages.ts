import { readPageAddress, type PageAddress } from '../../document/pageAddress';
import { sentence } from '../../document/sentence';
import type { PageTitle } from '../../sync/lists';
import { found } from '../../sync/look';
import { visible } from '../ask/question';
import { bareLines } from '../hover/page';
import type { Known } from '../known';
import { pageOnSite, spaceOfPage } from '../pageOnSite';
import type { Place } from '../place';
import type { Form } from './form';
import { below, literal, literalKey } from './form';
import type { Offer } from './offer';
import { value } from './offer';

/** Who knows pages of the site: its lists, else what was read for the file. */
function pagesOnSite({ lists, reading }: Known): {
  readonly pages: readonly PageTitle[];
  readonly readAt: string | undefined;
} {
  if (lists?.pages.state === 'found') return { pages: lists.pages.value, readAt: lists.readAt };
  const { pages, readAt } = reading?.live ?? {};
  return { pages: [...(pages?.values() ?? [])].flatMap((page) => found(page) ?? []), readAt };
}

/** Pages of the file's spaces that it does not share yet, by title, which is written too if there is room. */
export function pageOffers({ siblings }: Place, known: Known, hasRoom: boolean): readonly Offer[] {
  const { pages: offered, readAt } = pagesOnSite(known);
  const { spaces, pages = [] } = known.document;
  const shared = new Set(pages.map(({ id }) => id));
  const isFit = ({ id, spaceKey }: PageTitle): boolean =>
    !shared.has(id) && (spaces.size === 0 || spaces.has(spaceKey));
  const withTitle = hasRoom && !siblings.includes('title');
  return offered.filter(isFit).map(({ id, title, spaceKey }) => ({
    kind: 'page',
    label: visible(title),
    detail: () => sentence('{space} · {id}', { space: spaceKey, id }),
    ...{ search: id, readAt },
    about: () => bareLines(id, known),
    write: (form) => ({
      text: literal('page', id, form) + (withTitle ? titleBehind(visible(title), form) : ''),
    }),
  }));
}

function titleBehind(title: string, form: Form): string {
  const line = `${literalKey('title', form)}: ${literal('title', title, form)}`;
  return form.flow ? `, ${line}` : below(form.column, line);
}

/** The title that the site has for the page of the entry. */
export function titleOffers(page: string | undefined, known: Known): readonly Offer[] {
  const address = addressOf(page);
  const { title, readAt } = (address && pageOnSite(address.id, known)) ?? {};
  return title === undefined ? [] : [value('value', 'title', visible(title), { readAt })];
}

/** The space that the page of the entry lies in, as far as its address or the site has told. */
export function spaceAround(page: string | undefined, known: Known): string | undefined {
  const address = addressOf(page);
  return address && spaceOfPage(address, known);
}

function addressOf(page: string | undefined): PageAddress | undefined {
  const address = page === undefined ? undefined : readPageAddress(page);
  return address && 'id' in address ? address : undefined;
}
