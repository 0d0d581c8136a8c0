import type { Known } from '../language/known';
import { today } from './clock';
import type { Credentials } from './credentials';
import type { GuestFile } from './file';
import type { Readings } from './readings';
import type { SiteListsCache } from './siteLists';

/** What is known of a file at this moment, without waiting for anything. */
export type KnownOf = (file: GuestFile) => Known;

export function createKnownOf(
  readings: Readings,
  lists: SiteListsCache,
  credentials: Credentials,
): KnownOf {
  return (file) => ({
    document: file.document,
    today: today(),
    lists: lists.get(file),
    reading: readings.get(file),
    sites: credentials.origins(),
  });
}
