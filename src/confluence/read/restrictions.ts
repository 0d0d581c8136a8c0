import * as z from 'zod/mini';
import type { Restriction } from '../../sync/model';
import { unexpected } from '../answer';
import { ask } from '../ask';
import type { Call, Query, Question } from '../call';
import type { Channel } from '../channel';

function entriesOf<Entry>(entry: z.ZodMiniType<Entry>): z.ZodMiniType<Entries<Entry>> {
  return z.object({
    results: z.array(entry),
    start: z.nullish(z.number()),
    limit: z.nullish(z.number()),
    size: z.nullish(z.number()),
    totalSize: z.nullish(z.number()),
    _links: z.nullish(z.object({ next: z.nullish(z.string()) })),
  });
}

/** One of the lists inside a restriction, each of which is paged by itself. */
interface Entries<Entry> {
  results: Entry[];
  start?: number | null | undefined;
  limit?: number | null | undefined;
  size?: number | null | undefined;
  totalSize?: number | null | undefined;
  _links?: { next?: string | null | undefined } | null | undefined;
}

/** The users and groups of one restriction as v1 sends them. */
export const principals = z.object({
  user: entriesOf(z.object({ accountId: z.nullish(z.string()) })),
  group: entriesOf(z.object({ id: z.string(), name: z.string() })),
});

type Principals = z.infer<typeof principals>;

const answer = z.object({
  results: z.array(z.object({ operation: z.string(), restrictions: principals })),
});

export interface Restrictions {
  readonly view: Restriction;
  readonly edit: Restriction;
}

/**
 * Both restrictions of a page from the page itself, however long they are.
 * @throws ConfluenceError `shape` rather than give a part of a list for the whole.
 */
export async function readRestrictions(
  channel: Channel,
  pageId: string,
  signal: AbortSignal,
): Promise<Restrictions> {
  const question: Question<z.infer<typeof answer>> = {
    method: 'GET',
    path: `/wiki/rest/api/content/${encodeURIComponent(pageId)}/restriction`,
    scope: 'read:confluence-content.all',
    about: `page ${pageId}`,
    answer,
  };
  const view: Principals[] = [];
  const edit: Principals[] = [];
  let start = 0;
  let known = -1;
  for (;;) {
    const { results } = await ask(channel, { ...question, query: pageAt(start) }, signal);
    const read = results.find(({ operation }) => operation === 'read')?.restrictions;
    const update = results.find(({ operation }) => operation === 'update')?.restrictions;
    if (!read || !update) throw unexpected(question, 'since a restriction is missing');
    view.push(read);
    edit.push(update);
    const both = { view: toRestriction(view, question), edit: toRestriction(edit, question) };
    const lists: Entries<unknown>[] = [read.user, read.group, update.user, update.group];
    const open = lists.filter((entries) => hasMore(entries, start));
    if (open.length === 0) return both;
    const count = countOf(both.view) + countOf(both.edit);
    if (count === known) throw unexpected(question, 'since a list of people is cut off');
    known = count;
    start += Math.min(...open.map((entries) => entries.results.length));
  }
}

/** Whether one of the lists says that it is not all of it. */
export function isCutOff({ user, group }: Principals): boolean {
  return [user, group].some(
    (entries: Entries<unknown>) => (entries.start ?? 0) > 0 || hasMore(entries, 0),
  );
}

/**
 * The parts of a restriction as one.
 * @throws ConfluenceError `shape` for an entry without account id: left out, a closed page might look open.
 */
export function toRestriction(parts: readonly Principals[], call: Call): Restriction {
  const users = parts.flatMap(({ user }) => user.results.map(({ accountId }) => accountId));
  const groups = parts.flatMap(({ group }) => group.results);
  return {
    users: [...new Set(users)].map((accountId) => {
      if (!accountId) throw unexpected(call, 'since somebody in a restriction has no account id');
      return accountId;
    }),
    groups: [...new Map(groups.map((group) => [group.id, group])).values()],
  };
}

/**
 * Whether entries follow. `size` counts those of this answer or all of them, and a full list may or
 * may not be the last, so every hint counts.
 */
function hasMore(entries: Entries<unknown>, asked: number): boolean {
  const { length } = entries.results;
  const seen = (entries.start ?? asked) + length;
  const total = Math.max(entries.totalSize ?? 0, entries.size ?? 0);
  return (
    Boolean(entries._links?.next) ||
    total > seen ||
    (length > 0 && length >= (entries.limit ?? Infinity))
  );
}

function pageAt(start: number): Query {
  const expand = 'restrictions.user,restrictions.group';
  return { expand, start: String(start), limit: '100' };
}

function countOf({ users, groups }: Restriction): number {
  return users.length + groups.length;
}
