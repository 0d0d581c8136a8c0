import { addressKey } from '../document/address';
import { groupBy } from '../document/groupBy';
import type { Document, Principal, SharedPage, Span } from '../document/model';
import { onceEach } from '../document/once';
import { sentence, type Sentence } from '../document/sentence';
import type { Operation } from '../sync/model';

/** A page that names somebody, with what they may do there. */
export interface Sharing {
  readonly page: SharedPage;
  readonly operations: ReadonlySet<Operation>;
  /** The first entry of its lists that does so. */
  readonly span: Span;
  /** The team by which a guest is meant, for what no entry lets the guest do by address. */
  readonly teams: ReadonlyMap<Operation, string>;
}

/** One entry of a page's list. */
interface Mention {
  readonly page: SharedPage;
  readonly operation: Operation;
  readonly principal: Principal;
}

interface Mentions {
  /** The names of a guest's teams by `addressKey`. */
  readonly teams: ReadonlyMap<string, readonly string[]>;
  readonly byPrincipal: ReadonlyMap<string, readonly Mention[]>;
}

/** The names of the teams that a guest is in. */
export function teamsOf(email: string, document: Document): readonly string[] {
  return mentionsIn(document).teams.get(addressKey(email)) ?? [];
}

/** The pages that name a principal, in file order; those of a guest's teams are the guest's as well. */
export function pagesNaming(
  principal: WithoutSpan<Principal>,
  document: Document,
): readonly Sharing[] {
  const { byPrincipal } = mentionsIn(document);
  const teams = principal.kind === 'guest' ? teamsOf(principal.email, document) : [];
  const keys = [keyOf(principal), ...teams.map((name) => keyOf({ kind: 'team', name }))];
  const mentions = keys
    .flatMap((key) => byPrincipal.get(key) ?? [])
    .sort((one, other) => one.principal.span.start - other.principal.span.start);
  return [...groupBy(mentions, ({ page }) => page)].map(([page, own]) => {
    const [first] = own.map((mention) => mention.principal);
    return {
      page,
      operations: new Set(own.map(({ operation }) => operation)),
      span: first?.span ?? page.span,
      teams: principal.kind === 'guest' ? teamsAmong(own) : new Map(),
    };
  });
}

function teamsAmong(mentions: readonly Mention[]): ReadonlyMap<Operation, string> {
  const teams = new Map<Operation, string>();
  for (const { operation, principal } of mentions)
    if (principal.kind === 'team' && !teams.has(operation)) teams.set(operation, principal.name);
  for (const { operation, principal } of mentions)
    if (principal.kind === 'guest') teams.delete(operation);
  return teams;
}

/** What is decided by being named so. */
export function operationWords(operations: ReadonlySet<Operation>): Sentence {
  if (operations.size > 1) return sentence('view and edit');
  return operations.has('view') ? sentence('view') : sentence('edit');
}

type WithoutSpan<Each> = Each extends Principal ? Omit<Each, 'span'> : never;

const mentionsIn = onceEach((document: Document): Mentions => {
  const mentions = (document.pages ?? []).flatMap((page) => [
    ...(page.view ?? []).map((principal) => ({ page, operation: 'view' as const, principal })),
    ...(page.edit ?? []).map((principal) => ({ page, operation: 'edit' as const, principal })),
  ]);
  const members = [...document.teams.values()].flatMap((team) =>
    [...new Set(team.members.map(({ email }) => addressKey(email)))].map((key) => ({
      key,
      name: team.name,
    })),
  );
  const teams = [...groupBy(members, ({ key }) => key)].map(
    ([key, own]) => [key, own.map(({ name }) => name)] as const,
  );
  return {
    teams: new Map(teams),
    byPrincipal: groupBy(mentions, ({ principal }) => keyOf(principal)),
  };
});

function keyOf(principal: WithoutSpan<Principal>): string {
  switch (principal.kind) {
    case 'guest':
      return `guest ${addressKey(principal.email)}`;
    case 'team':
    case 'group':
      return `${principal.kind} ${principal.name}`;
    case 'user':
      return `user ${addressKey(principal.user)}`;
  }
}
