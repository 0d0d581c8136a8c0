import type { Span } from '../document/model';
import type { Sentence } from '../document/sentence';

/** A statement about the site that concerns a place in the file. */
export interface Finding {
  readonly code: FindingCode;
  readonly sentence: Sentence;
  readonly span: Span;
}

/** Whether an organization admin has to do something first; everything else goes on without. */
export function waitsForAdmin({ code }: Pick<Finding, 'code'>): boolean {
  return code === 'noOrganization';
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
