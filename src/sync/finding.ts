import type { Span } from '../document/model';
import type { Sentence } from '../document/sentence';

/** A statement about the site that concerns a place in the file. */
export interface Finding {
  readonly code: FindingCode;
  readonly sentence: Sentence;
  readonly span: Span;
}

export type FindingCode =
  | 'waiting'
  | 'notChecked'
  | 'noOrganization'
  | 'sharedAccount'
  | 'paidUser'
  | 'deactivated'
  | 'spaceMissing'
  | 'spaceUnread'
  | 'unknownRole'
  | 'guestElsewhere'
  | 'unlistedGuest'
  | 'unidentifiedGuest'
  | 'pageMissing'
  | 'pageUnread'
  | 'pageOutsideSpaces'
  | 'guestOutsidePageSpace'
  | 'titleChanged'
  | 'noStaff'
  | 'unknownGroup'
  | 'unknownUser'
  | 'restrictsHome'
  | 'blockedByAncestor'
  | 'viewRestricted'
  | 'removalCap'
  | 'cannotUndo';
