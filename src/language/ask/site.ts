import { momentOf } from '../../document/date';
import { sentence } from '../../document/sentence';
import type { SiteLists } from '../../sync/lists';
import type { Choice } from './question';

/** The heading of what the site offers: it says which site and as of when. */
export function headingOf(lists: SiteLists | undefined): Pick<Choice, 'group'> {
  if (!lists) return {};
  const site = new URL(lists.origin).host;
  return {
    group: sentence('On {site}, read {moment}', { site, moment: momentOf(lists.readAt) }),
  };
}
