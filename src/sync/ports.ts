import type { PageTitle } from './lists';
import type {
  Caller,
  Group,
  Operation,
  Page,
  Person,
  Restriction,
  SpaceAccess,
  SpaceInfo,
  SpaceMode,
  SpaceRole,
} from './model';

/**
 * Everything the engine may ask a site. No call changes anything. Each may throw a
 * `ConfluenceError`, and each stops with the signal's reason when it is aborted.
 */
export interface Reader {
  caller(signal: AbortSignal): Promise<Caller>;
  /** `unknown` when the site does not say. */
  spaceMode(signal: AbortSignal): Promise<SpaceMode>;
  /** The space roles of the site, for `roles` mode. */
  spaceRoles(signal: AbortSignal): Promise<readonly SpaceRole[]>;
  /** The visible ones among the spaces with these keys. */
  spaces(keys: readonly string[], signal: AbortSignal): Promise<readonly SpaceInfo[]>;
  /** Every user and group with access to the space; `mode` says where the site keeps it. */
  spaceAccess(
    space: SpaceInfo,
    mode: 'permissions' | 'roles',
    signal: AbortSignal,
  ): Promise<readonly SpaceAccess[]>;
  /** The visible ones among the pages with these ids, with ancestors and both restrictions complete. */
  pages(ids: readonly string[], signal: AbortSignal): Promise<readonly Page[]>;
  /** The ids of the visible pages below a page, at any depth. */
  descendants(pageId: string, signal: AbortSignal): Promise<readonly string[]>;
  /** Both restrictions of one page, read from the page itself rather than from the search index. */
  restrictions(
    pageId: string,
    signal: AbortSignal,
  ): Promise<{ readonly view: Restriction; readonly edit: Restriction }>;
  /** The group of exactly this name, if the caller can see one. */
  group(name: string, signal: AbortSignal): Promise<Group | undefined>;
  /** Confluence's own word on these accounts; unknown ones are left out. */
  peopleById(accountIds: readonly string[], signal: AbortSignal): Promise<readonly Person[]>;
  /** What only an organization admin can ask; absent without that credential. */
  readonly organization: OrganizationReader | undefined;
}

export interface OrganizationReader {
  /** The accounts behind these addresses; addresses without one are left out. */
  peopleByEmail(emails: readonly string[], signal: AbortSignal): Promise<readonly Person[]>;
}

/**
 * What a site offers to choose from. No call changes anything; each may throw a `ConfluenceError`,
 * and each stops with the signal's reason when it is aborted. Names and titles are fit to be shown.
 */
export interface Lister {
  /** Those that the caller can see, without archived ones. */
  spaces(signal: AbortSignal): Promise<readonly SpaceInfo[]>;
  groups(signal: AbortSignal): Promise<readonly Group[]>;
  /** The visible pages of a space; of more than `most` those that were changed last. */
  pages(space: SpaceInfo, most: number, signal: AbortSignal): Promise<readonly PageTitle[]>;
  /** Everybody with the Guest role, which only an organization admin can ask; absent without that credential. */
  readonly guests: ((signal: AbortSignal) => Promise<readonly Person[]>) | undefined;
}

/** Every change the engine can make. The role of an invitation is not a parameter: it is Guest. */
export interface Writer {
  /** Add to what one principal may do in a space: `POST /wiki/rest/api/space/{key}/permission`. */
  addSpacePermission(
    spaceKey: string,
    accountId: string,
    permission: { readonly key: string; readonly target: string },
    signal: AbortSignal,
  ): Promise<void>;
  removeSpacePermission(spaceKey: string, permissionId: string, signal: AbortSignal): Promise<void>;
  /** Set the one role of a user in a space, or with `undefined` take it away. */
  setSpaceRole(
    spaceId: string,
    accountId: string,
    roleId: string | undefined,
    signal: AbortSignal,
  ): Promise<void>;
  /** Add several principals to a restriction in one request, keeping those there. */
  addRestrictions(
    pageId: string,
    operation: Operation,
    principals: { readonly users: readonly string[]; readonly groups: readonly string[] },
    signal: AbortSignal,
  ): Promise<void>;
  addToRestriction(
    pageId: string,
    operation: Operation,
    principal: RestrictionPrincipal,
    signal: AbortSignal,
  ): Promise<void>;
  removeFromRestriction(
    pageId: string,
    operation: Operation,
    principal: RestrictionPrincipal,
    signal: AbortSignal,
  ): Promise<void>;
  /** What only an organization admin can do; absent without that credential. */
  readonly organization: OrganizationWriter | undefined;
}

export type RestrictionPrincipal =
  { readonly kind: 'user'; readonly id: string } | { readonly kind: 'group'; readonly id: string };

export interface OrganizationWriter {
  /**
   * Invite up to 25 addresses as guests. With `notify` Atlassian mails them. An address that fails
   * has an `error`; the others are invited all the same. One that the site says nothing about is left
   * out: it may have been mailed.
   */
  inviteGuests(
    emails: readonly string[],
    notify: boolean,
    signal: AbortSignal,
  ): Promise<readonly Invitation[]>;
  /** Take the Guest role of this Confluence away; the account and other products stay. */
  revokeGuestRole(accountId: string, signal: AbortSignal): Promise<void>;
}

export interface Invitation {
  readonly email: string;
  readonly accountId: string | undefined;
  /** Why this address could not be invited. */
  readonly error: string | undefined;
}
