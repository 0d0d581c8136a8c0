import type { Span } from '../document/model';
import { accessOf, type Live } from './live';
import { pairsOf } from './role';
import type { SpaceStep, Who } from './step';

/** The step that takes a space away; `key` tells whom in its id. */
export function leave(key: string, who: Who, space: string, span: Span, live: Live): SpaceStep {
  return {
    kind: 'leave',
    id: `leave ${key} ${space}`,
    span,
    after: [],
    waiting: false,
    who,
    space,
    role: undefined,
    from: undefined,
    before: beforeIn(space, who, live),
  };
}

/** What somebody may do in a space before a step, in words that compare. */
export function beforeIn(space: string, who: Who, live: Live): readonly string[] {
  return pairsOf(who.accountId === undefined ? undefined : accessOf(live, space, who.accountId));
}
