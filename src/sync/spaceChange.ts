import { ConfluenceError } from './error';
import { accessOf } from './live';
import { pairsOf, type RoleTarget } from './role';
import { accountIn, type Run } from './run';
import { leaveSpace, setRole, targetOf } from './spaceRole';
import type { SpaceStep } from './step';

/** Carry out one step about a space. Throws a `ConfluenceError` when the site refuses. */
export async function changeSpace(step: SpaceStep, run: Run): Promise<void> {
  const accountId = accountIn(run, step.who);
  if (accountId === undefined) {
    throw new ConfluenceError(
      'notFound',
      `The site does not show an account for ${step.who.label} before the invitation is accepted`,
    );
  }
  switch (step.kind) {
    case 'leave':
      await leaveSpace(step.space, accountId, run);
      return;
    case 'changeRole':
      await setRole(step.space, accountId, targetOf(step, run), run);
      return;
    case 'grant':
    case 'move': {
      const target = targetOf(step, run);
      const others = spacesToLeave(step, accountId, run);
      for (const space of others) await leaveSpace(space, accountId, run);
      await setRole(step.space, accountId, target, run).catch((error: unknown) =>
        comeBack(step, accountId, run, error),
      );
    }
  }
}

/** A guest invited a moment ago may have been put into the site's default guest space. */
function spacesToLeave(step: SpaceStep, accountId: string, run: Run): readonly string[] {
  if (step.from !== undefined) return [step.from];
  if (step.who.accountId !== undefined || run.document.limits.spacesPerGuest > 1) return [];
  return [...run.access.keys()].filter(
    (space) => space !== step.space && run.access.get(space)?.has(accountId),
  );
}

/** The grant of a move failed, so that the guest would have no space at all: give the old one back. */
async function comeBack(
  step: SpaceStep,
  accountId: string,
  run: Run,
  error: unknown,
): Promise<never> {
  if (step.from === undefined || !(error instanceof ConfluenceError)) throw error;
  const restored = await restore(step.from, accountId, run).then(
    () => `they keep space ${step.from ?? ''}`,
    (second: unknown) => {
      if (!(second instanceof ConfluenceError)) throw second;
      return `and space ${step.from ?? ''} could not be given back (${second.message}), so they have none until the next sync`;
    },
  );
  throw new ConfluenceError(error.kind, `${error.message}; ${restored}`, error.details);
}

async function restore(space: string, accountId: string, run: Run): Promise<void> {
  const access = accessOf(run.live, space, accountId);
  if (!access) return;
  const target: RoleTarget =
    access.roleId === undefined
      ? { kind: 'permissions', pairs: pairsOf(access), exact: false }
      : { kind: 'role', roleId: access.roleId };
  await setRole(space, accountId, target, run);
}
