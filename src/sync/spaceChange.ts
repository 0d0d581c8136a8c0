import { ConfluenceError } from './error';
import { accessOf } from './live';
import { pairsOf, targetOfAccess } from './role';
import { accountIn, type Run } from './run';
import { leaveSpace, refreshAccess, setRole, targetOf } from './spaceRole';
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

/** The grant of a move failed: see to it that the guest has a space all the same. */
async function comeBack(
  step: SpaceStep,
  accountId: string,
  run: Run,
  error: unknown,
): Promise<never> {
  const { from } = step;
  if (from === undefined || !(error instanceof ConfluenceError)) throw error;
  const kept = await giveBack(from, step.space, accountId, run).catch((second: unknown) => {
    if (!(second instanceof ConfluenceError)) throw second;
    return `and space ${from} could not be given back (${second.message}), so they have none until the next sync`;
  });
  throw new ConfluenceError(error.kind, `${error.message}; ${kept}`, error.details);
}

/** Returns what the guest has afterwards, as a part of a sentence. */
async function giveBack(from: string, to: string, accountId: string, run: Run): Promise<string> {
  await refreshAccess([from, to], run);
  // It failed half-way, or only its answer was lost.
  if (run.access.get(to)?.has(accountId))
    return `they have space ${to}, though not all of the role`;
  const before = accessOf(run.live, from, accountId);
  if (before) {
    const target = targetOfAccess(pairsOf(before));
    await setRole(from, accountId, target, run);
    // A grant may bring along more than there was.
    await refreshAccess([from], run);
    await setRole(from, accountId, target, run);
  }
  return `they keep space ${from}`;
}
