import type { Span } from '../../document/model';
import { siteSpan } from '../../document/site';
import type { Line, Report } from '../check/report';
import type { SiteCode } from './code';
import type { SiteFacts, SiteProblem } from './problem';

/** What the person who is signed in is known not to be able to do, where the file asks for it. */
export function rightProblems({ document, reading, report }: SiteFacts): readonly SiteProblem[] {
  if (!report) return [];
  const lines = new Map(report.lines.map((line) => [line.id, line]));
  const problem = (code: SiteCode, id: string, span: Span): readonly SiteProblem[] =>
    problemOf(code, lines.get(id), span, report);
  const general = [
    ...problem('planWithoutGuests', 'plan', siteSpan(document)),
    ...problem('notOrganizationAdmin', 'organizationAdmin', siteSpan(document)),
  ];
  // Without a paid plan nobody has the rights that the other lines are about.
  if (lines.get('plan')?.answer === 'no') return general;
  const spaces = document.guests ? [...document.spaces.values()] : [];
  const pages = (document.pages ?? []).filter(({ view, edit }) => view ?? edit);
  return [
    ...general,
    ...spaces
      .filter(({ key }) => lines.get(`readSpace:${key}`)?.answer === 'yes')
      .flatMap(({ key, span }) => problem('notSpaceAdmin', `assignGuests:${key}`, span)),
    ...pages
      .filter(({ id }) => reading?.live.pages.get(id)?.state === 'found')
      .flatMap(({ id, idSpan }) => problem('cannotRestrictPage', `restrictPage:${id}`, idSpan)),
  ];
}

function problemOf(
  code: SiteCode,
  line: Line | undefined,
  span: Span,
  { readAt }: Report,
): readonly SiteProblem[] {
  if (line?.answer !== 'no') return [];
  return [{ code, span, step: undefined, sentence: line.sentence, related: [], readAt }];
}
