import { join, nothing, take, type Draft } from './draft';
import type { Page } from './model';
import { allowGuest } from './pageEntries';
import type { ResolvedGuest } from './pageList';
import type { World } from './world';

/** Page and account ids, `PAGE ACCOUNT`, of the guests whom a page above must let in. */
export type Above = Set<string>;

/** View restrictions of every page above apply too: let the guests onto those that are restricted. */
export function planAncestors(
  page: Page,
  guests: readonly ResolvedGuest[],
  above: Above,
  { document, live }: World,
): Draft {
  return join(
    page.ancestors.map((id) => {
      const looked = live.pages.get(id);
      if (looked?.state !== 'found' || !document.spaces.has(looked.value.spaceKey)) return nothing;
      const { title, spaceKey, view } = looked.value;
      if (view.users.length === 0 && view.groups.length === 0) return nothing;
      for (const { who } of guests) above.add(`${id} ${who.accountId ?? ''}`);
      const base = { page: { id, title, spaceKey }, operation: 'view', before: view } as const;
      return take(
        ...guests
          .filter(({ who }) => !who.accountId || !view.users.includes(who.accountId))
          .map((guest) => allowGuest(guest, base, [])),
      );
    }),
  );
}
