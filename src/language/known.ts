import type { Reading } from '../access/reading';
import type { Document } from '../document/model';
import type { SiteLists } from '../sync/lists';

/** What is known while somebody edits a file, without asking anybody. */
export interface Known {
  /** The file as far as it could be understood when it was last checked, a moment ago at most. */
  readonly document: Document;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What the site offers to choose from, if it was asked. */
  readonly lists: SiteLists | undefined;
  /** The last reading of the site for this file, if there is one. */
  readonly reading: Reading | undefined;
  /** The origins of the sites that somebody is signed in to; absent where that is not known. */
  readonly sites?: readonly string[];
}
