import type { Document } from '../../document/model';
import { sentence } from '../../document/sentence';
import type { AccessReader, ConfluenceAccess } from '../../sync/accessReader';
import type { ErrorKind } from '../../sync/error';
import type { SpaceInfo } from '../../sync/model';
import { attempt, given, unasked, valueOf, type Asked, type Unanswered } from './asked';
import type { Found, FoundSpace } from './found';
import { probeOrganization } from './probeOrganization';
import { tokenReason } from './reasons';

/** After these nothing else would be answered. */
const final: readonly ErrorKind[] = ['auth', 'forbidden', 'network', 'rateLimited'];

export interface ProbeOptions {
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** Ask the site and the organization what the owner of the credentials can do there. */
export async function probe(
  document: Document,
  { origin, confluence, organization }: AccessReader,
  { now, signal }: ProbeOptions,
): Promise<Found> {
  const site = await probeConfluence(document, confluence, signal);
  const known = await probeOrganization(document.organization, organization, {
    origin,
    cloudId: valueOf(site.site)?.cloudId,
    signal,
  });
  return {
    ...site,
    readAt: now().toISOString(),
    origin,
    hasToken: confluence !== undefined,
    hasKey: organization !== undefined,
    organization: known,
  };
}

type Site = Pick<Found, 'account' | 'site' | 'mode' | 'spaces' | 'pages'>;

async function probeConfluence(
  document: Document,
  reader: ConfluenceAccess | undefined,
  signal: AbortSignal,
): Promise<Site> {
  const keys = [...document.spaces.keys()];
  if (!reader) {
    return nothing(keys, unasked(sentence('That takes an API token for this site.')));
  }
  const account = await attempt(() => reader.account(signal), signal);
  if (account.state === 'failed' && final.includes(account.error.kind)) {
    return nothing(keys, account);
  }
  const [site, mode, spaces, pages] = await Promise.all([
    attempt(() => reader.site(signal), signal),
    attempt(() => reader.spaceMode(signal), signal),
    probeSpaces(keys, reader, signal),
    attempt(
      () => reader.pageOperations([...new Set((document.pages ?? []).map(({ id }) => id))], signal),
      signal,
    ),
  ]);
  return { account, site, mode, spaces, pages };
}

/** Nothing was asked behind the first question. */
function nothing(keys: readonly string[], account: Unanswered): Site {
  const rest = account.state === 'failed' ? unasked(tokenReason(account.error)) : account;
  return {
    account,
    site: rest,
    mode: rest,
    spaces: new Map(keys.map((key) => [key, { space: rest, operations: rest }])),
    pages: rest,
  };
}

async function probeSpaces(
  keys: readonly string[],
  reader: ConfluenceAccess,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, FoundSpace>> {
  const listed: Asked<readonly SpaceInfo[]> =
    keys.length === 0
      ? { state: 'answered', value: [] }
      : await attempt(() => reader.spaces(keys, signal), signal);
  const found = await Promise.all(
    keys.map(async (key): Promise<readonly [string, FoundSpace]> => {
      const space = given(listed, (spaces) => spaces.find((one) => one.key === key));
      return [key, { space, operations: await probeOperations(space, reader, signal) }];
    }),
  );
  return new Map(found);
}

function probeOperations(
  space: FoundSpace['space'],
  reader: ConfluenceAccess,
  signal: AbortSignal,
): Promise<FoundSpace['operations']> | FoundSpace['operations'] {
  if (space.state !== 'answered') return space;
  const { value } = space;
  // Of a space that is not visible nothing may be done.
  if (!value) return { state: 'answered', value: [] };
  return attempt(() => reader.spaceOperations(value, signal), signal);
}
