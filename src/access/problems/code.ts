import type { FindingCode } from '../../sync/finding';

/** What can be said about a place in the file only after looking at the site or at a credential. */
export type SiteCode =
  | FindingCode
  /** A step that a sync could not do, or whose change the site does not show. */
  | 'failed'
  | 'unconfirmed'
  | 'otherSpace'
  | 'drift'
  | 'quotaNear'
  | 'quotaExceeded'
  | 'siteLimit'
  | 'planWithoutGuests'
  | 'notOrganizationAdmin'
  | 'notSpaceAdmin'
  | 'cannotRestrictPage'
  | 'credentialExpiring'
  | 'credentialExpired';

export type Level = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** How grave each is unless a setting says otherwise. */
export const usualLevels: Readonly<Record<SiteCode, Level>> = {
  failed: 'error',
  unconfirmed: 'warning',
  otherSpace: 'warning',
  drift: 'warning',
  quotaNear: 'information',
  quotaExceeded: 'error',
  siteLimit: 'error',
  planWithoutGuests: 'error',
  noOrganization: 'warning',
  notOrganizationAdmin: 'warning',
  notSpaceAdmin: 'warning',
  cannotRestrictPage: 'warning',
  credentialExpiring: 'warning',
  credentialExpired: 'error',
  paidUser: 'warning',
  deactivated: 'warning',
  sharedAccount: 'warning',
  unknownRole: 'warning',
  guestElsewhere: 'information',
  unlistedGuest: 'information',
  unidentifiedGuest: 'information',
  waiting: 'off',
  spaceMissing: 'warning',
  spaceUnread: 'warning',
  pageMissing: 'warning',
  pageUnread: 'warning',
  pageOutsideSpaces: 'warning',
  guestOutsidePageSpace: 'warning',
  titleChanged: 'warning',
  noStaff: 'warning',
  restrictsHome: 'warning',
  blockedByAncestor: 'warning',
  viewRestricted: 'warning',
  unknownGroup: 'warning',
  unknownUser: 'warning',
  removalCap: 'warning',
  notChecked: 'warning',
  cannotUndo: 'warning',
};

/** The level that a setting gives a code; what it does not say, or says wrongly, stays as usual. */
export function levelOf(code: SiteCode, setting: unknown): Level {
  const given =
    typeof setting === 'object' && setting !== null
      ? (setting as Readonly<Record<string, unknown>>)[code]
      : undefined;
  return levels.find((level) => level === given) ?? usualLevels[code];
}

const levels: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off'];
