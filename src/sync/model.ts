/**
 * The live model: what the site says. Everything here is as the site answered at `Live.readAt`;
 * ids are opaque strings.
 */

/** `view` is Confluence's `read` restriction, `edit` its `update` restriction. */
export type Operation = 'view' | 'edit';

/**
 * How a site expresses space access (`GET /wiki/api/v2/space-role-mode`): permissions each by
 * itself, space roles, a site on its way from one to the other, or not known.
 */
export type SpaceMode = 'permissions' | 'roles' | 'transition' | 'unknown';

/** The account whose token is in use. */
export interface Caller {
  readonly accountId: string;
  readonly name: string;
}

export interface Person {
  readonly accountId: string;
  /** Absent when the person hides it and no organization admin key could tell. */
  readonly email: string | undefined;
  readonly name: string;
  /** `none`: in the organization without access to this Confluence. */
  readonly kind: 'guest' | 'user' | 'none' | 'unknown';
  /** `waiting`: invited and not accepted yet. */
  readonly state: 'active' | 'waiting' | 'inactive' | 'unknown';
}

export interface Group {
  readonly id: string;
  readonly name: string;
}

export interface SpaceRole {
  readonly id: string;
  readonly name: string;
  /** Such as `read/space`. */
  readonly permissions: readonly string[];
}

/** A space without who may use it. */
export interface SpaceInfo {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly homepageId: string | undefined;
}

/** What one user or group may do in a space, in the terms of the site's mode. */
export interface SpaceAccess {
  readonly principal: { readonly kind: 'user' | 'group'; readonly id: string };
  /** In `permissions` mode; the id takes it away again. */
  readonly permissions: readonly SpacePermission[];
  /** In `roles` mode. */
  readonly roleId: string | undefined;
}

export interface SpacePermission {
  readonly id: string;
  /** Such as `read` of the pair `read`/`space`. */
  readonly key: string;
  readonly target: string;
}

/** The allow-list of one operation on one page; with no entry at all the page is open. */
export interface Restriction {
  /** Account ids. */
  readonly users: readonly string[];
  readonly groups: readonly Group[];
}

export interface Page {
  readonly id: string;
  readonly title: string;
  readonly spaceKey: string;
  /** Ids, top-most first. */
  readonly ancestors: readonly string[];
  readonly view: Restriction;
  readonly edit: Restriction;
}

/**
 * The result of looking for something. `missing` means not there or not visible to the caller, for
 * Atlassian does not tell them apart; `unread` means that nobody knows.
 */
export type Looked<T> =
  | { readonly state: 'found'; readonly value: T }
  | { readonly state: 'missing' }
  | { readonly state: 'unread'; readonly why: string };
