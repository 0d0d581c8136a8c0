import type { Sentence } from './sentence';

/** A stretch of the file's text in UTF-16 code units, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `collaborators.yaml`, version 1, as far as it could be understood. See README, "The file". */
export interface Document {
  /** The site's origin, such as `https://acme.atlassian.net`; absent when the file gives none that can be used. */
  readonly site: Site | undefined;
  /** The organization's id, from admin.atlassian.com/o/<id>; needed to invite and to remove. */
  readonly organization: string | undefined;
  /** Lower-case mail domains whose people are staff. */
  readonly internalDomains: readonly string[];
  readonly limits: Limits;
  /** The spaces this file owns, by key. */
  readonly spaces: ReadonlyMap<string, OwnedSpace>;
  readonly teams: ReadonlyMap<string, Team>;
  /** `undefined`: the file has no `guests:` and so manages none. */
  readonly guests: readonly Guest[] | undefined;
  /** `undefined`: the file has no `pages:` and so manages none. */
  readonly pages: readonly SharedPage[] | undefined;
}

export interface Site {
  readonly origin: string;
  readonly span: Span;
}

export interface Limits {
  /** Atlassian's rule of five guests for each paid user, as data because it may change. */
  readonly guestsPerPaidUser: number;
  /** How many spaces one guest may have; Atlassian allows one. */
  readonly spacesPerGuest: number;
  /** How many guests one plan may remove before a person must say so. */
  readonly removals: Removals;
}

/** A share of the guests in the owned spaces (0 to 100, rounded down to whole guests), or a number of guests. */
export type Removals = { readonly percent: number } | { readonly count: number };

export const defaultLimits: Limits = {
  guestsPerPaidUser: 5,
  spacesPerGuest: 1,
  removals: { percent: 25 },
};

/** `strict`: guests that the file does not list are removed. `additive`: they are left alone and reported. */
export type Manage = 'strict' | 'additive';

export interface OwnedSpace {
  readonly key: string;
  readonly manage: Manage;
  readonly span: Span;
}

export interface Team {
  readonly name: string;
  readonly members: readonly Member[];
  /** The team's name. */
  readonly span: Span;
}

export interface Member {
  readonly email: string;
  readonly span: Span;
}

export interface Guest {
  /** As written; compare by `addressKey`. */
  readonly email: string;
  readonly name: string | undefined;
  /** The Atlassian account id, for teams without an organization admin who could look it up. */
  readonly account: string | undefined;
  /** The key of the one space the guest shall have. */
  readonly space: string;
  /** `viewer`, `contributor` or the name of a space role on the site. */
  readonly role: string;
  readonly access: 'granted' | 'revoked';
  /** The last day of access, `YYYY-MM-DD`. */
  readonly expires: string | undefined;
  readonly reason: string | undefined;
  readonly owner: string | undefined;
  /** The whole entry. */
  readonly span: Span;
  readonly emailSpan: Span;
  readonly spaceSpan: Span;
  readonly ownerSpan: Span | undefined;
}

export interface SharedPage {
  /** The page's id: digits, kept as text because they exceed what a number holds. */
  readonly id: string;
  /** The space that the page's address names; a bare id names none. */
  readonly spaceKey: string | undefined;
  readonly title: string | undefined;
  /** As the page's address ends with it, in words of that time. */
  readonly addressTitle: string | undefined;
  /** Who may view; `undefined`: viewing is not managed. */
  readonly view: readonly Principal[] | undefined;
  /** Who may edit; `undefined`: editing is not managed. */
  readonly edit: readonly Principal[] | undefined;
  /** Let the page's guests onto the restricted pages above it, too. */
  readonly grantAncestors: boolean;
  /** The edit list decides for every page below, too. */
  readonly tree: boolean;
  /** The whole entry. */
  readonly span: Span;
  /** The value of `page:`. */
  readonly idSpan: Span;
}

/** One entry of a page's `view` or `edit` list, as written. */
export type Principal =
  | { readonly kind: 'guest'; readonly email: string; readonly span: Span }
  | { readonly kind: 'team'; readonly name: string; readonly span: Span }
  | { readonly kind: 'group'; readonly name: string; readonly span: Span }
  /** `user:` names staff by account id or by address. */
  | { readonly kind: 'user'; readonly user: string; readonly span: Span };

/** A statement about the file, with the place that it is about. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly span: Span;
  readonly sentence: Sentence;
  /** Other places that belong to it, such as the first of two duplicates. */
  readonly related: readonly { readonly span: Span; readonly sentence: Sentence }[];
}

/** An `error` keeps the file from being synced; a `warning` and an `info` do not. */
export type Severity = 'error' | 'warning' | 'info';

export type ProblemCode =
  | 'syntax'
  | 'tooLarge'
  | 'tooDeep'
  | 'tooManyAliases'
  | 'notAMapping'
  | 'missingKey'
  | 'unknownKey'
  | 'duplicateKey'
  | 'wrongType'
  | 'invalidValue'
  | 'unsupportedVersion'
  | 'invalidSite'
  | 'invalidEmail'
  | 'invalidDate'
  | 'invalidPage'
  | 'invalidPrincipal'
  | 'repeatedPrincipal'
  | 'duplicateGuest'
  | 'tooManySpaces'
  | 'spaceNotOwned'
  | 'unknownTeam'
  | 'unknownGuest'
  | 'internalGuest'
  | 'expired'
  | 'expiring'
  | 'duplicatePage'
  | 'noStaff'
  | 'viewerEdits'
  | 'pageOutsideSpaces'
  | 'guestOutsidePageSpace'
  | 'guestOnNoPage'
  | 'revokedOnPage';
