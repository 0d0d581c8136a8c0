import type { SpaceInfo, SpaceMode } from './model';

/**
 * What may be asked to learn what somebody can do on a site. No call changes anything, invites or
 * notifies. Each may throw a `ConfluenceError`, and each stops with the signal's reason when it is
 * aborted.
 */
export interface AccessReader {
  /** Such as `https://acme.atlassian.net`. */
  readonly origin: string;
  /** What a person's API token can ask; absent without one. */
  readonly confluence: ConfluenceAccess | undefined;
  /** What an organization admin key can ask; absent without one. */
  readonly organization: OrganizationAccess | undefined;
}

export interface ConfluenceAccess {
  account(signal: AbortSignal): Promise<Account>;
  /** `unknown` when the site does not say. */
  spaceMode(signal: AbortSignal): Promise<SpaceMode>;
  site(signal: AbortSignal): Promise<SiteInfo>;
  /** The visible ones among the spaces with these keys. */
  spaces(keys: readonly string[], signal: AbortSignal): Promise<readonly SpaceInfo[]>;
  /** What the caller may do in a space, such as `administer/space`. */
  spaceOperations(space: SpaceInfo, signal: AbortSignal): Promise<readonly string[]>;
  /** What the caller may do with each visible page among these, by id. */
  pageOperations(
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, PageOperations>>;
}

/** Whose token it is. */
export interface Account {
  readonly accountId: string;
  readonly name: string;
  /** `undefined` when Confluence does not say. */
  readonly isGuest: boolean | undefined;
  /** Whether the account administers Confluence; `undefined` when Confluence does not say. */
  readonly isAdmin: boolean | undefined;
}

export interface SiteInfo {
  readonly cloudId: string | undefined;
  /** The plan in Atlassian's own spelling, which is not documented; `undefined` when the site does not say. */
  readonly plan: string | undefined;
}

export interface PageOperations {
  readonly title: string | undefined;
  readonly spaceKey: string | undefined;
  /** Such as `update` and `restrict_content`. */
  readonly operations: readonly string[];
}

export interface OrganizationAccess {
  /** The organizations of the key. One made with scopes was seen to get none. */
  organizations(signal: AbortSignal): Promise<readonly OrganizationInfo[]>;
  /** The organization with this id. */
  organization(id: string, signal: AbortSignal): Promise<OrganizationInfo>;
  /** Every Confluence of the organization. */
  workspaces(id: string, signal: AbortSignal): Promise<readonly Workspace[]>;
  /**
   * How many have one of these roles on this Confluence, by the organization's count, deactivated
   * accounts left out. It may count people who have the role on another app.
   */
  countUsers(
    id: string,
    resource: string,
    roles: readonly ('user' | 'admin' | 'guest')[],
    signal: AbortSignal,
  ): Promise<number>;
}

export interface OrganizationInfo {
  readonly id: string;
  readonly name: string;
}

export interface Workspace {
  /** What the organization calls it, for other calls. */
  readonly resource: string;
  /** The address where it is, when the organization says. */
  readonly origin: string | undefined;
  /** How many users and guests it may have together, when the organization says. */
  readonly capacity: number | undefined;
  /** The plan in Atlassian's own spelling, which is not documented; `undefined` when it does not say. */
  readonly plan: string | undefined;
}
