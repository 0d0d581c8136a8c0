import { ConfluenceError } from './error';
import { indexUsers } from './live';
import type { SpacePermission } from './model';
import { failed, type Outcome } from './outcome';
import { hasRole, targetFor, targetOfAccess, type RoleTarget } from './role';
import { accountIn, untilDone, type Run } from './run';
import type { SpaceStep } from './step';

/** The step's role in the terms of the site. */
export function targetOf(step: SpaceStep, run: Run): RoleTarget {
  if (step.restore) return targetOfAccess(step.restore);
  const role = step.role ?? '';
  const target = targetFor(role, run.live);
  if (!target) throw new ConfluenceError('notFound', `The site has no role “${role}”`);
  return target;
}

/** Give somebody a role, sending only what is missing. Throws a `ConfluenceError` when the site refuses. */
export async function setRole(
  space: string,
  accountId: string,
  target: RoleTarget,
  run: Run,
): Promise<void> {
  const access = run.access.get(space)?.get(accountId);
  if (access && hasRole(access, target)) return;
  if (target.kind === 'role') {
    await run.writer.setSpaceRole(idOf(space, run), accountId, target.roleId, untilDone);
    return;
  }
  const permissions = (): readonly SpacePermission[] =>
    run.access.get(space)?.get(accountId)?.permissions ?? [];
  // `read/space` stands first: the site accepts nothing else before it.
  const pairs = [...target.pairs].sort(
    (a, b) => Number(b === 'read/space') - Number(a === 'read/space'),
  );
  for (const pair of pairs) {
    const [key = '', on = ''] = pair.split('/');
    const isThere = (): boolean =>
      permissions().some((one) => one.key === key && one.target === on);
    if (!isThere()) await addPermission(space, accountId, { key, target: on }, isThere, run);
  }
  if (target.exact) await removeExtras(space, target.pairs, permissions(), run);
}

/** What a grant has brought along, or another sync has just given, is no failure. */
async function addPermission(
  space: string,
  accountId: string,
  permission: { readonly key: string; readonly target: string },
  isThere: () => boolean,
  run: Run,
): Promise<void> {
  try {
    await run.writer.addSpacePermission(space, accountId, permission, untilDone);
  } catch (error) {
    const mayBeThere =
      error instanceof ConfluenceError && ['conflict', 'invalid'].includes(error.kind);
    if (!mayBeThere) throw error;
    await refreshAccess([space], run);
    if (!isThere()) throw error;
  }
}

async function removeExtras(
  space: string,
  pairs: readonly string[],
  permissions: readonly SpacePermission[],
  run: Run,
): Promise<void> {
  for (const { id, key, target } of permissions) {
    if (!pairs.includes(`${key}/${target}`))
      await run.writer.removeSpacePermission(space, id, untilDone);
  }
}

export async function leaveSpace(space: string, accountId: string, run: Run): Promise<void> {
  const access = run.access.get(space)?.get(accountId);
  if (!access) return;
  if (run.live.mode === 'roles') {
    await run.writer.setSpaceRole(idOf(space, run), accountId, undefined, untilDone);
  } else {
    await removePermissions(space, access.permissions, run);
  }
  run.access.get(space)?.delete(accountId);
}

/** Taking `read/space` away takes the rest of this person's permissions with it. */
async function removePermissions(
  space: string,
  permissions: readonly SpacePermission[],
  run: Run,
): Promise<void> {
  const read = permissions.filter(({ key, target }) => `${key}/${target}` === 'read/space');
  for (const { id } of read.length > 0 ? read : permissions) {
    await run.writer.removeSpacePermission(space, id, untilDone);
  }
}

/**
 * Read the owned spaces again. Needed after invitations, for a new guest may have been put into the
 * default guest space, and after grants, which may bring companions.
 */
export async function refreshAccess(spaces: readonly string[], run: Run): Promise<void> {
  const { mode } = run.live;
  if (mode !== 'permissions' && mode !== 'roles') return;
  await Promise.all(
    spaces.map(async (key) => {
      const space = run.live.spaces.get(key);
      if (space?.state !== 'found') return;
      const access = await run.reader.spaceAccess(space.value, mode, untilDone);
      run.access.set(key, new Map(indexUsers(access).users));
    }),
  );
}

/**
 * A viewer has nothing but the right to read: after grants, take away what they have brought along.
 * Returns what failed.
 */
export async function tidyViewers(
  steps: readonly SpaceStep[],
  run: Run,
): Promise<readonly Outcome[]> {
  const viewers = steps.filter((step) => {
    const target = targetOf(step, run);
    return target.kind === 'permissions' && target.exact;
  });
  if (viewers.length === 0) return [];
  const failures: Outcome[] = [];
  const spaces = [...new Set(viewers.map(({ space }) => space))];
  try {
    await refreshAccess(spaces, run);
  } catch (error) {
    return viewers.map((step) => failed(step, error));
  }
  for (const step of viewers) {
    try {
      await setRole(step.space, accountIn(run, step.who) ?? '', targetOf(step, run), run);
    } catch (error) {
      failures.push(failed(step, error));
    }
  }
  return failures;
}

function idOf(space: string, run: Run): string {
  const found = run.live.spaces.get(space);
  if (found?.state !== 'found') {
    throw new ConfluenceError('notFound', `Space ${space} is not there or not visible to you`);
  }
  return found.value.id;
}
