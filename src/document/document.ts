import type { Contents } from './contents';
import type { Document } from './model';
import { moveGuest, movePage, moveSpace, moveTeam } from './move';
import { once } from './once';

/** The document, with the places in its long lists worked out when they are first asked for. */
export function documentOf(contents: Contents): Document {
  const { header, spaces, teams, guests, pages } = contents;
  const allTeams = once(
    () => new Map(teams.entries.map(({ at, content }) => [content.name, moveTeam(content, at)])),
  );
  const allGuests = once(() =>
    guests.entries.map(({ at, content }) => moveGuest(content.guest, at)),
  );
  const allPages = once(() => pages.entries.map(({ at, content }) => movePage(content.page, at)));
  return {
    ...header,
    spaces: new Map(spaces.entries.map(({ at, content }) => [content.key, moveSpace(content, at)])),
    get teams() {
      return allTeams();
    },
    get guests() {
      return guests.present ? allGuests() : undefined;
    },
    get pages() {
      return pages.present ? allPages() : undefined;
    },
  };
}
