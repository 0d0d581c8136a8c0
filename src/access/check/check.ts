import type { Document } from '../../document/model';
import { judgeAdmin, judgeConfluence, judgeToken } from './account';
import type { Found } from './found';
import { judgeInviting } from './invite';
import { lineOf } from './line';
import { judgeKey, judgeOrganizationAdmin, judgeOrganizationId, judgeSite } from './organization';
import { judgePage } from './pages';
import { judgeGuests, judgeSeats, judgeUserLimit, placesOf } from './places';
import { judgePlan } from './plan';
import { answerQuestions } from './questions';
import type { Finding, Line, Report } from './report';
import { judgeAssigning, judgeModel, judgeReading, judgeRestricting } from './spaces';

/** What was found, as a report for the file. */
export function checkAccess(document: Document, found: Found): Report {
  const plan = judgePlan(found, document);
  const general = [
    lineOf('token', judgeToken(found)),
    lineOf('confluence', judgeConfluence(found, document.organization)),
    lineOf('confluenceAdmin', judgeAdmin(found)),
    lineOf('key', judgeKey(found, document)),
    lineOf('organizationAdmin', judgeOrganizationAdmin(found, document)),
    lineOf('organizationId', judgeOrganizationId(found, document)),
    lineOf('siteInOrganization', judgeSite(found, document), { span: document.site?.span }),
    lineOf('plan', plan),
    lineOf('seats', judgeSeats(found, plan)),
    lineOf('guests', judgeGuests(found, document, plan)),
    lineOf('userLimit', judgeUserLimit(found, document)),
    lineOf('permissionModel', judgeModel(found)),
  ];
  const lines = [
    lineOf('invite', judgeInviting(found, general)),
    ...general,
    ...spaceLines(document, found, plan),
    ...pageLines(document, found, plan),
  ];
  const { readAt, origin } = found;
  return {
    readAt,
    origin,
    lines,
    places: placesOf(found),
    questions: answerQuestions(document, lines),
  };
}

function spaceLines(
  { spaces }: Document,
  { spaces: found, origin }: Found,
  plan: Finding,
): readonly Line[] {
  return [...spaces.values()].flatMap(({ key, span }) => {
    const space = found.get(key);
    if (!space) return [];
    const at = { key, origin, plan };
    const about = { name: key, span };
    return [
      lineOf('readSpace', judgeReading(space, at), about),
      lineOf('assignGuests', judgeAssigning(space, at), about),
      lineOf('restrictPages', judgeRestricting(space, at), about),
    ];
  });
}

function pageLines({ pages }: Document, found: Found, plan: Finding): readonly Line[] {
  return (pages ?? []).map((page) =>
    lineOf('restrictPage', judgePage(found, page, plan), { name: page.id, span: page.idSpan }),
  );
}
