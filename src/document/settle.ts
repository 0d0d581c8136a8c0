import { domainOf } from './address';
import type { Principal, Problem, Site } from './model';
import type { Placed } from './move';
import { moveSpan } from './move';
import type { PageEntry } from './page';
import { isSameSite } from './pageAddress';
import { problem } from './problem';
import { sentence } from './sentence';

/** What the header of the file says about its pages. */
interface Setting {
  readonly site: Site | undefined;
  readonly internalDomains: ReadonlySet<string>;
}

/** The page as it is meant in this file; `undefined` when it cannot be meant here. */
export function settlePage(
  placed: Placed<PageEntry>,
  { site, internalDomains }: Setting,
  problems: Problem[],
): PageEntry | undefined {
  const entry = settleStaff(placed, internalDomains, problems);
  const { page, origin } = entry;
  if (site === undefined || origin === undefined || isSameSite(origin, site.origin)) return entry;
  problems.push(
    problem(
      'invalidPage',
      moveSpan(page.idSpan, placed.at),
      sentence('This page is on {other}, but this file is about {origin}: take the page out.', {
        other: origin,
        origin: site.origin,
      }),
    ),
  );
  return undefined;
}

/** Staff by a bare address is told and understood all the same. */
function settleStaff(
  { at, content: entry }: Placed<PageEntry>,
  internalDomains: ReadonlySet<string>,
  problems: Problem[],
): PageEntry {
  const isInternal = (one: Principal) =>
    one.kind === 'guest' && internalDomains.has(domainOf(one.email));
  if (internalDomains.size === 0 || !entry.principals.some(isInternal)) return entry;

  function settle(one: Principal): Principal {
    if (one.kind !== 'guest' || !isInternal(one)) return one;
    const { email, span } = one;
    problems.push(
      problem(
        'invalidPrincipal',
        moveSpan(span, at),
        sentence('`{email}` is staff and no guest: write `user:{email}`.', { email }),
      ),
    );
    return { kind: 'user', user: email, span };
  }

  const view = entry.page.view?.map(settle);
  const edit = entry.page.edit?.map(settle);
  const principals = [...(view ?? []), ...(edit ?? [])];
  return { ...entry, page: { ...entry.page, view, edit }, principals };
}
