import { readPageAddress, type PageAddress } from '../../document/pageAddress';
import { sentence } from '../../document/sentence';
import type { PageTitle } from '../../sync/lists';
import { found } from '../../sync/look';
import { visible } from '../ask/question';
import { bareLines } from '../hover/page';
import type { Known } from '../known';
import type { Place } from '../place';
import type { Form } from './form';
import { below, literal, literalKey } from './form';
import type { Offer } from './offer';
import { value } from './offer';

interface Source {
  readonly pages: readonly PageTitle[];
  readonly readAt: string;
}

/** Who knows pages of the site: its lists, then what was read for the file. */
function sourcesOf({ lists, reading }: Known): readonly Source[] {
  const { live } = reading ?? {};
  const pages = [...(live?.pages.values() ?? [])].flatMap((page) => found(page) ?? []);
  return [
    ...(lists?.pages.state === 'found' ? [{ pages: lists.pages.value, readAt: lists.readAt }] : []),
    ...(live ? [{ pages, readAt: live.readAt }] : []),
  ];
}

/** Pages of the file's spaces that it does not share yet, by title, which is written too if there is room. */
export function pageOffers({ siblings }: Place, known: Known, hasRoom: boolean): readonly Offer[] {
  const [source] = sourcesOf(known);
  const { spaces, pages = [] } = known.document;
  const shared = new Set(pages.map(({ id }) => id));
  const isFit = ({ id, spaceKey }: PageTitle): boolean =>
    !shared.has(id) && (spaces.size === 0 || spaces.has(spaceKey));
  const withTitle = hasRoom && !siblings.includes('title');
  return (source?.pages ?? []).filter(isFit).map(({ id, title, spaceKey }) => ({
    kind: 'page',
    label: visible(title),
    detail: () => sentence('{space} · {id}', { space: spaceKey, id }),
    ...{ search: id, readAt: source?.readAt },
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
  const { found, readAt } = onSite(addressOf(page)?.id, known) ?? {};
  return found ? [value('value', 'title', visible(found.title), { readAt })] : [];
}

/** The space that a page lies in, as far as its address or the site has told. */
export function spaceOfPage(page: string | undefined, known: Known): string | undefined {
  const address = addressOf(page);
  return address?.spaceKey ?? onSite(address?.id, known)?.found.spaceKey;
}

function onSite(
  id: string | undefined,
  known: Known,
): { readonly found: PageTitle; readonly readAt: string } | undefined {
  for (const { pages, readAt } of sourcesOf(known)) {
    const found = pages.find((page) => page.id === id);
    if (found) return { found, readAt };
  }
  return undefined;
}

function addressOf(page: string | undefined): PageAddress | undefined {
  const address = page === undefined ? undefined : readPageAddress(page);
  return address && 'id' in address ? address : undefined;
}
