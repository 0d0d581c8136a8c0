import type { Journal } from '../sync/journal';
import { online } from './online';

/** What is remembered of earlier syncs with a site, in a folder of journals. */
export function journalOf(folder: string, origin: string): Journal {
  const { journalFile, journalPath } = online();
  return journalFile(journalPath(folder, origin));
}
