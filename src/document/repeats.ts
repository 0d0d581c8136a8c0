import { addressKey } from './address';
import type { Member, Principal, Problem } from './model';
import { readPrincipal } from './principal';
import { excerpt, problem } from './problem';
import { sentence } from './sentence';

/** Those that stand in a list once more; the sync takes them as one. */
export function* repeatsAmong(principals: Iterable<Principal>): Iterable<Problem> {
  const first = new Map<string, Principal>();
  for (const one of principals) {
    const key = principalKey(one);
    const before = first.get(key);
    if (before) yield repeat(before, one);
    else first.set(key, one);
  }
}

/** The same for the members of a team. */
export function repeatedMembers(members: readonly Member[]): Iterable<Problem> {
  return repeatsAmong(members.map(({ email, span }) => ({ kind: 'guest', email, span })));
}

/** The form under which principals are compared. */
export function principalKey(one: Principal): string {
  return `${one.kind}:${one.kind === 'guest' ? addressKey(one.email) : nameOf(one)}`;
}

/** The same for what is written in a list; `undefined` when it names nobody. */
export function keyOf(written: string): string | undefined {
  const { principal } = readPrincipal(written, { start: 0, end: 0 });
  return principal && principalKey(principal);
}

function repeat(first: Principal, second: Principal): Problem {
  const who = excerpt(second.kind === 'guest' ? second.email : `${second.kind}:${nameOf(second)}`);
  return problem(
    'repeatedPrincipal',
    second.span,
    sentence('`{who}` is already in this list: keep one of the two.', { who }),
    {
      severity: 'info',
      related: [{ span: first.span, sentence: sentence('`{who}` is first here.', { who }) }],
    },
  );
}

function nameOf(one: Exclude<Principal, { kind: 'guest' }>): string {
  return one.kind === 'user' ? one.user : one.name;
}
