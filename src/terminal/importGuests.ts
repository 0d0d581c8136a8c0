import { ConfluenceError } from '../sync/error';
import { readContents } from '../sync/import/contents';
import { draftOf } from '../sync/import/draft';
import { draftText } from '../sync/import/text';
import { connectFromEnvironment, originFromEnvironment } from './credentials';
import type { Options } from './options';
import type { ExitCode, Surroundings } from './surroundings';

/** Print a `collaborators.yaml` for what is on the site today. */
export async function importGuests(
  { spaces, organization }: Pick<Options, 'spaces' | 'organization'>,
  around: Surroundings,
): Promise<ExitCode> {
  const { env, now, signal, out } = around;
  if (env['ATLASSIAN_ADMIN_KEY'] && organization === undefined) {
    throw new ConfluenceError(
      'invalid',
      'Name the organization that ATLASSIAN_ADMIN_KEY is for: --organization ID, from the address admin.atlassian.com/o/ID',
    );
  }
  const origin = originFromEnvironment(around);
  const { reader, lister } = connectFromEnvironment({ site: { origin }, organization }, around);
  const contents = await readContents(reader, lister, { origin, spaces, now, signal });
  const text = await draftText(await draftOf(contents, undefined), contents, organization);
  out(text.trimEnd());
  return 0;
}
