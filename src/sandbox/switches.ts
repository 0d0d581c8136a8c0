import * as z from 'zod/mini';

/**
 * What no one outside Atlassian knows, and what differs from site to site, as switches. The default
 * of each is the most plausible position; a client must keep its promises under every one.
 */
const table = {
  /** Whether an invitation that asks for a mail needs `notificationText`: `silent` sends none without it. */
  notificationText: z._default(z.enum(['optional', 'required', 'silent']), 'optional'),
  /** Whether a failed address of an invitation carries the account's id. */
  idOnError: z._default(z.enum(['absent', 'present']), 'absent'),
  /** What `statusReason` of a failed address looks like; Atlassian documents only that it is text. */
  statusReason: z._default(z.enum(['code', 'sentence', 'absent']), 'code'),
  /** Inviting somebody as guest who is a full user already. */
  inviteOfUser: z._default(
    z.enum(['becomesBoth', 'staysUser', 'becomesGuest', 'error']),
    'becomesBoth',
  ),
  /** Inviting somebody who is a guest already, accepted or not. */
  inviteOfGuest: z._default(z.enum(['mailsAgain', 'silent', 'error']), 'mailsAgain'),
  /** What an invitation beyond the guest quota or the site's user limit gets. */
  quotaAnswer: z._default(z.enum(['409', 'perAddress']), '409'),
  /** Whether invitations wait for `/__sandbox/accept`. */
  acceptInvites: z._default(z.enum(['asked', 'atOnce']), 'asked'),
  /** How an invitation that was not accepted shows in the organization's user search. */
  pendingInSearch: z._default(z.enum(['active', 'notInvited', 'inactive', 'absent']), 'active'),
  /** How an invitation that was not accepted shows in Confluence's `users-bulk`. */
  pendingInBulk: z._default(z.enum(['unknown', 'active', 'absent']), 'unknown'),
  /** Whether a person who has not accepted can be given a space. */
  pendingSpace: z._default(z.enum(['accepted', 'refused']), 'accepted'),
  /** Whether a person who has not accepted can be put on a page's restriction. */
  pendingRestriction: z._default(z.enum(['accepted', 'refused']), 'accepted'),
  /** Whether `users-bulk` still knows a person who has no Confluence role any more. */
  formerInBulk: z._default(z.enum(['listed', 'absent']), 'listed'),
  /** How many spaces a guest may have; Atlassian may change its rule. */
  guestSpaces: z._default(z.enum(['one', 'many']), 'one'),
  /** The status of the refusal of a guest's second space. */
  secondSpaceStatus: z._default(z.enum(['400', '403', '409']), '400'),
  /** The words of that refusal: those that customers have quoted, or some that tell nothing. */
  secondSpaceText: z._default(z.enum(['quoted', 'other']), 'quoted'),
  /** Whether the rule of one space binds somebody who is both user and guest. */
  secondSpaceOfUser: z._default(z.enum(['refused', 'allowed']), 'refused'),
  /** The words of that refusal: those of a second space, others that customers have quoted, or none and nothing done. */
  userAsGuestText: z._default(z.enum(['secondSpace', 'notAdded', 'silent']), 'secondSpace'),
  /** What a guest gets besides `read/space` when it is granted. */
  companionGrants: z._default(z.enum(['none', 'contributor']), 'none'),
  /** Which space roles a guest may hold. */
  guestRoles: z._default(z.enum(['notAdmin', 'any', 'viewerOnly']), 'notAdmin'),
  /** How guests hold the Guest role: themselves, or through the app's default group. */
  roleMethod: z._default(z.enum(['direct', 'groupDirect']), 'direct'),
  /** What revoking a role does that is held through a group; `ignored` answers 204 and changes nothing. */
  revokeOfGroupRole: z._default(z.enum(['suffices', 'ignored', 'refused']), 'suffices'),
  /** What becomes of space access when the last role is revoked. */
  revokedSpace: z._default(z.enum(['kept', 'dropped']), 'kept'),
  /** What becomes of entries on restrictions when the last role is revoked. */
  revokedRestrictions: z._default(z.enum(['kept', 'dropped']), 'kept'),
  /** Whether an admin API key made with scopes may search users. */
  scopedKeySearch: z._default(z.enum(['accepted', 'refused']), 'accepted'),
  /** Whether an admin API key made with scopes may invite. */
  scopedKeyInvite: z._default(z.enum(['accepted', 'refused']), 'refused'),
  /** Whether an admin API key made with scopes may revoke roles. */
  scopedKeyRevoke: z._default(z.enum(['accepted', 'refused']), 'refused'),
  /** Whether the list of organizations shows its own to an admin API key made with scopes. */
  scopedKeyOrgs: z._default(z.enum(['absent', 'listed']), 'absent'),
  /** What an admin API key gets whose maker is no organization admin. */
  keyOfOthers: z._default(z.enum(['403', '401', '404']), '403'),
  /** Whether the organization's list of apps names the plan of each. */
  workspacePlan: z._default(z.enum(['named', 'absent']), 'named'),
  /** Whether the organization's list of apps tells the user limit of this Confluence. */
  workspaceCapacity: z._default(z.enum(['told', 'absent']), 'told'),
  /** What counting users by app and role counts: who has the role there, or the app and, anywhere, the role. */
  countOfRoles: z._default(z.enum(['ofApp', 'anywhere']), 'ofApp'),
  /** What `edition` of the system information is: the plan's name, nothing, or a word that nobody knows. */
  edition: z._default(z.enum(['plan', 'absent', 'other']), 'plan'),
  /** Whether the permitted operations of the Free plan are those that the space's permissions would give. */
  freeOperations: z._default(z.enum(['listed', 'withheld']), 'listed'),
  /** Whether the permitted operations of a page name the right to restrict it. */
  restrictOperation: z._default(z.enum(['listed', 'absent']), 'listed'),
  /** Whether what the caller may do on the site is told. */
  callerOperations: z._default(z.enum(['listed', 'absent']), 'listed'),
  /** Whether access that was just given works already where people look. */
  provisioning: z._default(z.enum(['done', 'inProgress']), 'done'),
  /** A restriction that would leave the caller out: done, or refused with 400. */
  leaveSelfOut: z._default(z.enum(['allowed', 'refused']), 'allowed'),
  /** `space-role-mode`: answers, or fails as on tenants without space roles. */
  roleMode: z._default(z.enum(['answers', '400', '403', '404', '405', '500', '501']), 'answers'),
  /** The search index: as the pages are marked, or behind so far that it finds none. */
  searchIndex: z._default(z.enum(['asMarked', 'behind']), 'asMarked'),
  /** How a 429 says when to come back: `Retry-After` in either form, or only `X-RateLimit-Reset`. */
  retryAfter: z._default(z.enum(['seconds', 'date', 'reset']), 'seconds'),
  /** Requests a second that are answered; the next ones get 429. 0: no limit. */
  ratePerSecond: z._default(z.number().check(z.int(), z.minimum(0)), 0),
  /** The most users, and the most groups, that one answer lists of a restriction. */
  innerPageSize: z._default(z.number().check(z.int(), z.minimum(1)), 100),
  /** The most results of one page of a content search. */
  searchPageSize: z._default(z.number().check(z.int(), z.minimum(1)), 100),
};

export const switchesSchema = z.strictObject(table);

export type Switches = z.infer<typeof switchesSchema>;
