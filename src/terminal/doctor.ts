import { reportJson } from '../access/check/json';
import { readAccess } from '../access/check/read';
import { isBlocked } from '../access/check/report';
import { reportText } from '../access/check/text';
import { dayOf } from '../document/date';
import { parse } from '../document/parse';
import { connectWithAny, originFromEnvironment } from './credentials';
import { hasErrors, readDocument, type ReadFile } from './file';
import type { Options } from './options';
import { styleFor } from './style';
import type { ExitCode, Surroundings } from './surroundings';

/**
 * Show what the credentials allow on the site; a file adds its spaces and pages. Fails when
 * something is not possible; what could not be checked does not count.
 */
export async function doctor(
  { file, organization, json }: Pick<Options, 'file' | 'organization' | 'json'>,
  around: Surroundings,
): Promise<ExitCode> {
  const { out, err, colours, now, signal } = around;
  const read =
    file === undefined ? withoutFile(organization, around) : await readDocument(file, around);
  const { access } = connectWithAny(read.document, around);
  if (hasErrors(read.problems)) {
    err(`${read.source.name} has errors, and what has them is not looked at: run validate`);
  }
  const report = await readAccess(read.document, access, { now, signal });
  out(
    json
      ? JSON.stringify(reportJson(report, read.source), undefined, 2)
      : reportText(report, styleFor(colours)),
  );
  return isBlocked(report) ? 1 : 0;
}

/** As for a file that says nothing more than the site. */
function withoutFile(organization: string | undefined, around: Surroundings): ReadFile {
  const source = { name: '', text: '' };
  const { document } = parse('', dayOf(around.now()));
  const site = { origin: originFromEnvironment(around), span: { start: 0, end: 0 } };
  return { source, document: { ...document, site, organization }, problems: [] };
}
