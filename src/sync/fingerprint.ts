import { createHash } from 'node:crypto';
import type { Restriction } from './model';
import type { Step } from './step';

/**
 * A short name for exactly these steps on this site. A step carries what was true before it, so a
 * change of the live state beneath a step changes the name; a step's place in the file does not.
 */
export function fingerprintOf(origin: string, steps: readonly Step[]): string {
  const hash = createHash('sha256').update(origin);
  const restrictions = new Map<Restriction, string>();
  const textOf = (restriction: Restriction): string => {
    const known = restrictions.get(restriction) ?? JSON.stringify(restriction);
    restrictions.set(restriction, known);
    return known;
  };
  for (const step of steps) hash.update(JSON.stringify(factsOf(step, textOf)));
  return hash.digest('hex').slice(0, 16);
}

/** All that a step would do and rests on, in a fixed order. */
function factsOf(step: Step, textOf: (restriction: Restriction) => string): readonly unknown[] {
  const { id, kind, after, waiting } = step;
  const base = [id, kind, after, waiting];
  switch (step.kind) {
    case 'invite':
      return [...base, step.who, step.notify];
    case 'grant':
    case 'move':
    case 'changeRole':
    case 'leave':
      return [...base, step.who, step.space, step.from, step.role, step.restore, step.before];
    case 'revoke':
      return [...base, step.who];
    case 'close':
    case 'open':
      return [...base, step.page, step.users, step.groups, textOf(step.before)];
    case 'allow':
    case 'disallow':
      return [...base, step.page.id, step.who, step.groupId, textOf(step.before)];
  }
}
