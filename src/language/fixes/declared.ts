import { domainOf } from '../../document/address';
import { entriesOf } from '../../document/entries';
import type { SharedPage, Span } from '../../document/model';
import { principalsOn } from '../../document/principal';
import { foundIn } from '../../sync/look';
import { byUse } from '../byUse';
import type { Known } from '../known';

/** More choices than this are read by nobody. */
export const maxChoices = 5;

/** The page around a place. */
export function pageAround({ document }: Known, { start, end }: Span): SharedPage | undefined {
  return document.pages?.find(({ span }) => span.start <= start && end <= span.end);
}

/** The names of groups that pages of the file have, the most frequent first; else those of the site. */
export function groupsFor({ document, lists, reading }: Known): {
  readonly names: readonly string[];
  readonly used: boolean;
} {
  const groups = (document.pages ?? []).flatMap((page) =>
    principalsOn(page).flatMap((one) => (one.kind === 'group' ? one.name : [])),
  );
  const unknown = reading?.plan.blocked
    .filter(({ code }) => code === 'unknownGroup')
    .map(({ sentence }) => sentence.facts['name']);
  const used = byUse(groups).filter((name) => unknown?.includes(name) !== true);
  const names = used.length > 0 ? used : foundIn(lists?.groups).map(({ name }) => name);
  return { names: names.slice(0, maxChoices), used: used.length > 0 };
}

/** The addresses of the staff who answer for guests, the most frequent first. */
export function ownersFor(known: Known): readonly string[] {
  const { guests = [], internalDomains } = known.document;
  return byUse(guests.map(({ owner }) => owner))
    .filter((owner) =>
      internalDomains.length === 0
        ? entriesOf(owner, known.document).length === 0
        : internalDomains.includes(domainOf(owner)),
    )
    .slice(0, maxChoices);
}
