import { sentence } from '../../document/sentence';
import type { Finding } from '../../sync/finding';
import { restrictedAbove } from '../audience';
import type { Reading } from '../reading';
import type { SiteFacts, SiteProblem } from './problem';

/** What the plan cannot do, and what its reader should know. */
export function findingProblems({ reading }: SiteFacts): readonly SiteProblem[] {
  if (!reading) return [];
  const { blocked, notices, refusals } = reading.plan;
  return [...blocked, ...notices, ...refusals].map((finding) => ({
    ...finding,
    step: undefined,
    related: finding.code === 'blockedByAncestor' ? placesOfAncestor(finding, reading) : [],
    readAt: reading.live.readAt,
  }));
}

/** Where the file lists the page above that is in the way. */
function placesOfAncestor(
  { span, sentence: { facts } }: Finding,
  { document, live }: Reading,
): SiteProblem['related'] {
  const pages = document.pages ?? [];
  const page = live.pages.get(pages.find(({ idSpan }) => idSpan.start === span.start)?.id ?? '');
  if (page?.state !== 'found') return [];
  const above = restrictedAbove(page.value, live).filter(
    ({ title }) => title === facts['ancestor'],
  );
  return pages
    .filter(({ id }) => above.some((ancestor) => ancestor.id === id))
    .map(({ idSpan }) => ({
      span: idSpan,
      sentence: sentence('“{ancestor}” is restricted', { ancestor: String(facts['ancestor']) }),
    }));
}
