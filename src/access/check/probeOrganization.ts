import { sentence } from '../../document/sentence';
import type { OrganizationAccess, Workspace } from '../../sync/accessReader';
import { attempt, given, unasked, type Asked, type Unanswered } from './asked';
import type { FoundOrganization } from './found';
import { keyReason } from './reasons';

interface Place {
  readonly origin: string;
  /** The site's own id, when it could be read. */
  readonly cloudId: string | undefined;
  readonly signal: AbortSignal;
}

/** @param id the organization that the file names */
export async function probeOrganization(
  id: string | undefined,
  reader: OrganizationAccess | undefined,
  place: Place,
): Promise<FoundOrganization> {
  const { signal } = place;
  if (!reader) {
    const none = unasked(sentence('That takes an organization admin key.'));
    return { listed: none, named: none, ...without(none) };
  }
  if (id === undefined) {
    const none = unasked(sentence('No `organization:` is given.'));
    const listed = await attempt(() => reader.organizations(signal), signal);
    return { listed, named: none, ...without(none) };
  }
  const [listed, named] = await Promise.all([
    attempt(() => reader.organizations(signal), signal),
    attempt(() => reader.organization(id, signal), signal),
  ]);
  // A key without the scope for this question may have that for others.
  if (named.state === 'failed' && named.error.kind !== 'scope') {
    return { listed, named, ...without(unasked(keyReason(named.error))) };
  }
  const workspaces = await attempt(() => reader.workspaces(id, signal), signal);
  const workspace = given(workspaces, (all) => all.find((one) => isSite(one, place)));
  return { listed, named, workspaces, workspace, ...(await count(id, workspace, reader, signal)) };
}

type Rest = Omit<FoundOrganization, 'listed' | 'named'>;

function without(rest: Unanswered): Rest {
  return { workspaces: rest, workspace: rest, users: rest, guests: rest };
}

/** By its address, else by the id that both the site and the organization know it by. */
function isSite({ origin, resource }: Workspace, site: Place): boolean {
  return (
    origin === site.origin ||
    (site.cloudId !== undefined &&
      resource.toLowerCase().endsWith(`/${site.cloudId.toLowerCase()}`))
  );
}

async function count(
  id: string,
  workspace: Asked<Workspace | undefined>,
  reader: OrganizationAccess,
  signal: AbortSignal,
): Promise<Pick<FoundOrganization, 'users' | 'guests'>> {
  if (workspace.state !== 'answered') return { users: workspace, guests: workspace };
  const { value } = workspace;
  if (!value) {
    const gone = unasked(sentence('The site was not found in the organization.'));
    return { users: gone, guests: gone };
  }
  const [users, guests] = await Promise.all([
    attempt(() => reader.countUsers(id, value.resource, ['user', 'admin'], signal), signal),
    attempt(() => reader.countUsers(id, value.resource, ['guest'], signal), signal),
  ]);
  return { users, guests };
}
