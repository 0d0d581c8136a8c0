import type { Answer } from './choose';

/** What somebody has answered so far, about a guest, about a page, or both. */
export interface Answers {
  /** Of the new guest; it may have a name around it, as mail programs write it. */
  readonly address?: Answer;
  /** The key of the new guest's space. */
  readonly space?: Answer;
  readonly role?: Answer;
  /** The last day of access, or nothing for no end. */
  readonly expires?: Answer;
  readonly reason?: string;
  /** The pages of the new guest, by id; `other` among them stands for `page`. */
  readonly pages?: readonly string[];
  /** The page that is shared, by id or address. */
  readonly page?: Answer;
  /** Who gets the page, as in its lists; `other` among them stands for the new guest. */
  readonly guests?: readonly string[];
  readonly list?: 'view' | 'edit';
  /** `group:` or `user:`, who keep a page that guests come to. */
  readonly staff?: Answer;
}
